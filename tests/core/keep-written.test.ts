import { expect, test } from 'vitest';
import { keepWritten } from '../../src/core/keep-written.ts';
import { UserError } from '../../src/core/user-error.ts';

const failing = (error: Error) => async () => {
	throw error;
};
const broken = new Error('down');

test.each([
	['a refusal', new UserError('Too long'), { message: 'Too long', written: 'mine', cause: undefined }],
	[
		'a refusal that gives more back',
		new UserError('Too long', { written: 'all of mine' }),
		{ written: 'all of mine' },
	],
	[
		'a refusal for something that broke',
		new UserError('Later', { cause: broken }),
		{ cause: broken, written: 'mine' },
	],
	['what broke', broken, { message: 'It broke', written: 'mine', cause: broken }],
])('%s gives the text back', async (_what, error, expected) => {
	await expect(keepWritten('mine', 'It broke', failing(error))).rejects.toMatchObject(expected);
});

test('nothing is made of what broke where nothing was written', async () => {
	await expect(keepWritten(undefined, 'It broke', failing(broken))).rejects.toBe(broken);
});
