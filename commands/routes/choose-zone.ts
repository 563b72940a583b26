import { z } from 'zod';
import type { App } from '../../src/app.ts';
import type { Caller } from '../../src/discord/caller.ts';
import { button, buttons, text } from '../../src/discord/components.ts';
import { defineCustomId, defineRoute } from '../../src/discord/define-route.ts';
import { privately, type Reply } from '../../src/discord/reply.ts';
import { formatLocalTime, localTime, parseLocalTime } from '../../src/nudges/local-time.ts';
import { parseTopics } from '../../src/nudges/parse-topics.ts';
import { UnclearZoneError } from '../../src/nudges/resolve-time-zone.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { TOPICS } from '../../src/nudges/topic.ts';
import { startNudges, type Wish } from './consent.ts';

/** Carries all else that was wished for, so that nothing is typed again. */
const chooseZone = defineCustomId('nudges.zone', ['topics', 'time', 'zone', 'flags']);

/** Starts nudges; where the time zone is not clear, offers those that may be meant. */
export async function startOrAskWhere(wish: Wish, app: App, caller: Caller): Promise<Reply> {
	try {
		return await startNudges(wish, app, caller);
	} catch (error) {
		if (error instanceof UnclearZoneError) return renderZones(error, wish, caller);
		throw error;
	}
}

export function renderZones(
	{ message, near }: UnclearZoneError,
	wish: Wish,
	{ userId, now }: Pick<Caller, 'userId' | 'now'>,
): Reply {
	const kept = {
		owner: userId,
		now,
		topics: parseTopics(wish.topics)
			.map((about) => TOPICS.indexOf(about))
			.join(''),
		time: wish.time === undefined ? '' : String(parseLocalTime(wish.time)),
		flags: `${wish.exact === undefined ? '' : wish.exact ? 'x' : 'r'}${wish.programme ? 'p' : ''}`,
	};
	return privately(
		text(message),
		buttons(...near.map((zone) => button(zone, chooseZone.write({ ...kept, zone })))),
	);
}

export const startInZone = defineRoute({
	id: chooseZone,
	answers: 'message',
	input: z.object({
		topics: z.string().regex(/^[0-2]{1,3}$/),
		time: z.union([z.literal(''), z.coerce.number().pipe(localTime)]),
		zone: timeZone,
		flags: z.string().regex(/^[xr]?p?$/),
	}),
	run: ({ topics, time, zone, flags }, app, caller) =>
		startNudges(
			{
				topics: [...topics].map((at) => TOPICS[Number(at)]).join(','),
				time: time === '' ? undefined : formatLocalTime(time),
				timezone: zone,
				exact: flags.startsWith('x') ? true : flags.startsWith('r') ? false : undefined,
				programme: flags.endsWith('p') ? true : undefined,
			},
			app,
			caller,
		),
});
