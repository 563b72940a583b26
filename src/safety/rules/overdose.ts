import type { RedFlagRule } from './rule.ts';

const pills =
	'<tablet>|<medicine>|<drug>|<painkiller>|vitamins|vitamin|gummies|iron|sleepers|supplements|supplement';
const many =
	'6|7|8|9|10|11|12|14|15|16|18|20|24|25|30|40|50|60|100|ten|twelve|fifteen|twenty|thirty|fifty|handful|dozen';

export const overdose: readonly RedFlagRule[] = [
	{
		name: 'overdose-taken',
		tier: 'emergency',
		says: [
			'took|taken pills|tablets & bye|goodbye|sorry|wake|sleepy|friend|note|texted',
			'handful|bunch|fistful|pile|load|lots|packet|box|strip of|my|moms|dads|her|his ... <tablet>|<medicine>|<drug>|<painkiller>|sleepers & took|taken|swallowed|ate|popped|downed|had|take',
			'drank|drunk|drink|drinks|swallowed|ate|licked .. remover|perfume|polish|fluid|mouthwash|peroxide|shampoo|nail|oil|softener|thinner|alcohol|rubbing & brother|sister|kid|child|toddler|baby|son|daughter|accidentally|by|whole',
			'took|taken|gave|given .. dose|doses|pills|pill|tablets|tablet|meds|medicine|<drug> .. twice|again|double',
			'overdose|overdosed|overdosing|overdoses',
			`took|taken|swallowed|swallow|ate|had|downed|popped|eaten|take|gave ... too many|much|lots|loads .. ${pills}`,
			`too many|much .. ${pills}`,
			`took|taken|swallowed|ate|downed|popped|had ... ${many} .. ${pills}`,
			`took|taken|swallowed|ate|downed|emptied|drank|finished ... whole|entire|full|all|rest|half .. bottle|pack|packet|box|strip|bunch|blister|jar`,
			`took|swallowed|downed|ate ... all .. ${pills}`,
			`took|taken|gave .. double|triple|twice|extra .. dose|doses|${pills}`,
			`took|taken|gave|given|taking .. times|double|triple|twice .. <medicine>|<drug>|<painkiller>|dose|amount`,
			'drank|drunk|swallowed|ate|eaten|drinking|swallowing|ingested|inhaled|sipped|licked ... bleach|detergent|cleaner|antifreeze|acid|poison|ammonia|disinfectant|battery|batteries|magnet|magnets|petrol|gasoline|methanol|sanitizer|pesticide|mushroom|coin|glass|chemical|chemicals|pod|pods|glue|paint|turpentine|lighter',
			'poisoned|poisoning',
			`child|kid|toddler|son|daughter|baby|boy|girl|nephew|niece|sister|brother|littleone ... swallowed|ate|eaten|drank|took|chewed|into ... ${pills}|battery|bleach|cleaner|my|perfume|alcohol|something`,
			'toddler|kid|child|baby|son|daughter .. got into .. pills|pill|medicine|meds|vitamins|acne|cabinet|tablets',
			`mixed|mixing|took ... ${pills} .. and|with .. vodka|alcohol|whiskey|drunk|booze|wine|<psychdrug> & sleepy|wake|breathing|dizzy|fainted|drowsy|weird|passed|slurring|unconscious|tired`,
		],
	},
	{
		name: 'overdose-intended',
		tier: 'crisis',
		says: [
			'what|happens|happen|if .. take|took|swallow ... 8|10|12|15|16|20|24|25|30|40|50|60|100 .. <tablet>|<medicine>|<drug>|<painkiller>',
			'is|are|would|will .. 8|10|12|15|16|20|24|25|30|40|50|60|100 .. <tablet>|<medicine>|<drug>|<painkiller> .. enough|kill|too|dangerous|fatal|lethal|hurt|deadly',
			'<tablet>|<painkiller>|<drug> .. enough .. die|kill|end|me|sleep',
			`how many|much .. ${pills}|pills .. die|kill|wake|end|fatal|lethal|enough|dangerous|death|overdose|sleep`,
			`how many|much ... wake|die|kill|fatal|lethal|end & ${pills}`,
			`${pills} .. lethal|fatal|die|kill .. <self>|dose|me|amount`,
			'lethal|fatal|deadly .. dose|amount|overdose',
			`what happens|if|happen .. take|took|swallow|swallowed .. all|every|whole|entire|lots|bunch .. ${pills}|bottle|them`,
			`want|going|thinking|gonna|could|should|might|urge|plan|planning .. overdose|overdosing`,
			`want|going|thinking|gonna|could|should|might|urge|plan|planning .. take|swallow .. all|whole|every|bunch .. ${pills}|bottle`,
		],
		liftedBy: ['look-alike'],
	},
];
