import type { RedFlagRule } from './rule.ts';

export const eyes: readonly RedFlagRule[] = [
	{
		name: 'sudden-sight-loss',
		tier: 'emergency',
		says: [
			'cannot|stopped .. see|seeing .. out|from|left|right|eye|eyes|anything|properly',
			'cannot see & sudden|suddenly|eye|eyes|blind|vision|sight',
			'lost|losing|lose|loss|gone .. sight|vision|eyesight',
			'sight|vision|eyesight .. gone|lost|black|dark|half|disappear*|going|missing',
			'gone|going|went|go|blind .. blind|eye|eyes & blind',
			'curtain|shadow|veil & sight|vision|eye|eyes|see|seeing',
			'double vision',
			'seeing double',
		],
	},
	{
		name: 'chemical-in-eye',
		tier: 'emergency',
		says: [
			'bleach|acid|peel|peeling|ammonia|cleaner|chemical|chemicals|alkali|glue|drain|lye|vinegar ... <eye>',
			'<eye> ... bleach|acid|ammonia|chemical|chemicals|lye|glue',
		],
	},
	{
		name: 'painful-eye',
		tier: 'same-day',
		says: [
			'<eye> ~ crusty|crusted|goo|gunk|gunky|glued|pus',
			'green|yellow .. <eye> & goo|gunk|discharge|pus|crusty|stuff',
			'eye|eyes .. bloodshot & <pain>|painful|light|lights|killing|vision|blurry|sore',
			'look|looking .. light|lights & eye|eyes & <pain>|killing|hurts',
			'foggy|hazy|misty|dim|cloudy|blurred|smeary .. eye|eyes|vision',
			'eye|eyes .. foggy|hazy|misty|dim|cloudy|blurred',
			'see|seeing|new|sudden|suddenly .. flashes|floaters',
			'floaters',
			'<eye> ~ <pain>|painful & red|light|vision|sight|pus|blurry|<swollen>|rash|cream|lotion|got|in|burns|sudden|suddenly|really|severe|see',
			'<pain>|painful .. eye|eyes & red|light|vision|blurry|cream|sudden|suddenly|rash',
			'got|get|splash*|splashed|squirted|rubbed|shampoo|retinol|cream .. in .. eye|eyes',
			'light .. <pain>|hurts|bothers .. eye|eyes',
			'eyes|eye .. light .. <pain>|bothers|hurt|hurts|sensitive',
			'vision|sight|eyesight|seeing ~ blur*|cloudy|foggy|worse|weird|funny|changed',
			'blur* .. vision|sight|eyesight',
			'everything|see .. blurry',
			'rash|blister*|sores|shingles|spots .. near|on|around|in|by .. eye|eyes|eyelid|eyelids & blister*|shingles|<pain>|red|swollen|spreading',
			'eye|eyes|eyelid ~ pus|oozing|ooze|weeping|glued|crusted|gunk|discharge',
			'eye .. bleeding|blood|bulging',
		],
	},
];
