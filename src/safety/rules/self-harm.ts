import type { RedFlagRule } from './rule.ts';

const harming =
	'hurt|hurts|hurting|harm|harms|harming|harmed|punish|punishes|punishing|punished|injure|injuring|injured|starve|starving|poison';
const striking =
	'burn|burns|burning|burned|burnt|hit|hits|hitting|punch|punches|punching|slap|slaps|slapping|scratch|scratches|scratching|bite|biting|stab|stabbing';
const cutting =
	'cut|cuts|cutting|slice|slices|slicing|sliced|carve|carves|carving|carved|slash|slashing|slashed';

export const selfHarm: readonly RedFlagRule[] = [
	{
		name: 'self-harm',
		tier: 'crisis',
		says: [
			'keep|have|got|hide|hiding|hid|carry .. <blade> & pillow|bed|room|pocket|drawer|myself|sad|feel',
			'deserve|deserves .. bleed|hurt|pain|burn|suffer',
			'<person> .. is|been|started|keeps|was cutting',
			'on purpose & scratch*|burn*|cut*|hurt*|hit*|bleed*|bleeds|pick*|bruise*|hurting',
			'needle|needles|pin|scissors|glass|razor|blade .. arms|arm|skin|legs|thighs & deserve|feel|sad|hate|calm|numb',
			'arms|arm|skin|legs|thighs .. with .. needle|pin|razor|blade|glass|scissors & deserve|feel|sad|hate|calm|numb|ugly',
			'deserve .. pain|hurt|suffer|punishment|this|it & arm|arms|needle|body|cut|pain|blood|hurt',
			'scars|cuts|marks|burns .. on .. my|her|his .. thigh|thighs|arm|arms|wrist|wrists .. from|last|again|hide',
			'self harm|harms|harming|injury|injure|mutilation|mutilate',
			`${harming}|${striking}|${cutting} <self>`,
			`${cutting} .. <self> .. when|again|feel|sad|to|at|because`,
			`${cutting} my|his|her|their|own .. <bodypart>`,
			'cuts|cut|marks|scars|slices .. on|over|up|down .. her|his|their|my .. wrist|wrists|thighs|thigh|arms|forearms',
			`${harming} my|own .. body`,
			`${striking}|${cutting} .. my|own .. arm|arms|wrist|wrists|thigh|thighs|leg|legs|skin|face|body & <blade>|lighter|cigarette|feel|ugly|deserve|sad|purpose|hate|numb|see`,
			'<blade> .. skin|arms|arm|wrist|wrists|thighs|legs|thigh & feel|sad|numb|hate|upset|press|drag|my',
			'skin|arms|arm|wrist|wrists|thighs|legs .. with .. <blade> & sad|feel|numb|upset|hate|angry',
			'bang|banging|smash|smashing .. my head',
			'urge|urges|relapse|relapsed|relapsing|tempted .. cut|cutting|hurt|harm|slice|burn|self',
			'lighter|cigarette|cigarettes .. my|on|to .. skin|arm|arms|wrist|leg',
			'cutting again',
			'been|started|start|stop|stopped|back cutting & feel|feeling|sad|ugly|secret|hide|numb|pain|help|again',
			'pull|pulling|pulled|rip|ripping .. my hair .. out & stress|sad|hate|anxious|cannot',
		],
		liftedBy: ['look-alike'],
	},
];
