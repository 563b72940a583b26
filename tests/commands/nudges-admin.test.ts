import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { nudges } from '../../commands/nudges.ts';
import { nudgesAdmin } from '../../commands/nudges-admin.ts';
import type { Announced, App, RoleChange } from '../../src/app.ts';
import { channelDone, channelRole, channelSkipped } from '../../src/discord/post-message.ts';
import type { ChannelPost } from '../../src/nudges/channel-posts.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { localTime } from '../../src/nudges/local-time.ts';
import { describeRecord } from '../../src/nudges/nudge-status.ts';
import type { PostAnswered } from '../../src/nudges/post-answers.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { aRecord, aTopicRecord } from '../nudges/stage.ts';
import { aDiary } from '../support/a-diary.ts';
import { aMember, aModerator, NOW } from '../support/a-member.ts';
import { anApp } from '../support/an-app.ts';
import { press } from '../support/press.ts';
import { customIdOf, said } from '../support/said.ts';

const zone = timeZone.parse('Europe/Berlin');
const at9 = localTime.parse(540);
const record = aRecord({ zone, channelId: '800', topics: new Map([['sleep', aTopicRecord('9')]]) });
const post: ChannelPost = { channelId: '800', roleId: undefined, status: describeRecord(record, NOW) };
const refused = (count: number, code: number): ChannelPost => ({
	...post,
	status: describeRecord({ ...record, refusal: { count, day: localDay.parse(20_778), code } }, NOW),
});

const role = { id: '555', permissions: '0', managed: false, mentionable: true };
const wish = {
	subcommand: 'channel-start',
	channel: { id: '800', type: 0 },
	topics: 'sleep',
	time: '9',
	timezone: 'Berlin',
};
const stopAsked = { subcommand: 'channel-stop', channel: { id: '800' } };
const statusAsked = { subcommand: 'channel-status' };

const moderator = aModerator({
	permissions: PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageRoles,
});

interface Scene {
	announced?: Announced;
	looks?: 'harmless' | 'powerful' | 'gone';
	full?: boolean;
	posts?: readonly ChannelPost[];
	answered?: PostAnswered | 'stopped';
	change?: RoleChange;
}

/** What was asked of the features, in order. */
function anAppThatRecords(scene: Scene = {}) {
	const { done, noted } = aDiary();
	const { posts = [post] } = scene;
	const app: App = anApp({
		nudges: {
			plan: async () => ({
				memberId: '800',
				timeZone: zone,
				topics: [{ topic: 'sleep', time: at9 }],
				exact: false,
				programme: false,
			}),
		},
		channelPosts: {
			isFull: async () => scene.full ?? false,
			start: noted('start', post),
			stop: noted('stop', posts.length > 0),
			list: noted('list', posts),
			find: noted('find', posts[0]),
		},
		channels: { announce: noted('announce', scene.announced ?? { kind: 'sent' as const }) },
		roles: {
			look: noted('look', scene.looks ?? 'harmless'),
			give: noted('give', scene.change ?? 'changed'),
			take: noted('take', scene.change ?? 'changed'),
		},
		postAnswers: { answer: noted('answer', scene.answered ?? { isNew: true, doneOfWeek: 3 }) },
	});
	return { app, done };
}

/** Asks for posts and presses the button under what is shown. */
async function startWith(scene: Scene, options: Record<string, unknown> = wish, presser = moderator) {
	const { app, done } = anAppThatRecords(scene);
	const card = await nudgesAdmin.execute(options, app, moderator);
	const reply = await press(nudgesAdmin, customIdOf(card, 'Start posting'), app, presser);
	return { reply, done };
}

