import type { RedFlagRule } from './rule.ts';

const pregnant = 'pregnan*|expecting|trimester|gestat*';

export const pregnancy: readonly RedFlagRule[] = [
	{
		name: 'pregnant-and-bleeding',
		tier: 'emergency',
		says: [
			'weeks .. and|with|but .. bleeding|contractions .. lot|heavily|heavy|badly|clots|now',
			'pregnan* & bleeding .. lot|lots|badly',
			`${pregnant} & bleeding|blood|bleed .. heavy|heavily|lots|gush*|soak*|clots|stop`,
			`${pregnant} & heavy|heavily|lots .. bleeding|blood`,
			`${pregnant} & waters|water .. broke|broken|breaking`,
			'preeclampsia|eclampsia|miscarry|miscarrying|ectopic',
			`pregnan* & severe|worst .. headache|<pain>`,
			`pregnan* & headache & vision|blurry|flashes|<swollen>`,
		],
	},
	{
		name: 'pregnant-and-unwell',
		tier: 'same-day',
		says: [
			`${pregnant} & bleeding|bleed|spotting|blood|fever|contractions|fluid`,
			`${pregnant} & baby .. moving|moves|kicking|kicks|movement`,
			`${pregnant} & less|reduced|fewer|stopped|no .. movement|movements|kicks|kicking|moving`,
			`${pregnant} & itch|itchy|itching|itches & palms|hands|feet|soles|night|mad|crazy|everywhere|all`,
			`${pregnant} & vomiting & nonstop|days|everything|down|cannot|constantly`,
			`pregnan* & <belly> .. <pain>`,
		],
	},
	{
		name: 'pregnancy',
		tier: 'see-a-doctor',
		says: [
			'am|is|wife|she|girlfriend .. with child',
			'eating for two',
			'up the duff',
			'in the club & safe|eat|baby',
			'mom|mother|mama to be',
			'baby .. coming|grows|growing .. me|us|in',
			'pregnan*',
			'tryingtoconceive|conceiving|conceive|ivf|prenatal|antenatal|preconception|fetus|foetus|unborn',
			'am|is|are|we|she|im|wife|girlfriend|sister|partner|found|currently|while|women|mom|mother|moms .. expecting',
			'expecting .. baby|child|twins|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|winter|autumn|fall|mom|mother|mothers|soon',
			'weeks|months along',
			'first|second|third|1st|2nd|3rd|last trimester',
			'trimester',
			'due date',
			'due .. january|february|march|april|may|june|july|august|september|october|november|december|baby',
			'fourth|fifth|sixth|seventh|eighth|ninth|third|second|4th|5th|6th|7th|8th|9th month|months & allowed|safe|baby|know|can',
			'baby|babys|twins .. due|coming|arrive|arrives|inside|kick+',
			'carrying .. baby|twins|child',
			'missed .. period & test|positive|maybe|late|nauseous',
			'positive .. pregnancy? test',
		],
	},
	{
		name: 'breastfeeding',
		tier: 'see-a-doctor',
		says: [
			'breastfe*|lactat*|chestfeeding|postpartum|postnatal',
			'nursing .. baby|babys|son|daughter|toddler|newborn|mom|mother|mothers|moms|child|infant|twins|my',
			'when|while|currently|still|am|is|im|are|for nursing',
			'pump+|pumping .. milk|breast|baby|son|daughter',
			'milk supply',
			'gave birth',
			'had .. baby ... weeks|months .. ago',
			'feeding .. son|daughter|baby|newborn|him|her .. myself|breast|milk & zinc|can|take|safe|ok|supplement*|cream',
			'breast milk',
			'through .. my milk',
		],
	},
];
