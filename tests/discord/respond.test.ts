import { describe, expect, test } from 'vitest';
import { text } from '../../src/discord/components.ts';
import { modal } from '../../src/discord/modal.ts';
import { privately, publicly, type Reply, update } from '../../src/discord/reply.ts';
import { type Deferral, respond } from '../../src/discord/respond.ts';
import { aConversation, type RecordedConversation } from '../support/a-conversation.ts';

const hello = privately(text('Hello'));
const form = modal('Form', 'form:*:1', []);

const explain = (error: unknown) => privately(text(`Sorry: ${String(error)}`));
const expiries = { watch: () => undefined };
const isOver = (error: unknown) => error instanceof Error && error.message === 'over';

function quickly(conversation: RecordedConversation, reply: Reply, deferral: Deferral = 'private') {
	return respond({
		conversation,
		deferral,
		deferAfter: 60_000,
		run: async () => reply,
		explain,
		isOver,
		expiries,
	});
}

/** Answers only after Discord has been asked for patience. */
function slowly(conversation: RecordedConversation, reply: Reply | Error, deferral: Deferral) {
	const acknowledged = { private: 'defer', public: 'defer', update: 'deferUpdate', modal: 'reply' } as const;
	return respond({
		conversation,
		deferral,
		deferAfter: 0,
		explain,
		isOver,
		expiries,
		run: async () => {
			await conversation.once(acknowledged[deferral]);
			if (reply instanceof Error) throw reply;
			return reply;
		},
	});
}

describe('respond()', () => {
	test('answers a quick command at once', async () => {
		const conversation = aConversation();
		await quickly(conversation, hello);
		expect(conversation.said).toEqual([['reply', hello]]);
	});

	test('updates the message under a quick button', async () => {
		const conversation = aConversation();
		await quickly(conversation, update(text('New')), 'update');
		expect(conversation.said).toEqual([['update', update(text('New'))]]);
	});

	test('follows an answer with a second message, and an update too', async () => {
		const second = publicly(text('For all'));
		for (const [reply, how] of [
			[{ ...hello, followedBy: second }, 'reply'],
			[{ ...update(text('Done')), followedBy: second }, 'update'],
		] as const) {
			const conversation = aConversation();
			await quickly(conversation, reply, how === 'update' ? 'update' : 'private');
			expect(conversation.said.map(([what]) => what)).toEqual([how, 'followUp']);
			expect(conversation.said.at(-1)).toEqual(['followUp', second]);
		}
	});

	test('apologises in a second message when only that one cannot be sent', async () => {
		const conversation = aConversation();
		const tooMuch = publicly(...Array.from({ length: 41 }, () => text('x')));
		await quickly(conversation, { ...hello, followedBy: tooMuch });
		expect(conversation.said.map(([what]) => what)).toEqual(['reply', 'followUp']);
		expect(JSON.stringify(conversation.said.at(-1))).toContain('Sorry');
	});

	test('opens a quick modal', async () => {
		const conversation = aConversation();
		await quickly(conversation, form, 'modal');
		expect(conversation.said).toEqual([['showModal', form.kind === 'modal' ? form.modal : undefined]]);
	});

	test.each([
		[
			'private',
			hello,
			[
				['defer', 'private'],
				['editOriginal', { components: hello.components }],
			],
		],
		[
			'public',
			publicly(text('All')),
			[
				['defer', 'public'],
				['editOriginal', { components: [text('All')] }],
			],
		],
		['update', update(text('New')), [['deferUpdate'], ['editOriginal', update(text('New'))]]],
		['update', hello, [['deferUpdate'], ['followUp', hello]]],
	] as const)('acknowledges a slow %s answer first', async (deferral, reply, said) => {
		const conversation = aConversation();
		await slowly(conversation, reply, deferral);
		expect(conversation.said).toEqual(said);
	});

	test('never shows a private answer to all after a public acknowledgement', async () => {
		const conversation = aConversation();
		await slowly(conversation, hello, 'public');
		expect(conversation.said).toEqual([['defer', 'public'], ['deleteOriginal'], ['followUp', hello]]);
	});

	test('says so when a modal takes too long, because it cannot follow a deferral', async () => {
		const conversation = aConversation();
		await slowly(conversation, form, 'modal');
		expect(conversation.said).toEqual([['reply', expect.objectContaining({ visibility: 'private' })]]);
	});

	test('puts a late refusal in the place of “took too long”', async () => {
		const conversation = aConversation();
		await slowly(conversation, hello, 'modal');
		expect(conversation.said.map(([kind]) => kind)).toEqual(['reply', 'editOriginal']);
	});

	test.each([
		['a rejection', () => Promise.reject(new Error('boom'))],
		[
			'a throw',
			() => {
				throw new Error('boom');
			},
		],
	])('explains %s once, and leaves no timer behind', async (_what, run) => {
		const conversation = aConversation();
		await respond({ conversation, deferral: 'private', deferAfter: 60_000, run, explain, isOver, expiries });
		expect(conversation.said).toEqual([['reply', explain(new Error('boom'))]]);
	});

	test('never sends what Discord would refuse as a whole, but an apology', async () => {
		const conversation = aConversation();
		await quickly(conversation, privately(text('x'.repeat(4_001))));
		expect(JSON.stringify(conversation.said)).toContain('4001 characters of text');
	});

	test.each([
		['private', 'editOriginal', ['defer', 'editOriginal', 'editOriginal']],
		['update', 'followUp', ['deferUpdate', 'followUp', 'followUp']],
	] as const)(
		'apologises on the same way when a slow %s answer cannot be sent',
		async (deferral, fails, said) => {
			const conversation = aConversation({ [fails]: new Error('broken') });
			await expect(slowly(conversation, hello, deferral)).rejects.toThrow('broken');
			expect(conversation.said.map(([kind]) => kind)).toEqual(said);
		},
	);

	test('tries nothing more when the interaction is over', async () => {
		const conversation = aConversation({ reply: new Error('over') });
		await expect(quickly(conversation, hello)).rejects.toThrow('over');
		expect(conversation.said).toHaveLength(1);
	});
});
