import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { type EntryTexts, entryId, entryTexts } from '../../../src/core/entry-texts.ts';
import { keepWritten } from '../../../src/core/keep-written.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { shorten, text } from '../../../src/discord/components.ts';
import { defineRoute } from '../../../src/discord/define-route.ts';
import { giveBack } from '../../../src/discord/give-back.ts';
import { type MessageReply, privately, type Reply } from '../../../src/discord/reply.ts';
import type { ChangeItem } from '../../../src/moderation/overlay-store.ts';
import {
	addForm,
	againForm,
	editForm,
	entryModal,
	type FormFields,
	formFields,
	proposalParam,
	readForm,
	textsOf,
	versionParam,
} from './entry-form.ts';
import { lookAhead } from './look-ahead.ts';
import { findWritten, renderPreview } from './preview.ts';
import { reviewDay } from './review-day.ts';
import { asCurator, type Curator, defineSubcommand, ENTRY_OPTION, NO_SUCH_ENTRY } from './subcommand.ts';
import { asWritten } from './texts-block.ts';

const MOST_REASONS = 5;

/** Checks what was written; a refusal gives it back. Otherwise it is kept, and shown as members would see it. */
async function preview(
	app: App,
	curator: Curator,
	written: FormFields,
	itemOf: (texts: EntryTexts) => Promise<Omit<ChangeItem, 'state'>>,
	question?: string,
): Promise<Reply> {
	const { guildId, userId: owner, now } = curator;
	const texts = entryTexts.safeParse(readForm(written));
	if (!texts.success) {
		const reasons = texts.error.issues.map(
			({ path: [field = 'text', at], message }) =>
				`**${String(field)}**${typeof at === 'number' ? ` ${at + 1}` : ''}: ${message}`,
		);
		return renderRefused(reasons, written);
	}
	return keepForm(written, async () => {
		const item = await asItem(app, curator, texts.data, await itemOf(texts.data));
		const prospect = await lookAhead(app, guildId, [item]);
		const proposal = await app.moderation.propose(guildId, { items: [item], by: owner, at: now, question });
		return privately(...renderPreview(proposal, prospect, { owner, now }));
	});
}

/** Does something with a form; whatever keeps it from being done gives back what was written. */
function keepForm<Value>(written: FormFields, run: () => Promise<Value>): Promise<Value> {
	return keepWritten(
		asWritten(written),
		'It could not be kept for you to look at. Please try again in a moment.',
		run,
	);
}

/** An edit changes the words alone: what another moderator hid meanwhile stays hidden. */
async function asItem(
	{ moderation }: App,
	{ guildId, now }: Curator,
	texts: EntryTexts,
	change: Omit<ChangeItem, 'state'>,
): Promise<ChangeItem> {
	const present = await moderation.overlay.state(guildId, change.entry);
	const hidden = present?.hidden ? { hidden: true as const } : {};
	return { ...change, state: { texts, ...hidden, reviewBy: reviewDay(now) } };
}

/** Says why, and gives the moderator's text back. */
export function renderRefused(reasons: readonly string[], yours: FormFields): MessageReply {
	const shown = reasons.slice(0, MOST_REASONS).map((reason) => `- ${shorten(reason, 200)}`);
	const { components, files } = giveBack(asWritten(yours));
	return {
		...privately(text(['Nothing was saved:', ...shown].join('\n')), ...components),
		...(files ? { files } : {}),
	};
}

const submitEdit = defineRoute({
	id: editForm,
	answers: 'message',
	requires: 'moderator',
	input: z.object({ entry: entryId, version: versionParam, ...formFields }),
	run: ({ entry, version, ...written }, app, caller) =>
		preview(app, asCurator(caller), written, async () => ({ entry, basedOn: version, kind: 'edit' })),
});

const submitAdd = defineRoute({
	id: addForm,
	answers: 'message',
	requires: 'moderator',
	input: z.object({ question: z.string(), ...formFields }),
	run({ question, ...written }, app, caller) {
		const curator = asCurator(caller);
		const itemOf = async ({ title }: EntryTexts) =>
			({ entry: await freeId(app, curator.guildId, title), basedOn: 0, kind: 'add' }) as const;
		return preview(app, curator, written, itemOf, question === '' ? undefined : question);
	},
});

const submitAgain = defineRoute({
	id: againForm,
	answers: 'message',
	requires: 'moderator',
	input: z.object({ proposal: proposalParam, version: versionParam, ...formFields }),
	async run({ proposal: id, version, ...written }, app, caller) {
		const curator = asCurator(caller);
		const { items, question } = await keepForm(written, () => findWritten(app, curator.guildId, id));
		const [item] = items;
		if (item === undefined) throw new UserError('There is nothing in this to write on.');
		const { entry } = item;
		// What was to be brought back and is written on is an edit.
		const kind = item.kind === 'add' ? 'add' : 'edit';
		return preview(app, curator, written, async () => ({ entry, kind, basedOn: version }), question);
	},
});

/** A readable id of its own, from the title. Not that of an entry that was deleted: its history is another's. */
async function freeId({ moderation, faq }: App, guildId: string, title: string): Promise<string> {
	const words = title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.match(/[a-z0-9]+/g) ?? ['entry', randomBytes(3).toString('hex')];
	const base = words.join('-').slice(0, 44).replace(/-+$/, '');
	const { states } = await moderation.overlay.read(guildId);
	const shipped = faq.withStates(new Map());
	for (let count = 1; ; count += 1) {
		const id = count === 1 ? base : `${base}-${count}`;
		if (!states.has(id) && shipped.get(id) === undefined) return id;
	}
}

export const edit = defineSubcommand({
	name: 'edit',
	description: 'Change an answer for this server',
	options: [ENTRY_OPTION],
	input: z.object({ entry: z.string().trim().min(1) }),
	opensForm: true,
	routes: [submitEdit],
	async run({ entry: typed }, { faq }, { guildId, userId: owner, now }) {
		const entry = await faq.find(guildId, typed);
		if (!entry) throw new UserError(NO_SUCH_ENTRY);
		const customId = editForm.write({ owner, now, entry: entry.id, version: String(entry.version) });
		return entryModal('Change an answer', customId, textsOf(entry));
	},
});

export const add = defineSubcommand({
	name: 'add',
	description: 'Write an answer of this server’s own',
	input: z.object({}),
	opensForm: true,
	routes: [submitAdd, submitAgain],
	run: (_input, _app, { userId: owner, now }) =>
		entryModal('A new answer', addForm.write({ owner, now, question: '' }), {}),
});
