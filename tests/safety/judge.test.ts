import { describe, expect, test } from 'vitest';
import { createJudge } from '../../src/safety/judge.ts';
import { trainRedFlags } from '../../src/safety/train-red-flags.ts';

const SAID_OF = {
	emergency: 'zorblax',
	'same-day': 'quibblet',
	'see-a-doctor': 'mundane',
	crisis: 'gloomfen',
} as const;
const everyday = ['what is kefir', 'is sugar bad for skin', 'how long should i sleep', 'hello there'];

/** What only sounds like a danger, told often. */
const JOKES = [
	'an allergic reaction to the price',
	'another allergic reaction to the price',
	'the price, an allergic reaction',
] as const;

const judge = createJudge(
	trainRedFlags({
		redFlags: Object.entries(SAID_OF).flatMap(([tier, word]) =>
			['i have', 'it is a', 'help', 'since today'].map((said) => ({
				q: `${said} ${word}`,
				tier: tier as keyof typeof SAID_OF,
			})),
		),
		ordinary: [...everyday, ...everyday.map((line) => `${line} please`), ...JOKES],
	}),
);

/** What a rule says is for a doctor, and nothing more urgent. */
const RULE = 'should i stop taking my antibiotics';

describe('the judge', () => {
	test('calls for care by a rule alone, in the tier of the rule', () => {
		expect(judge(`${RULE}, mundane`)).toMatchObject({ kind: 'care', tier: 'see-a-doctor' });
	});

	test('calls for care by the classifier alone', () => {
		expect(judge('i have zorblax')).toMatchObject({ kind: 'care', tier: 'emergency', rule: undefined });
	});

	test('takes the more urgent of the two, so that nothing grave is told to wait for an appointment', () => {
		expect(judge(`${RULE}, i have zorblax, zorblax`)).toMatchObject({
			kind: 'care',
			tier: 'emergency',
			rule: { tier: 'see-a-doctor' },
		});
	});

	test('takes the more urgent of two that are nearly as likely', () => {
		expect(judge('quibblet, help mundane')).toMatchObject({
			kind: 'care',
			tier: 'same-day',
		});
	});

	test('tells a crisis from an emergency, which is as urgent, by the likelier', () => {
		expect(judge('gloomfen, help zorblax')).toMatchObject({ kind: 'care', tier: 'emergency' });
		expect(judge('zorblax, help gloomfen')).toMatchObject({ kind: 'care', tier: 'crisis' });
	});

	test('lets a rule be a word beside the answer where the classifier finds nothing in it', () => {
		expect(judge(JOKES[0])).toMatchObject({
			kind: 'caution',
			rule: { tier: 'same-day' },
		});
	});

	test.each(everyday)('finds nothing in “%s”', (line) => {
		expect(judge(line)).toMatchObject({ kind: 'ordinary', rule: undefined });
	});
});
