import type { Tokens } from './match.ts';

const numbers = [
	'zero',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve',
];
const monthsIn: Readonly<Record<string, number>> = {
	days: 1 / 30,
	weeks: 1 / 4.3,
	months: 1,
	mo: 1,
	m: 1,
	years: 12,
	yo: 12,
};
const grownUpMonths = 24;
const youngMonths = 3;

/** Food and accounts have ages too. */
const things = new Set([
	'kombucha',
	'kefir',
	'scoby',
	'starter',
	'cheese',
	'sauerkraut',
	'kimchi',
	'yogurt',
	'account',
	'habit',
]);

const children = new Set([
	'son',
	'daughter',
	'boy',
	'girl',
	'baby',
	'littleone',
	'man',
	'nephew',
	'niece',
	'he',
	'she',
	'grandson',
	'twins',
	'kid',
	'child',
]);

/** Turns "6 weeks old" into `infantyoung` (under 3 months) or `infantage` (under 2 years). */
export function nameInfantAges(tokens: Tokens): Tokens {
	const named: string[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const months = ageAt(tokens, at);
		if (months === undefined || months >= grownUpMonths) {
			named.push(tokens[at] ?? '');
			continue;
		}
		named.push(months < youngMonths ? 'infantyoung' : 'infantage');
		at += tokens[at + 2] === 'old' ? 2 : 1;
	}
	return named;
}

function ageAt(tokens: Tokens, at: number): number | undefined {
	const [count = '', unit = '', next] = tokens.slice(at, at + 3);
	const number = /^\d{1,2}$/.test(count) ? Number(count) : numbers.indexOf(count);
	const perUnit = Object.hasOwn(monthsIn, unit) ? monthsIn[unit] : undefined;
	if (number < 1 || perUnit === undefined) {
		return undefined;
	}
	const isAge =
		next === 'old'
			? !things.has(tokens[at + 3] ?? '')
			: unit === 'yo' ||
				unit === 'mo' ||
				(['is', 'are', 'turned', 'just'].includes(tokens[at - 1] ?? '') && isChild(tokens[at - 2]));
	return isAge ? number * perUnit : undefined;
}

function isChild(word: string | undefined): boolean {
	return word !== undefined && children.has(word);
}
