export type WordingKind = 'diagnosis' | 'cure' | 'promise' | 'stop-treatment' | 'dose';

/** Wording that never appears, unless the words right before it in the same clause allow it. */
export interface WordingRule {
	kind: WordingKind;
	banned: RegExp;
	allowedAfter?: RegExp;
	/** A question promises nothing: "Will this cure acne?" is what members ask. */
	alsoInQuestions?: true;
}

const ILLNESS =
	'(?:acne|eczema|dermatitis|psoriasis|rosacea|sibo|ib[sd]|irritable bowel|leaky gut|dysbiosis|candida|overgrowth|' +
	'infections?|parasites?|allerg(?:y|ies)|intolerances?|depression|anxiety|hives|co?eliac|crohn|colitis|ulcers?|' +
	'lupus|pcos|diabetes|cancer)';
const TROUBLE = `(?:${ILLNESS}|skin|gut|complexion|pimples|spots|zits|breakouts|bloating|rash(?:es)?)`;
const MEDICINE =
	'(?:treatments?|medicines?|medications?|meds|prescriptions?|creams?|ointments?|gels?|lotions?|pills?|tablets?|' +
	'capsules?|drugs?|antibiotics?|steroids?|retinoids?|biologics?|antidepressants?|contraceptives?|insulin|inhalers?|' +
	'isotretinoin|r?oaccutane|accutane|tretinoin|doxycycline|minocycline|prednisone|hydrocortisone|methotrexate|humira)';
const STOP =
	'(?:stop(?:ping)?|quit(?:ting)?|ditch(?:ing)?|drop(?:ping)?|skip(?:ping)?|halt(?:ing)?|discontinu(?:e|ing)|' +
	'paus(?:e|ing)|bin(?:ning)?|dump(?:ing)?|throw(?:ing)? (?:away|out)|giv(?:e|ing) up|com(?:e|ing) off|' +
	'g(?:et|etting|o|oing) off|halv(?:e|ing)|doubl(?:e|ing)|cut(?:ting)? (?:out|down on))';
const ADVERBS =
	'(?: (?:probably|likely|clearly|definitely|certainly|surely|simply|just|also|really|soon|then))*';
const GAIN =
	'(?:clear|fix|heal|cure|solve|resolve|reverse|eliminate|remove|erase|banish|improve|help|work|go away|disappear|' +
	'vanish|calm|repair|restore|transform|get (?:better|clear|rid)|be (?:clear|cured|gone|healed|better)|' +
	'(?:have|see|get) (?:clear|clearer|better|perfect|results))';

/** A negation at most three words back that still holds. */
const NEGATED =
	"(?:\\b(?:not|never|no|nobody|none|nothing|nor|neither|cannot|without|rather than|instead of)|n't)" +
	"(?: (?!only\\b|just\\b|afraid\\b|scared\\b|hesitate\\b|wait\\b|forget\\b|need\\b)[\\w'-]+){0,3} ?$";
const HEDGED = `(?:\\b(?:may|might|could)(?: also)? ?$|${NEGATED})`;
const SUPPOSED =
	'(?:\\b(?:if|whether|when|once|after|before|since|unless|in case|while|because|that|think|believe|suspect|people|who|anything|something|what|' +
	'foods?)(?: (?:and|or|also|already))? ?$|^ *(?:if|when|whether)\\b.* (?:and|or) ?$)';
const UNSURE = '\\b(?:whether|(?:know|say|tell|sure) if|nobody|no one|promise|not mean)\\b.*$';
const PERSON =
	'\\b(?:doctor|provider|pharmacist|dermatologist|nurse|professional|someone|they|she|he|moderators?) ?$';
const NUMBER =
	'(?:\\b\\d[\\d.,]*(?: ?(?:-|–|to) ?\\d[\\d.,]*)?(?: (?:thousand|million|billion))?|\\b(?:one|two|three|four|five|six|ten|twenty|fifty|hundred|half an?))';
const ASKED = `(?:\\b(?:if|when|whenever|before|after|once|while|until|unless|why|whether to|how to|about)(?: [\\w'-]+){0,2} ?$|${NEGATED})`;