describe('/nudges-admin channel-start', () => {
	test('shows what would be posted, and stores nothing yet', async () => {
		const { app, done } = anAppThatRecords();
		const card = said(await nudgesAdmin.execute({ ...wish, role }, app, moderator));
		expect(card).toContain('In <#800> I would post one message a day');
		expect(card).toContain('about sleep, at 09:00 by the clock of Europe/Berlin');
		expect(card).toContain('only that member sees their own');
		expect(card).toContain('it notifies <@&555>');
		expect(card).toContain('/nudges-admin channel-stop, at once');
		expect(card).not.toContain('notifies nobody');
		expect(done).toEqual([]);
	});

	test('says when Discord would not notify the role', async () => {
		const { app } = anAppThatRecords();
		const silent = { ...wish, role: { ...role, mentionable: false } };
		expect(said(await nudgesAdmin.execute(silent, app, moderator))).toContain(
			'At present it notifies nobody',
		);
	});

	test('posts a first message before it stores what was shown', async () => {
		const { reply, done } = await startWith({}, { ...wish, role });
		const plan = { channelId: '800', topics: ['sleep'], time: 540, timeZone: 'Europe/Berlin', roleId: '555' };
		expect(done).toEqual([
			['look', { guildId: '900', roleId: '555' }],
			['announce', expect.objectContaining({ guildId: '900', channelId: '800' })],
			['start', '900', plan],
		]);
		expect(said(reply)).toContain('## It is on\n<#800>: sleep daily at 09:00, Europe/Berlin');
	});

	test.each<[string, Scene, string]>([
		['cannot be seen', { announced: { kind: 'refused', code: 50001 } }, 'I cannot see that channel'],
		['is closed', { announced: { kind: 'refused', code: 50013 } }, 'I may not write in that channel'],
		['is gone', { announced: { kind: 'refused', code: 10003 } }, 'That channel is gone'],
		['is refused otherwise', { announced: { kind: 'refused', code: 160002 } }, 'code 160002'],
		['belongs to another server', { announced: { kind: 'elsewhere' } }, 'none of this server’s'],
		['has a role with power by now', { looks: 'powerful' }, 'cannot be handed out at a tap'],
		['has a role that is gone', { looks: 'gone' }, 'cannot be handed out at a tap'],
	])('turns nothing on where the channel %s', async (_case, scene, words) => {
		const { app, done } = anAppThatRecords(scene);
		const card = await nudgesAdmin.execute({ ...wish, role }, app, moderator);
		const pressed = press(nudgesAdmin, customIdOf(card, 'Start posting'), app, moderator);
		await expect(pressed).rejects.toThrow(words);
		expect(done.map(([name]) => name)).not.toContain('start');
	});

	test.each([
		['has power', { permissions: '8' }],
		['belongs to an app', { managed: true }],
		['is everyone', { id: '900' }],
	])('takes no role that %s', async (_case, changes) => {
		const { app } = anAppThatRecords();
		const asked = nudgesAdmin.execute({ ...wish, role: { ...role, ...changes } }, app, moderator);
		await expect(asked).rejects.toThrow('cannot be handed out at a tap');
	});

	test('takes a role only from who may hand it out, also at the press', async () => {
		const { app } = anAppThatRecords();
		const words = 'the “Manage Roles” permission yourself';
		await expect(nudgesAdmin.execute({ ...wish, role }, app, aModerator())).rejects.toThrow(words);
		await expect(startWith({}, { ...wish, role }, aModerator())).rejects.toThrow(words);
	});

	test('is refused when the server has enough', async () => {
		const { app } = anAppThatRecords({ full: true });
		await expect(nudgesAdmin.execute(wish, app, moderator)).rejects.toThrow('5 channels');
	});
});

describe('/nudges-admin channel-stop', () => {
	test.each([
		[[post], 'Nothing more is posted in <#800>'],
		[[], 'No posts are on in <#800>'],
	])('says what came of it', async (posts, words) => {
		const { app, done } = anAppThatRecords({ posts });
		expect(said(await nudgesAdmin.execute(stopAsked, app, moderator))).toContain(words);
		expect(done).toEqual([['stop', '900', '800']]);
	});
});

describe('/nudges-admin channel-status', () => {
	test.each<[string, ChannelPost, string]>([
		['what comes when', post, '<#800>: sleep daily at 09:00, Europe/Berlin: next <t:'],
		['whom it notifies', { ...post, roleId: '555' }, 'Notifies <@&555>.'],
		['a refusal', refused(1, 50001), 'I cannot see that channel. Please give Gutsy “View Channel”'],
		['that it is tried again', refused(2, 50013), 'I try again tomorrow'],
		['that it is given up', refused(3, 10003), 'Three posts in a row were refused, so I stopped trying.'],
		['how it begins anew', refused(3, 10004), '/nudges-admin channel-start begins anew'],
		['a start that was cut off', { ...post, status: undefined }, 'was cut off, so nothing comes'],
	])('tells %s', async (_case, shown, words) => {
		const { app } = anAppThatRecords({ posts: [shown] });
		expect(said(await nudgesAdmin.execute(statusAsked, app, moderator))).toContain(words);
	});

	test('has a button for each channel that stops its posts, under the presser’s own server', async () => {
		const { app, done } = anAppThatRecords({ posts: [{ ...post, channelId: '799' }, post] });
		const list = await nudgesAdmin.execute(statusAsked, app, moderator);
		const stopping = aModerator({ guildId: '901' });
		expect(said(await press(nudgesAdmin, customIdOf(list, 'Stop 2'), app, stopping))).toContain('<#800>');
		expect(done.at(-1)).toEqual(['stop', '901', '800']);
	});

	test('says when no channel has any', async () => {
		const { app } = anAppThatRecords({ posts: [] });
		expect(said(await nudgesAdmin.execute(statusAsked, app, moderator))).toContain(
			'No channel of this server',
		);
	});
});

