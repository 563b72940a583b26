import { ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import { entryId, TOPICS, type Topic, topic } from '../src/core/entry-texts.ts';
import { answerCard } from '../src/discord/answer-card.ts';
import { select, shorten, text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { defineCustomId, defineRoute } from '../src/discord/define-route.ts';
import { EVERYWHERE } from '../src/discord/placement.ts';
import { privately, type TopLevel, update } from '../src/discord/reply.ts';
import type { ServerEntry } from '../src/faq/answer.ts';
import { browseAll, browseTopic, TOPIC_NAMES } from './routes/browse-ids.ts';

const pickTopic = defineCustomId('browse.topic');
const pickEntry = defineCustomId('browse.entry', ['topic', 'page']);

/** Discord shows at most 25 options in a select; two are kept for the ways on and back. */
const A_PAGE = 23;
/** What is left of a message's bytes beside the largest card. */
const BESIDE_CARD = 3_000;
const FORWARD = '>';
const BACK = '<';

const one = <Value extends z.ZodType>(value: Value) => z.tuple([value]).transform(([only]) => only);

const openTopic = defineRoute({
	id: browseTopic,
	answers: 'message',
	input: z.object({ topic }),
	async run({ topic: at }, { faq }, { guildId, userId, now }) {
		return privately(...shelf({ at, entries: await faq.browse(guildId, at), page: 0, owner: userId, now }));
	},
});

const openTopics = defineRoute({
	id: browseAll,
	answers: 'message',
	input: z.object({}),
	run: (_input, _app, { userId, now }) => privately(...topics(userId, now)),
});

const changeTopic = defineRoute({
	id: pickTopic,
	answers: 'update',
	input: z.object({ values: one(topic) }),
	async run({ values: at }, { faq }, { guildId, userId, now }) {
		return update(...shelf({ at, entries: await faq.browse(guildId, at), page: 0, owner: userId, now }));
	},
});

const openEntry = defineRoute({
	id: pickEntry,
	answers: 'update',
	input: z.object({
		topic,
		page: z.coerce.number().int().nonnegative(),
		values: one(z.union([entryId, z.literal([FORWARD, BACK])])),
	}),
	async run({ topic: at, page, values: picked }, { faq, stats }, { guildId, userId, where, now }) {
		const entries = await faq.browse(guildId, at);
		const around = { at, entries, owner: userId, now };
		if (picked === FORWARD || picked === BACK)
			return update(...shelf({ ...around, page: picked === FORWARD ? page + 1 : Math.max(0, page - 1) }));
		const entry = await faq.entry(guildId, picked);
		if (!entry) return update(...shelf({ ...around, page }), text('That answer is no longer here.'));
		if (guildId !== undefined) stats.count(guildId, undefined, entry.id);
		const related = await faq.related(guildId, entry);
		return update(
			...shelf({ ...around, page, open: entry.id }),
			...answerCard(entry, { related, now, shareable: where !== 'dm' }),
		);
	},
});

export const browse = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'browse',
		description: 'Look through everything Gutsy can answer, by subject',
		...EVERYWHERE,
	},
	input: z.object({}),
	routes: [openTopic, openTopics, changeTopic, openEntry],
	run: (_input, _app, { userId, now }) => privately(...topics(userId, now)),
});

interface Shelf {
	at: Topic;
	entries: readonly ServerEntry[];
	page: number;
	/** The entry that stands below. */
	open?: string;
	owner: string;
	now: number;
}

/** Both selects stay, so that every step leads back in the same message. */
function shelf({ at, entries, page, open, owner, now }: Shelf): TopLevel[] {
	if (entries.length === 0)
		return [topicSelect(owner, now, at), text(`There is nothing under “${TOPIC_NAMES[at]}” in this server.`)];
	const last = Math.ceil(entries.length / A_PAGE) - 1;
	const shown = Math.min(page, last);
	const options = entries.slice(shown * A_PAGE, (shown + 1) * A_PAGE).map(({ id, title }) => ({
		label: shorten(title, 100),
		value: id,
		default: id === open,
	}));
	if (shown < last) options.push({ label: 'More …', value: FORWARD, default: false });
	if (shown > 0) options.push({ label: 'Back …', value: BACK, default: false });
	return [
		topicSelect(owner, now, at),
		select(
			pickEntry.write({ owner, now, topic: at, page: String(shown) }),
			`${TOPIC_NAMES[at]}: pick a question`,
			options,
			open === undefined ? undefined : BESIDE_CARD,
		),
	];
}

function topics(owner: string, now: number): TopLevel[] {
	return [text('What would you like to read about?'), topicSelect(owner, now)];
}

function topicSelect(owner: string, now: number, at?: Topic): TopLevel {
	return select(
		pickTopic.write({ owner, now }),
		'Pick a subject',
		TOPICS.map((each) => ({ label: TOPIC_NAMES[each], value: each, default: each === at })),
	);
}
