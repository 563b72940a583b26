import type { ServerEntry } from '../src/faq/answer.ts';

const SUBJECTS =
	`tea coffee rice bread salt pepper honey lemon ginger turmeric cinnamon olive coconut almond walnut salmon tuna chicken
	turkey tofu lentil pea bean corn potato carrot beetroot spinach lettuce tomato apple pear grape melon mango papaya peach
	plum cherry berry cocoa vanilla mint basil parsley rosemary thyme seaweed mushroom pumpkin squash cabbage radish`.split(
		/\s+/,
	);
const EFFECTS =
	`hair nails teeth bones muscles joints eyes ears lungs heart liver kidneys knees elbows shoulders ankles posture balance
	memory focus mood energy stamina strength speed warmth digestion hydration breathing circulation`.split(
		/\s+/,
	);
const WAYS =
	`morning evening winter summer training travel school work exams parties holidays weekends nights breakfast lunch dinner
	swimming running cycling climbing dancing reading gardening`.split(/\s+/);

/** Entries that a server might have written, the same each time; at most about 38,000 differ. */
export function generateEntries(count: number): ServerEntry[] {
	return Array.from({ length: count }, (_, index) => {
		const subject = pick(SUBJECTS, index);
		const effect = pick(EFFECTS, Math.floor(index / SUBJECTS.length));
		const way = pick(WAYS, Math.floor(index / (SUBJECTS.length * EFFECTS.length)));
		return {
			id: `generated-${index}`,
			title: `What does ${subject} do for ${effect} in ${way}?`,
			topic: 'food',
			aliases: [
				`${subject} and ${effect} ${way}`,
				`${way} ${subject} ${effect}`,
				`is ${subject} good for ${effect} when it is ${way}`,
			],
			phrasings: [],
			related: [],
			evidence: 'emerging',
			claims: [],
			sources: [{ title: 'Generated', publisher: 'Nobody', reviewed: '2026-01-01' }],
			reviewed: '2026-01-01',
			reviewBy: '2027-01-01',
			answer: `Nothing is known about ${subject} and ${effect}. Ask somebody who knows about ${way}.`,
			version: 1,
			worded: 'here' as const,
		};
	});
}

function pick(words: readonly string[], index: number): string {
	return words[index % words.length] ?? '';
}
