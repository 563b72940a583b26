import { describe, expect, test } from 'vitest';
import { extend, kindOf } from '../../../src/core/linear/feature-hash.ts';
import { predict } from '../../../src/core/linear/linear-model.ts';
import { ModelFileError, readModel, writeModel } from '../../../src/core/linear/model-file.ts';
import { createVectorizer, type Describe } from '../../../src/core/linear/sparse-vector.ts';
import { trainModel } from '../../../src/core/linear/train-model.ts';

const WORD = kindOf('word');
const describeWords: Describe = (text, add) => {
	for (const word of text.split(' ').filter(Boolean)) add(extend(WORD, word), 1);
};

const examples = [
	{ text: 'red apple', label: 'fruit' },
	{ text: 'green pear', label: 'fruit' },
	{ text: 'fast car', label: 'vehicle' },
	{ text: 'slow bus', label: 'vehicle' },
];

const train = (lines = examples) =>
	trainModel(lines, {
		labels: ['fruit', 'vehicle'],
		describe: describeWords,
		bits: 8,
		epochs: 20,
		rate: 2,
		decay: 0,
	});

function likeliest(text: string, model = train()): string | undefined {
	const shares = predict(model, createVectorizer(describeWords, model.bits, model.worth)(text));
	return model.labels[shares.indexOf(Math.max(...shares))];
}

describe('a linear model', () => {
	test.each([
		['apple', 'fruit'],
		['a red pear', 'fruit'],
		['my slow car', 'vehicle'],
	])('has learnt what “%s” is', (text, label) => {
		expect(likeliest(text)).toBe(label);
	});

	test('gives shares of 1', () => {
		const model = train();
		const shares = predict(model, createVectorizer(describeWords, 8, model.worth)('apple bus'));
		expect(shares[0]).toBeGreaterThan(0);
		expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5);
	});

	test('is the same to the byte for the same lines, and another for others', () => {
		expect(writeModel(train()).equals(writeModel(train()))).toBe(true);
		expect(train(examples.slice(1)).trainedOn).not.toBe(train().trainedOn);
	});

	test('costly lines weigh more', () => {
		const contested = [...examples, { text: 'orange', label: 'fruit' }, { text: 'orange', label: 'vehicle' }];
		const dear = contested.map((each, index) => (index === 5 ? { ...each, cost: 5 } : each));
		expect(likeliest('orange', train(dear))).toBe('vehicle');
	});

	test('refuses a label that it was not told of', () => {
		expect(() => train([{ text: 'oak', label: 'tree' }])).toThrow('No such label: tree');
	});
});

describe('a model file', () => {
	const bytes = writeModel(train());

	test('gives the model back', () => {
		const model = readModel(bytes, 'a.bin');
		expect(model).toMatchObject({ labels: ['fruit', 'vehicle'], bits: 8 });
		expect(likeliest('apple', model)).toBe('fruit');
		expect(writeModel(model).equals(bytes)).toBe(true);
	});

	test.each([
		['is empty', Buffer.alloc(0), 'not a model file'],
		['is something else', Buffer.from('{"labels":[]}'), 'not a model file'],
		['ends early', bytes.subarray(0, -1), 'where its header says'],
		['has more', Buffer.concat([bytes, Buffer.alloc(3)]), 'where its header says'],
		[
			'has a broken header',
			Buffer.concat([bytes.subarray(0, 8), Buffer.alloc(500)]),
			'header cannot be read',
		],
	])('that %s is named', (_case, broken, why) => {
		expect(() => readModel(broken, 'answers.bin')).toThrow(ModelFileError);
		expect(() => readModel(broken, 'answers.bin')).toThrow(`answers.bin: `);
		expect(() => readModel(broken, 'answers.bin')).toThrow(why);
	});
});

describe('a vectorizer', () => {
	const vectorOf = createVectorizer(describeWords, 8);

	test('gives length 1, and no length without features', () => {
		expect(Math.hypot(...vectorOf('a b c').values)).toBeCloseTo(1, 5);
		expect(vectorOf('').values).toHaveLength(0);
	});

	test('counts a repeated feature twice at most', () => {
		const often = vectorOf(`${'a '.repeat(50)}b`);
		expect([...often.values].sort()).toEqual([1 / Math.sqrt(5), 2 / Math.sqrt(5)].map(Math.fround));
	});

	test('keeps nothing of the text before', () => {
		const alone = vectorOf('b');
		vectorOf('a b c');
		expect(vectorOf('b')).toEqual(alone);
	});
});
