import { ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { entryId } from '../../../src/core/entry-texts.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { answerCard } from '../../../src/discord/answer-card.ts';
import { button, buttons, select, shorten, text } from '../../../src/discord/components.ts';
import { counted } from '../../../src/discord/counted.ts';
import { defineCustomId, defineRoute } from '../../../src/discord/define-route.ts';
import { privately, type TopLevel, update } from '../../../src/discord/reply.ts';
import type { ServerEntry } from '../../../src/faq/answer.ts';
import { bare } from '../../../src/moderation/stored-state.ts';
import { editForm, entryModal, textsOf, versionParam } from './entry-form.ts';
import { updateLanding } from './landing.ts';
import { pageOfOptions, pageParam, pickedOf, turnedTo } from './paged-select.ts';
import { reviewDay } from './review-day.ts';
import { asCurator, type Curator, defineSubcommand } from './subcommand.ts';

/** Fewer votes say little. */
const FEWEST_UNHELPFUL = 3;

/** How long an entry that did not help stays away once somebody has looked at it, in milliseconds. */
const QUIET_MS = 30 * 86_400_000;

const pickForReview = defineCustomId('faq-review', ['page']);
const stillRight = defineCustomId('faq-right', ['entry', 'version']);
const openEdit = defineCustomId('faq-open', ['entry']);

interface ToReview {
	readonly entry: ServerEntry;
	readonly helpful: number;
	readonly unhelpful: number;
	readonly isPast: boolean;
}

/**
 * Entries past their day, and those found unhelpful more often than helpful, unless somebody has just looked at them: votes stay.
 * The least helpful and the longest overdue first.
 */
async function toReview({ faq, votes }: App, guildId: string, now: number): Promise<ToReview[]> {
	const today = dayOf(now);
	const looked = reviewDay(now - QUIET_MS);
	const [entries, tallies] = await Promise.all([faq.all(guildId), votes.tallies(guildId)]);
	return entries
		.map((entry) => {
			const { helpful = 0, unhelpful = 0 } = tallies.get(entry.id) ?? {};
			return { entry, helpful, unhelpful, isPast: entry.reviewBy < today };
		})
		.filter(
			({ entry, isPast, helpful, unhelpful }) =>
				isPast ||
				(unhelpful >= FEWEST_UNHELPFUL &&
					unhelpful > helpful &&
					!(entry.version > 0 && entry.reviewBy > looked)),
		)
		.sort(
			(one, other) =>
				other.unhelpful - one.unhelpful || one.entry.reviewBy.localeCompare(other.entry.reviewBy),
		);
}

function dayOf(now: number): string {
	return new Date(now).toISOString().slice(0, 10);
}

async function list(app: App, { guildId, userId: owner, now }: Curator, at = 0): Promise<TopLevel[]> {
	const due = await toReview(app, guildId, now);
	if (due.length === 0)
		return [
			text(
				'Nothing needs to be looked at: every answer is within its review date and none is found unhelpful by most.',
			),
		];
	const { options, page } = pageOfOptions(
		due.map(({ entry, isPast, unhelpful, helpful }) => ({
			label: shorten(entry.title, 100),
			value: entry.id,
			description: [
				...(isPast ? [`review was due ${entry.reviewBy}`] : []),
				...(unhelpful > 0 ? [`helpful to ${helpful}, not to ${unhelpful}`] : []),
			].join(', '),
		})),
		at,
	);
	return [
		text(`${counted(due.length, 'answer', 'answers')} to look at.`),
		select(pickForReview.write({ owner, now, page: String(page) }), 'Pick an answer', options),
	];
}

const show = defineRoute({
	id: pickForReview,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ page: pageParam, values: pickedOf(entryId) }),
	async run({ page, values: id }, app, caller) {
		const curator = asCurator(caller);
		const { guildId, userId: owner, now } = curator;
		const turned = turnedTo(id, page);
		if (turned !== undefined) return update(...(await list(app, curator, turned)));
		const [entry, tallies] = await Promise.all([app.faq.entry(guildId, id), app.votes.tallies(guildId)]);
		if (!entry) throw new UserError('That entry is no longer here.');
		const { helpful, unhelpful } = tallies.get(id) ?? { helpful: 0, unhelpful: 0 };
		const issued = { owner, now, entry: id };
		return update(
			text(`To be read again by ${entry.reviewBy}. Helpful to ${helpful}, not helpful to ${unhelpful}.`),
			...answerCard(entry, { related: [], now }).slice(0, 1),
			buttons(
				button(
					'Still right',
					stillRight.write({ ...issued, version: String(entry.version) }),
					ButtonStyle.Success,
				),
				button('Edit', openEdit.write(issued)),
				button('Back', pickForReview.write({ owner, now, page: String(page) })),
			),
		);
	},
});

const confirm = defineRoute({
	id: stillRight,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ entry: entryId, version: versionParam }),
	async run({ entry, version }, app, caller) {
		const curator = asCurator(caller);
		const { guildId, userId: owner, now } = curator;
		const before = await app.moderation.overlay.state(guildId, entry);
		const state = { ...(before ? bare(before) : {}), reviewBy: reviewDay(now) };
		const items = [{ entry, basedOn: version, state, kind: 'review' as const }];
		const proposal = await app.moderation.propose(guildId, { items, by: owner, at: now });
		const landing = await app.moderation.land(guildId, proposal);
		const done = `Noted as still right. It comes up again on ${state.reviewBy}.`;
		return updateLanding(landing, { owner, now, done, faq: app.faq }, ...(await list(app, curator)));
	},
});

const edit = defineRoute({
	id: openEdit,
	answers: 'modal',
	requires: 'moderator',
	input: z.object({ entry: entryId }),
	async run({ entry: id }, { faq }, caller) {
		const { guildId, userId: owner, now } = asCurator(caller);
		const entry = await faq.entry(guildId, id);
		if (!entry) throw new UserError('That entry is no longer here.');
		const customId = editForm.write({ owner, now, entry: id, version: String(entry.version) });
		return entryModal('Change an answer', customId, textsOf(entry));
	},
});

export const review = defineSubcommand({
	name: 'review',
	description: 'Answers past their review date, and those that did not help',
	input: z.object({}),
	routes: [show, confirm, edit],
	run: async (_input, app, curator) => privately(...(await list(app, curator))),
});
