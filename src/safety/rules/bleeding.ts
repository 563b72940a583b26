import type { RedFlagRule } from './rule.ts';

export const bleeding: readonly RedFlagRule[] = [
	{
		name: 'vomiting-or-coughing-blood',
		tier: 'emergency',
		says: [
			'<vomit>|vomited|cough*|spit+|spitting|spat ... blood|bloody|red|clots',
			'blood|bloody .. <vomit>|vomited|cough*|spit|saliva|phlegm|mucus|lungs',
			'<vomit>|vomited ... coffee|grounds|black|brown',
		],
	},
	{
		name: 'heavy-bleeding',
		tier: 'emergency',
		says: [
			'blood .. everywhere|all|over & <poop>|<bottom>|toilet|<dizzy>|nose',
			'blood|bleeding ... <bottom>|<poop> & <dizzy>',
			'bleeding|bleed|blood|nosebleed|bleeds ~ wont|not|cannot|dont .. stop|stopping|slow',
			'wont|cannot|dont|not .. stop .. bleeding|blood|nosebleed',
			'lost|losing|lose|pouring|gush*|lots|loads|pure|pool|fountain|heavily|tons .. blood|bleeding & <poop>|<bottom>|toilet|dizzy|weak|faint|heavily|gush*|pouring|stop|nose',
			'<poop> ... pure|lots|loads|heavy|massive .. blood',
			'blood|bleeding ... <bottom>|<poop> & dizzy|lightheaded|faint|fainted|weak|pale',
		],
	},
	{
		name: 'black-or-tarry-stool',
		tier: 'same-day',
		says: [
			'<poop> ... <black>',
			'<black> .. <poop>',
			'dark .. sticky|tarry|almost|nearly .. <poop>',
			'dark|darkest ~ poop|poops|stool|stools|bm',
			'poop|poops|stool|stools|bm ~ dark|sticky|ink|licorice|liquorice|oil',
			'melena|melaena',
		],
	},
	{
		name: 'blood-in-stool',
		tier: 'same-day',
		says: [
			'<red>|pink|brown smear|smears|stain|stains|trace|traces|tint|spotting|spots|splash .. paper|wipe|underwear|sheets|toilet|pants|bowl',
			'paper|wipe|underwear|toilet|bowl .. <red>|pink smear|smears|stain|stains|trace|tint',
			'blood|bloody|red .. when|time|times i go|went',
			'go|went|going .. blood|bloody',
			'blood .. on top',
			'fresh|bright|dark blood',
			'toilet|bowl|loo|poop|pooping .. murder|crime|horror|massacre|slaughter*|tomato|ketchup',
			'<red>|pink|rusty|brown .. slime|mucus|jelly|goo .. go|wipe|poop|toilet',
			'wipe|wiped|wiping|toiletpaper ... pink|pinkish',
			'<red>|pink .. drips|dripping|drops|drip & toilet|sit|poop|go|wipe',
			'toilet .. drips|dripping|drip .. <red>',
			'blood|bloody|bleed|bleeding|bled|clots ... <poop>|<toilet>|<bottom>|restroom|washroom',
			'<poop>|<toilet>|<bottom>|went|restroom|washroom ... blood|bloody|bleed|bleeding|bled|clots',
			'<poop> ... <red>',
			'<red> ... <poop>|toiletpaper|wipe|wiped|wiping|toilet|loo|bowl|underwear|nappy|diaper',
			'wipe|wiped|wiping|toiletpaper|bowl|underwear|nappy|diaper|toilet|loo ... <red>',
			'<red> streak|streaks|drop|drops|stuff ... go|went|wipe|toilet|underwear',
			'water|bowl .. turned|went|was|is .. <red>',
			'rectal .. bleeding',
			'bleed|bleeding|blood .. down there|behind',
			'bleed|bleeding|blood .. inside|internally',
		],
	},
	{
		name: 'blood-in-urine',
		tier: 'same-day',
		says: [
			'blood|bloody|bleeding|red .. urine|urinating|urinated',
			'urine|urinating|urinated ... blood|bloody|red|cola',
		],
	},
];
