import { z } from 'zod';
import { readCustomId } from '../../src/discord/custom-id.ts';
import { topic } from '../../src/nudges/topic.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/sandbox/local-discord.ts';
import { defaultRateLimits } from '../../src/sandbox/rate-limits.ts';
import type { Attempt, StoredMessage } from './facts.ts';
import { type FromDiscord, type ToDiscord, toDiscord } from './messages.ts';

// The local Discord in a process of its own, which tells what it stored. Its limits are lifted, as runs are faster than life.
const SEND = 'POST /channels/{channel_id}/messages';
const FREE = { limit: Number.POSITIVE_INFINITY, perMs: 1_000 };

const withNonce = z.object({ nonce: z.string() });
const rows = z.array(z.object({ components: z.array(z.object({ custom_id: z.string().optional() })) }));

let discord: LocalDiscord | undefined;
let facts: { messages: StoredMessage[]; attempts: Attempt[] } | undefined;
const tell = (message: FromDiscord) => {
	if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
};

async function start(members: number, aheadMs: number): Promise<void> {
	const rateLimits = { ...defaultRateLimits, global: FREE, routes: {}, invalidRequests: FREE, dmOpens: FREE };
	const there = await startLocalDiscord({ rateLimits });
	discord = there;
	moveTo(there, aheadMs);
	const guild = there.world.addGuild({ name: 'Everybody', channels: ['general'] });
	const people = Array.from({ length: members }, (_, index) => {
		const { id } = there.world.addUser({ username: `member${index}` });
		there.world.addMember(guild.id, id);
		return { id, channelId: there.member(id, 'dm').channelId };
	});
	there.on((event) => {
		if (event.type === 'message-created') {
			const { channelId, createdAt, components } = event.message;
			note().messages.push({ channelId, at: createdAt, ...subjectOf(components) });
		}
		if (event.type === 'request' && event.request.route === SEND) {
			const { params, at, body, fault } = event.request;
			const nonce = withNonce.safeParse(body).data?.nonce;
			note().attempts.push({ channelId: params['channel_id'] ?? '', at, nonce, fault });
		}
	});
	tell({ kind: 'started', apiUrl: there.apiUrl, token: there.token, members: people });
}

/** What happens in one turn of the loop is told in one message. */
function note(): NonNullable<typeof facts> {
	if (facts === undefined) {
		facts = { messages: [], attempts: [] };
		setImmediate(() => {
			if (facts) tell({ kind: 'facts', ...facts });
			facts = undefined;
		});
	}
	return facts;
}

/** The date and the topics stand in the buttons, as members would press them. */
function subjectOf(components: unknown): Pick<StoredMessage, 'day' | 'topics'> {
	const ids = rows.parse(components).flatMap((row) => row.components.map(({ custom_id }) => custom_id ?? ''));
	const done = ids.map((id) => readCustomId(id)).filter((id) => id?.route === 'nudge.done');
	return {
		day: Number(done[0]?.params[0]),
		topics: done.map((id) => topic.parse(id?.params[1])),
	};
}

function moveTo(there: LocalDiscord, aheadMs: number): void {
	there.clock.set(Date.now() + aheadMs);
}

async function obey(message: ToDiscord): Promise<void> {
	if (message.kind === 'start') return start(message.members, message.aheadMs);
	if (discord === undefined) throw new Error('The local Discord has not been started');
	switch (message.kind) {
		case 'clock':
			moveTo(discord, message.aheadMs);
			return tell({ kind: 'moved' });
		case 'storm':
			discord.faults.onRoute(SEND, { times: message.times, answer: message.fault });
			return;
		case 'close-dms':
			discord.faults.closeDms(message.memberId);
			return tell({ kind: 'closed' });
		case 'problems':
			return tell({ kind: 'problems', problems: discord.problems() });
	}
}

process.on('message', (raw) => {
	obey(toDiscord.parse(raw)).catch((error: unknown) => {
		process.stderr.write(`${String(error)}\n`);
		process.exit(1);
	});
});
process.once('disconnect', () => process.exit(0));
tell({ kind: 'warm' });