describe('who moderates nothing', () => {
	const strangers = [
		['a member', aMember({ userId: '701' })],
		['somebody whose app it is outside servers', { ...aModerator(), guildId: undefined }],
	] as const;

	test.each(strangers)('is refused every command: %s', async (_case, stranger) => {
		for (const asked of [wish, stopAsked, statusAsked])
			await expect(nudgesAdmin.execute(asked, anApp(), stranger)).rejects.toThrow('for moderators');
	});

	test.each(strangers)('is refused every button: %s', async (_case, stranger) => {
		const { app } = anAppThatRecords();
		const start = customIdOf(await nudgesAdmin.execute(wish, app, moderator), 'Start posting');
		const stop = customIdOf(await nudgesAdmin.execute(statusAsked, app, moderator), 'Stop 1');
		for (const id of [start, stop])
			await expect(press(nudgesAdmin, id, anApp(), stranger)).rejects.toThrow('for moderators');
	});
});

describe('the buttons under a post', () => {
	const anyone = { owner: 'anyone', now: NOW } as const;
	const done = channelDone.write({ ...anyone, day: '20458', topic: 'sleep' });
	const skipped = channelSkipped.write({ ...anyone, day: '20458', topic: 'sleep' });

	test.each([
		[done, 'done'],
		[skipped, 'not-today'],
	])('count an answer for who pressed, in the channel where they did', async (id, mark) => {
		const { app, done: asked } = anAppThatRecords();
		const reply = await press(nudges, id, app, aMember());
		expect(reply).toMatchObject({ kind: 'message', visibility: 'private' });
		expect(said(reply)).toContain('Sleep here: done on 3 of the last 7 days.');
		expect(asked).toEqual([['answer', '700', { channelId: '800', topic: 'sleep', day: 20_458, mark }]]);
	});

	test('say when the answer had been given, and when the posts have ended', async () => {
		const { app } = anAppThatRecords({ answered: { isNew: false, doneOfWeek: 1 } });
		expect(said(await press(nudges, done, app, aMember()))).toContain('the first answer stands');
		const ended = anAppThatRecords({ answered: 'stopped' });
		await expect(press(nudges, done, ended.app, aMember())).rejects.toThrow('These posts have ended');
	});

	const roleId = channelRole.write(anyone);

	test('give the role of the channel, or take it from who has it', async () => {
		const wanted = { guildId: '900', memberId: '700', roleId: '555' };
		const { app, done: asked } = anAppThatRecords({ posts: [{ ...post, roleId: '555' }] });
		expect(said(await press(nudges, roleId, app, aMember()))).toContain('You have <@&555> now');
		expect(said(await press(nudges, roleId, app, aMember({ roles: ['555'] })))).toContain(
			'no longer have <@&555>',
		);
		expect(asked.filter(([name]) => name !== 'find')).toEqual([
			['give', wanted],
			['take', wanted],
		]);
	});

	test.each<[Exclude<RoleChange, 'changed'>, string]>([
		['forbidden', 'its own role must stand above this one'],
		['powerful', 'nobody should get at a tap'],
		['gone', 'That role is gone'],
	])('say why the role is %s', async (change, words) => {
		const { app } = anAppThatRecords({ posts: [{ ...post, roleId: '555' }], change });
		await expect(press(nudges, roleId, app, aMember())).rejects.toThrow(words);
	});

	test.each([
		['the posts have ended', [], {}],
		['the posts have no role', [post], {}],
		['Gutsy is not installed here', [post], { guildId: undefined }],
	])('change no role where %s', async (_case, posts, changes) => {
		const { app } = anAppThatRecords({ posts });
		await expect(press(nudges, roleId, app, aMember(changes))).rejects.toThrow('no role to take or drop');
	});
});
