import { describe, expect, test } from 'vitest';
import { text } from '../../src/discord/components.ts';
import { modal } from '../../src/discord/modal.ts';
import { privately, publicly, type Reply, update } from '../../src/discord/reply.ts';
import { type Deferral, respond } from '../../src/discord/respond.ts';
import { aConversation, type RecordedConversation } from '../support/a-conversation.ts';

const hello = privately(text('Hello'));
const form = modal('Form', 'form:*:1', []);

function quickly(conversation: RecordedConversation, reply: Reply, deferral: Deferral = 'private') {
	return respond({
		conversation,
		deferral,
		deferAfter: 60_000,
		run: async () => reply,
		tooLate: () => undefined,
	});
}

/** Answers only after Discord has been asked for patience. */
async function slowly(conversation: RecordedConversation, reply: Reply, deferral: Deferral) {
	const acknowledged = { private: 'defer', public: 'defer', update: 'deferUpdate', modal: 'reply' } as const;
	let late = false;
	await respond({
		conversation,
		deferral,
		deferAfter: 0,
		run: async () => {
			await conversation.once(acknowledged[deferral]);
			return reply;
		},
		tooLate: () => {
			late = true;
		},
	});
	return late;
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
		expect(conversation.said).toEqual([['update', [text('New')]]]);
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
				['editOriginal', hello.components],
			],
		],
		[
			'public',
			publicly(text('All')),
			[
				['defer', 'public'],
				['editOriginal', [text('All')]],
			],
		],
		['update', update(text('New')), [['deferUpdate'], ['editOriginal', [text('New')]]]],
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
		const late = await slowly(conversation, form, 'modal');
		expect(late).toBe(true);
		expect(conversation.said).toEqual([['reply', expect.objectContaining({ visibility: 'private' })]]);
	});

	test('sends nothing that Discord would refuse as a whole', async () => {
		const conversation = aConversation();
		await expect(quickly(conversation, privately(text('x'.repeat(4_001))))).rejects.toThrow(
			'4001 characters of text',
		);
		expect(conversation.said).toEqual([]);
	});
});
