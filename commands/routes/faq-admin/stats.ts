import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { z } from 'zod';
import { picture, shorten, text } from '../../../src/discord/components.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { type MessageReply, privately } from '../../../src/discord/reply.ts';
import type { AnswerCounts } from '../../../src/moderation/answer-stats.ts';
import { defineSubcommand } from './subcommand.ts';
import { type Titles, titlesIn } from './titles.ts';

const SPANS = [7, 30, 90] as const;
const MOST_ENTRIES = 15;

export const stats = defineSubcommand({
	name: 'stats',
	description: 'How many questions were asked and answered; counts only',
	options: [
		{
			type: ApplicationCommandOptionType.Integer,
			name: 'days',
			description: 'How far back?',
			choices: SPANS.map((value) => ({ name: `${value} days`, value })),
		},
	],
	input: z.object({ days: z.literal(SPANS).default(30) }),
	async run({ days }, app, { guildId }) {
		const [counts, titles] = await Promise.all([app.stats.read(guildId, days), titlesIn(app, guildId)]);
		const drawn = await app.drawStats(counts);
		return renderStats({ days, counts, titles }, drawn);
	},
});

interface Told {
	days: number;
	counts: AnswerCounts;
	titles: Titles;
}

/** The counts as text; the picture says the same, and is left out where it could not be drawn. */
export function renderStats({ days, counts, titles }: Told, drawn: Buffer | undefined): MessageReply {
	const { answer, suggest, opened, none, care, shown, helpful, unhelpful } = counts;
	const asked = answer + suggest + none + care;
	const totals = `In ${days} days ${asked === 1 ? '1 question was' : `${asked} questions were`} asked. Answered directly: ${answer}. Asked back: ${suggest}${suggest === 0 ? '' : `, and ${Math.min(opened, suggest)} of these answered from the suggestions`}. Unanswered: ${none}. Sent to care: ${care}.`;
	const lines = [...shown]
		.sort(([, one], [, other]) => other - one)
		.slice(0, MOST_ENTRIES)
		.map(
			([id, times]) =>
				`- ${shorten(escaped(titles(id)), 80)}: shown ${times}, helpful ${helpful.get(id) ?? 0}, not helpful ${unhelpful.get(id) ?? 0}`,
		);
	const reply = privately(
		text(`## The last ${days} days\n${totals}`),
		...(drawn ? [picture('stats.png', totals)] : []),
		...(lines.length === 0 ? [] : [text(['**Shown most**', ...lines].join('\n'))]),
	);
	return drawn
		? { ...reply, files: [{ name: 'stats.png', data: drawn, contentType: 'image/png', description: totals }] }
		: reply;
}
