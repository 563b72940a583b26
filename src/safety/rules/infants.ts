import type { RedFlagRule } from './rule.ts';

export const infants: readonly RedFlagRule[] = [
	{
		name: 'infant-in-danger',
		tier: 'emergency',
		says: [
			'<infant> ... floppy|limp|lifeless|blue*|bluish|gray|unresponsive|wheez*|breathless|fits|seizure|purple',
			'floppy|limp|lifeless|unresponsive .. <infant>',
			'<infant> & breathing|breathe|breath & fast|hard|funny|weird|struggling|noisy|sucks|stops|stopped|grunting|heavy|rapid',
			'<infant> & wont|cannot|hard .. wake|wakes|rouse',
			'infantyoung & <fever>',
			'newborn|newborns & <fever>',
		],
	},
	{
		name: 'infant-unwell',
		tier: 'same-day',
		says: [
			'<infant> & hot|burning .. touch|up',
			'<infant> & grumpy|irritable|inconsolable|drowsy|sleepy & hot|fever|feed+|wont|rash',
			'<infant> & refus*|off .. bottle|milk|feeds|food',
			'<infant> & fever|feverish|temp|temperature|38|39|40',
			'<infant> & wont|not|dont|refus*|stopped|isnt .. feed+|feeding|eat|eating|drink|drinking|bottle|milk',
			'<infant> & no|havent|dry|fewer|not .. wet .. nappy|nappies|diaper|diapers',
			'<infant> & vomiting|vomits|vomited|vomit',
			'<infant> & blood|bloody|blister*|pus|dehydrated|lethargic|sunken',
			'<infant> & wont|cannot|nonstop|hours .. stop? crying|cry|screaming',
			'<infant> & rash|hives & spread*|everywhere|suddenly|worse|purple|hot|swollen|all',
		],
	},
	{
		name: 'infant',
		tier: 'see-a-doctor',
		says: [
			'infantage|infantyoung & red|scaly|cheeks|skin|dry|flaky|sleep|milk|gut',
			'<infant> ~ has|have|got|gets|is|with|had|having|suffers|keeps|isnt|cannot|came .. <infantill>',
			'<infant> .. <infantill>',
			'<infantill> .. <infant>',
			'<give> ~ <infant> & probiotic*|prebiotic*|honey|yogurt|yoghurt|kefir|kimchi|kombucha|sauerkraut|drops|supplement*|vitamin*|cream|creams|lotion|medicine|food|milk|formula|gut|skin|tummy|stomach|eczema|tea|water|fiber|fibre|oil|steroid|hydrocortisone|remedy',
			'probiotic*|prebiotic*|honey|yogurt|yoghurt|kefir|kimchi|kombucha|sauerkraut|drops|supplement*|vitamin*|cream|steroid|hydrocortisone|fermented|cure|treatment|ok|okay|safe|help|good .. for|on .. <infant>',
			'infantage|infantyoung & <infantill>|<give>|tummy|gut|skin|stomach|probiotic*|kefir|honey|yogurt|cream|eczema|feeding',
			'newborn|newborns|infant|infants|neonate|preemie|preemies',
		],
	},
];
