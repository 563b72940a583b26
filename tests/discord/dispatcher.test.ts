import { DiscordAPIError } from 'discord.js';
import { type APIInteraction, ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/core/user-error.ts';
import type { Caller } from '../../src/discord/caller.ts';
import { text } from '../../src/discord/components.ts';
import { type Command, defineCommand } from '../../src/discord/define-command.ts';
import { defineCustomId, defineRoute } from '../../src/discord/define-route.ts';
import { createDispatcher } from '../../src/discord/dispatcher.ts';
import { type FollowUp, privately, type Reply } from '../../src/discord/reply.ts';
import { aConversation } from '../support/a-conversation.ts';
import { aLog } from '../support/a-log.ts';
import { NOW } from '../support/a-member.ts';
import { anApp } from '../support/an-app.ts';
import { anInteraction } from '../support/an-interaction.ts';

const data = { name: 'ask', description: 'Ask', contexts: [], integration_types: [] };
const pressed = defineCustomId('pressed', ['what']);

function aCommand(run: (what: string) => Reply | Promise<Reply>): Command {
	return defineCommand({
		data,
		input: z.object({ question: z.string() }),
		routes: [
			defineRoute({
				id: pressed,
				answers: 'message',
				input: z.object({ what: z.string() }),
				run: ({ what }) => run(what),
			}),
		],
		autocomplete: {
			question: (typed) => Array.from({ length: 30 }, (_, n) => ({ name: `${typed} ${n}`, value: `${n}` })),
		},
		run: ({ question }) => run(question),
	});
}

function set(run: (what: string) => Reply | Promise<Reply>, notice: Notice = async () => undefined) {
	const log = aLog();
	const dispatch = createDispatcher({
		commands: [aCommand(run)],
		app: anApp(),
		clock: () => NOW,
		log,
		newReference: () => 'REF1',
		notice,
		deferAfter: 60_000,
		formWithin: 60_000,
	});
	return { log, dispatch };
}

type Notice = (caller: Caller) => Promise<FollowUp | undefined>;

const asking: APIInteraction = anInteraction({
	type: InteractionType.ApplicationCommand,
	data: {
		id: '1',
		name: 'ask',
		type: ApplicationCommandType.ChatInput,
		options: [{ name: 'question', type: 3, value: 'kimchi' }],
	},
});

function pressing(custom_id: string): APIInteraction {
	return anInteraction({
		type: InteractionType.MessageComponent,
		data: { custom_id, component_type: 2 },
		message: { id: '5', components: [] },
	});
}

function refusedByDiscord(code: number) {
	return new DiscordAPIError({ code, message: 'No' }, code, 400, 'POST', 'https://discord.com/api', {});
}

const echo = (what: string) => privately(text(what));

describe('the dispatcher', () => {
	test('takes a slash command to its run and the reply to Discord', async () => {
		const conversation = aConversation();
		await set(echo).dispatch(asking, conversation);
		expect(conversation.said).toEqual([['reply', echo('kimchi')]]);
	});

	test('says what else there is to say after a command, in private', async () => {
		const conversation = aConversation();
		const notice: Notice = async ({ userId }) => privately(text(`By the way, ${userId}`));
		await set(echo, notice).dispatch(asking, conversation);
		expect(conversation.said).toEqual([
			['reply', echo('kimchi')],
			['followUp', privately(text('By the way, 700'))],
		]);
	});

	test('says nothing more after a button, nor after an answer that did not arrive', async () => {
		const notice: Notice = () => Promise.reject(new Error('Not to be asked'));
		const { dispatch, log } = set(echo, notice);
		await dispatch(pressing(pressed.write({ owner: '700', now: NOW, what: 'more' })), aConversation());
		await dispatch(asking, aConversation({ reply: refusedByDiscord(10062) }));
		expect(log.lines.filter(({ level }) => level === 'debug')).toEqual([]);
	});

	test('leaves the answer as it is when it cannot tell whether there is more to say', async () => {
		const conversation = aConversation();
		await set(echo, () => Promise.reject(new Error('Redis is away'))).dispatch(asking, conversation);
		expect(conversation.said).toEqual([['reply', echo('kimchi')]]);
	});

	test('takes a button to its route, however old the message is', async () => {
		const conversation = aConversation();
		const id = pressed.write({ owner: '700', now: NOW - 400 * 86_400_000, what: 'more' });
		await set(echo).dispatch(pressing(id), conversation);
		expect(conversation.said).toEqual([['reply', echo('more')]]);
	});

	test('lets nobody press what belongs to another', async () => {
		const conversation = aConversation();
		await set(echo).dispatch(pressing(pressed.write({ owner: '701', now: NOW, what: 'more' })), conversation);
		expect(JSON.stringify(conversation.said)).toContain('belongs to somebody else');
	});

	test.each(['nothing:*:1', 'from another bot'])(
		'explains a component that no route takes: %s',
		async (id) => {
			const conversation = aConversation();
			await set(echo).dispatch(pressing(id), conversation);
			expect(JSON.stringify(conversation.said)).toContain('no longer works');
		},
	);

	test('shows a refusal in its own words and logs no error', async () => {
		const conversation = aConversation();
		const { dispatch, log } = set(() => Promise.reject(new UserError('Please name a time.')));
		await dispatch(asking, conversation);
		expect(conversation.said).toEqual([['reply', privately(text('Please name a time.'))]]);
		expect(log.lines).toEqual([]);
	});

	test('answers anything else with an apology whose reference is in the log', async () => {
		const conversation = aConversation();
		const { dispatch, log } = set(() => Promise.reject(new TypeError('boom')));
		await dispatch(asking, conversation);
		const said = JSON.stringify(conversation.said);
		expect(said).toContain('REF1');
		expect(said).not.toContain('boom');
		expect(log.lines).toEqual([
			{
				level: 'error',
				message: 'An interaction failed',
				fields: { what: '/ask', reference: 'REF1', err: expect.any(TypeError) },
			},
		]);
	});

	test.each([10062, 40060])('logs code %i once and never answers again', async (code) => {
		const conversation = aConversation({ reply: refusedByDiscord(code) });
		const { dispatch, log } = set(echo);
		await dispatch(asking, conversation);
		expect(conversation.said).toHaveLength(1);
		expect(log.lines).toEqual([expect.objectContaining({ level: 'warn', fields: { what: '/ask', code } })]);
	});

	test('tries one apology when Discord refuses the answer itself', async () => {
		const conversation = aConversation({ reply: refusedByDiscord(50035) });
		const { dispatch, log } = set(echo);
		await dispatch(asking, conversation);
		expect(conversation.said.map(([kind]) => kind)).toEqual(['reply', 'reply']);
		expect(log.lines.map(({ message }) => message)).toEqual([
			'An interaction failed',
			'No answer reached the member',
		]);
	});

	test.each([
		[
			'a command without a user',
			{
				type: InteractionType.ApplicationCommand,
				member: undefined,
				data: { name: 'ask', type: 1, options: [] },
			},
		],
		[
			'a modal without components',
			{ type: InteractionType.ModalSubmit, data: { custom_id: 'pressed:*:1:x' } },
		],
		['a button without data', { type: InteractionType.MessageComponent, data: undefined }],
	])('apologises for %s, once', async (_what, part) => {
		const conversation = aConversation();
		await set(echo).dispatch(anInteraction(part), conversation);
		expect(conversation.said.map(([kind]) => kind)).toEqual(['reply']);
	});

	test('fits suggestions to what Discord takes', async () => {
		const conversation = aConversation();
		const typing = anInteraction({
			type: InteractionType.ApplicationCommandAutocomplete,
			data: {
				id: '1',
				name: 'ask',
				type: 1,
				options: [{ name: 'question', type: 3, value: 'x'.repeat(120), focused: true }],
			},
		});
		await set(echo).dispatch(typing, conversation);
		const [, choices] = conversation.said[0] ?? [];
		expect(choices).toHaveLength(25);
		expect(choices).toContainEqual({ name: expect.stringMatching(/^x{99}…$/), value: '0' });
	});
});
