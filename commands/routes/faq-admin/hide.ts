import { ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { entryId } from '../../../src/core/entry-texts.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { button, buttons, select, shorten, text } from '../../../src/discord/components.ts';
import { defineCustomId, defineRoute } from '../../../src/discord/define-route.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { privately, type Reply, type TopLevel, update } from '../../../src/discord/reply.ts';
import type { ChangeItem } from '../../../src/moderation/overlay-store.ts';
import { bare, type StoredState } from '../../../src/moderation/stored-state.ts';
import { versionParam } from './entry-form.ts';
import { landOrAsk } from './land-or-ask.ts';
import { updateLanding } from './landing.ts';
import { lookAhead } from './look-ahead.ts';
import { pageOfOptions, pageParam, pickedOf, turnedTo } from './paged-select.ts';
import { describeMoved, listOf } from './preview.ts';
import {
	asCurator,
	type Curator,
	defineSubcommand,
	ENTRY_OPTION,
	NO_SUCH_ENTRY,
	suggestOwn,
} from './subcommand.ts';

/** After a minute somebody should look again at what they are about to take away. */
const GOOD_FOR = 60_000;

const DEEDS = { hide: 'Hide', delete: 'Delete' } as const;
type Deed = keyof typeof DEEDS;

/** Takes an entry away, as it was when the question was asked. */
const confirmRemoval = defineCustomId('faq-away', ['deed', 'entry', 'version']);
const keepEntry = defineCustomId('faq-keep');
const pickHidden = defineCustomId('faq-back', ['page']);

/** What taking an entry away makes of it. */
function removal(deed: Deed, entry: string, version: number, before: StoredState | undefined): ChangeItem {
	const state = deed === 'delete' ? {} : { ...(before ? bare(before) : {}), hidden: true as const };
	return { entry, basedOn: version, state, kind: deed };
}

async function confirm(deed: Deed, typed: string, app: App, curator: Curator): Promise<Reply> {
	const { guildId, userId: owner, now } = curator;
	const entry = await app.faq.find(guildId, typed);
	if (!entry) throw new UserError(NO_SUCH_ENTRY);
	const isShipped = app.faq.withStates(new Map()).get(entry.id) !== undefined;
	if (deed === 'delete' && isShipped)
		throw new UserError(
			'Gutsy ships this entry, so it cannot be deleted. `/faq-admin hide` keeps it from members.',
		);
	const before = await app.moderation.overlay.state(guildId, entry.id);
	const { warnings, moved } = await lookAhead(app, guildId, [removal(deed, entry.id, entry.version, before)]);
	const issued = { owner, now };
	return {
		...privately(
			text(`${DEEDS[deed]} “${escaped(entry.title)}”? Members will no longer get it here. It can be undone.`),
			...listOf('Please look at this', warnings),
			...listOf('Questions that would get another answer', moved.map(describeMoved)),
			buttons(
				button(
					DEEDS[deed],
					confirmRemoval.write({ ...issued, deed, entry: entry.id, version: String(entry.version) }),
					ButtonStyle.Danger,
				),
				button('Keep it', keepEntry.write(issued)),
			),
		),
		expiry: {
			afterMs: GOOD_FOR,
			components: [text('Nobody answered within a minute, so nothing was changed.')],
		},
	};
}

const remove = defineRoute({
	id: confirmRemoval,
	answers: 'update',
	requires: 'moderator',
	goodFor: GOOD_FOR,
	input: z.object({ deed: z.enum(['hide', 'delete']), entry: entryId, version: versionParam }),
	async run({ deed, entry, version }, { moderation, faq }, caller) {
		const { guildId, userId: owner, now } = asCurator(caller);
		const before = await moderation.overlay.state(guildId, entry);
		const items = [removal(deed, entry, version, before)];
		const proposal = await moderation.propose(guildId, { items, by: owner, at: now });
		const landing = await moderation.land(guildId, proposal);
		const done = deed === 'hide' ? 'Hidden. Members no longer get it here.' : 'Deleted.';
		return updateLanding(landing, { owner, now, done, faq });
	},
});

const keep = defineRoute({
	id: keepEntry,
	answers: 'update',
	requires: 'moderator',
	input: z.object({}),
	run: () => update(text('Nothing was changed.')),
});

async function listHidden(
	{ moderation, faq }: App,
	{ guildId, userId: owner, now }: Curator,
	at: number,
): Promise<TopLevel[]> {
	const { states } = await moderation.overlay.read(guildId);
	const shipped = faq.withStates(new Map());
	const hidden = [...states].filter(([, state]) => state.hidden);
	if (hidden.length === 0)
		return [text('No answer is hidden here. Deleted ones come back from `/faq-admin history`.')];
	const { options, page } = pageOfOptions(
		hidden.map(([id, { texts }]) => ({
			label: shorten(texts?.title ?? shipped.get(id)?.title ?? id, 100),
			value: id,
		})),
		at,
	);
	return [
		text('Which of these shall members get again?'),
		select(pickHidden.write({ owner, now, page: String(page) }), 'Pick an answer', options),
	];
}

const bringBack = defineRoute({
	id: pickHidden,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ page: pageParam, values: pickedOf(entryId) }),
	async run({ page, values: entry }, app, caller) {
		const curator = asCurator(caller);
		const turned = turnedTo(entry, page);
		if (turned !== undefined) return update(...(await listHidden(app, curator, turned)));
		const before = await app.moderation.overlay.state(curator.guildId, entry);
		if (before?.hidden === undefined) throw new UserError('That entry is not hidden any more.');
		const { hidden: _hidden, ...state } = bare(before);
		const items: ChangeItem[] = [{ entry, basedOn: before.version, state, kind: 'restore' }];
		return landOrAsk(app, curator, items, { done: 'It is back: members get it again.', as: 'update' });
	},
});

export const hide = defineSubcommand({
	name: 'hide',
	description: 'Keep an answer from this server’s members',
	options: [ENTRY_OPTION],
	input: z.object({ entry: z.string().trim().min(1) }),
	routes: [remove, keep],
	run: ({ entry }, app, curator) => confirm('hide', entry, app, curator),
});

export const deleteOwn = defineSubcommand({
	name: 'delete',
	description: 'Delete an answer that this server wrote itself',
	options: [ENTRY_OPTION],
	suggest: suggestOwn,
	input: z.object({ entry: z.string().trim().min(1) }),
	run: ({ entry }, app, curator) => confirm('delete', entry, app, curator),
});

export const restore = defineSubcommand({
	name: 'restore',
	description: 'Bring back an answer that was hidden',
	input: z.object({}),
	routes: [bringBack],
	async run(_input, app, curator) {
		return privately(...(await listHidden(app, curator, 0)));
	},
});