export const WORDING_RULES: readonly WordingRule[] = [
	rule(
		'diagnosis',
		`\\byou(?:'ve got|(?: (?:do not|don't|must|may|might|could))?${ADVERBS} (?:have(?: got)?|suffer from|are suffering from))(?: an? (?:[\\w-]+ )?(?:case|form|type|touch|bit) of)?(?: (?!(?:to|about|for|with|tried|used|treated|heard|read|asked)\\b)[\\w'-]+){0,2}? ${ILLNESS}\\b`,
		SUPPOSED,
	),
	rule(
		'diagnosis',
		`\\byou(?:'re| are)${ADVERBS}(?: (?:lactose|gluten))? (?:intolerant|allergic|depressed|diabetic|anorexic|bulimic|bipolar|co?eliac)\\b`,
		SUPPOSED,
	),
	rule(
		'diagnosis',
		`\\b(?:this|that|it|your (?:[\\w-]+ )?(?:rash|skin|spots|symptoms|redness|belly|gut))(?:'s| is| are| means?| sounds? like| looks? like| must be)${ADVERBS}(?: an?)? ${ILLNESS}\\b`,
		SUPPOSED,
	),
	rule(
		'diagnosis',
		`\\b(?:means?|shows?|proves?) that you (?:have|suffer from)(?: [\\w'-]+){0,2}? ${ILLNESS}\\b`,
		NEGATED,
	),
	rule('diagnosis', '\\b(?:(?:my|our|the) diagnosis is|i(?: can)? diagnose|we(?: can)? diagnose)\\b'),

	rule('cure', '\\bcur(?:e|es|ed|ing|able)\\b', NEGATED),
	rule('cure', '\\b(?:miracles?|once and for all|permanently|for good(?=[.!]|$))', NEGATED),
	rule('cure', `\\bheal(?:s|ing)? (?:(?:your|the|my|any|all|a) )?(?:leaky )?${TROUBLE}\\b`, HEDGED),
	rule('cure', `\\bget(?:s|ting)? rid of (?:(?:your|the|my|any|all) )?${TROUBLE}\\b`, HEDGED),
	rule(
		'cure',
		`\\b(?:clears|fixes|reverses|eliminates)(?: up)? (?:(?:your|the|my|any|all) )?${TROUBLE}\\b`,
		NEGATED,
	),

	rule('promise', '\\bguarantee[sd]?\\b', NEGATED),
	rule(
		'promise',
		`(?:\\bwill|'ll|\\bgoing to|\\bbound to|\\bsure to|\\bcertain to)${ADVERBS} (?!help)${GAIN}\\b`,
		UNSURE,
	),
	rule(
		'promise',
		`(?:\\bwill|'ll|\\bgoing to|\\bbound to|\\bsure to|\\bcertain to)${ADVERBS} help\\b`,
		`(?:${UNSURE}|${PERSON})`,
	),
	rule('promise', '\\b(?:always|never fails to) (?:works?|helps?|clears?|heals?|fix(?:es)?)\\b', NEGATED),
	rule('promise', '\\b(?:works? (?:for everyone|every time)|never fails)\\b', NEGATED),
	rule('promise', '\\bproven to (?:work|help|clear|heal|fix|improve)\\b', NEGATED),
	rule('promise', '\\b100 ?(?:%|per ?cent) (?:effective|safe|sure|certain|success|works?)', NEGATED),

	rule(
		'stop-treatment',
		`\\b${STOP}(?: (?:or|and) [\\w-]+)?(?: (?:taking|using|applying))?(?: (?:all|any|of|your|the|those|these|that|this|my))*(?: [\\w-]+){0,2}? ${MEDICINE}\\b`,
		ASKED,
	),
	rule('stop-treatment', `\\b${STOP} taking (?:it|them)\\b`, ASKED),
	rule(
		'stop-treatment',
		`(?:\\bnot|n't|\\bno longer|\\bnever) need(?: to (?:take|use))? (?:your|the|any)(?: [\\w-]+){0,2}? ${MEDICINE}\\b`,
	),
	rule(
		'stop-treatment',
		`\\b(?:instead of|in place of|replac(?:e|es|ing)) your(?: [\\w-]+){0,2}? ${MEDICINE}\\b`,
		NEGATED,
	),

	dose(`${NUMBER} ?-?(?:mg|mcg|µg|μg|ug|iu|cfus?|milligrams?|micrograms?)\\b`),
	dose(`${NUMBER} ?-?(?:tablets?|capsules?|pills?|drops?|sachets?|gummies|scoops?|doses?|puffs?)\\b`),
	dose(`\\btake (?:${NUMBER}|an?) ?-?(?:g|grams?|ml|millilit(?:re|er)s?|spoons?|(?:tea|table)spoons?)\\b`),
	dose(
		`\\b(?:take|apply|use) (?:(?:[\\w-]+ ){0,3}?${MEDICINE}|it|them) (?:once|twice|three times|every \\w+ hours)(?: a day| daily|\\b)`,
	),
	dose(`${NUMBER} ?(?:%|per ?cent) (?:[\\w-]+ ){0,2}?(?:acid|peroxide|${MEDICINE})\\b`),
];

function rule(kind: WordingKind, banned: string, allowedAfter?: string): WordingRule {
	const pattern = new RegExp(banned, 'giu');
	return allowedAfter === undefined
		? { kind, banned: pattern }
		: { kind, banned: pattern, allowedAfter: new RegExp(allowedAfter, 'iu') };
}

function dose(banned: string): WordingRule {
	return { ...rule('dose', banned), alsoInQuestions: true };
}
