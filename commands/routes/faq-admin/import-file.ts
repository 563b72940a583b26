import { ApplicationCommandOptionType, ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { button, buttons, fileToSave, shorten, text } from '../../../src/discord/components.ts';
import { type MessageReply, type OutgoingFile, privately } from '../../../src/discord/reply.ts';
import type { FileProblem } from '../../../src/moderation/files/entry-row.ts';
import { readEntries } from '../../../src/moderation/files/read-entries.ts';
import { lookAhead } from './look-ahead.ts';
import { type ImportPlan, type Named, planImport } from './plan-import.ts';
import { describeMoved, listOf } from './preview.ts';
import { dropProposal, saveProposal } from './preview-ids.ts';
import { type Curator, defineSubcommand } from './subcommand.ts';

/** A file of mistakes alone could be told in a report too large to send. */
const MOST_REPORTED = 2_000;

async function readFile({ download }: App, attachment: { url: string; filename: string }) {
	const got = await download(attachment.url);
	switch (got.kind) {
		case 'bytes':
			return readEntries({ name: attachment.filename, bytes: got.bytes });
		case 'elsewhere':
			throw new UserError(
				'That file is not on Discord, so I do not fetch it. Please attach it to the command.',
			);
		case 'too-large':
			throw new UserError('That file is larger than 1 MiB. Nothing was changed.');
		case 'unavailable':
			throw new UserError('Discord does not give me that file at the moment. Please try again.');
	}
}

async function rehearseImport(attachment: { url: string; filename: string }, app: App, curator: Curator) {
	const { guildId, userId: owner, now } = curator;
	const [{ rows, problems }, { states }] = await Promise.all([
		readFile(app, attachment),
		app.moderation.overlay.read(guildId),
	]);
	const plan = planImport(rows, { states, shipped: app.faq.withStates(new Map()), now });
	const prospect = plan.items.length === 0 ? undefined : await lookAhead(app, guildId, plan.items);
	const banned = rows.flatMap(({ id, line }) =>
		(prospect?.banned.get(id) ?? []).map((reason) => ({ line, row: line, field: id, reason })),
	);
	const invalid = [...problems, ...plan.invalid, ...banned];
	const proposal =
		invalid.length > 0 || plan.items.length === 0
			? undefined
			: await app.moderation.propose(guildId, { items: plan.items, by: owner, at: now });
	return renderPlan({ ...plan, invalid }, prospect, proposal && { owner, now, proposal: proposal.id });
}

interface Ready {
	owner: string;
	now: number;
	proposal: string;
}

/** What an import would do, or why it cannot be done. Everything stands in the file, too, where there is much. */
export function renderPlan(
	{ added, changed, unchanged, invalid, items }: ImportPlan,
	prospect: Pick<Awaited<ReturnType<typeof lookAhead>>, 'warnings' | 'moved'> | undefined,
	ready: Ready | undefined,
): MessageReply {
	const problems = invalid.map(describeProblem);
	const lists = [added, changed, problems, prospect?.warnings ?? []];
	const isLong = lists.some((each) => each.length > 5);
	const report: OutgoingFile | undefined = isLong
		? {
				name: 'import.json',
				contentType: 'application/json',
				data: Buffer.from(
					JSON.stringify(
						{
							added,
							changed,
							unchanged,
							invalid: invalid.slice(0, MOST_REPORTED),
							warnings: prospect?.warnings,
							moved: prospect?.moved,
						},
						null,
						2,
					),
				),
			}
		: undefined;
	const verdict =
		invalid.length > 0
			? 'Nothing was imported. Mend these, and import the file again.'
			: items.length === 0
				? 'There is nothing to import: all of it is as the file says.'
				: 'Nothing is changed yet.';
	return {
		...privately(
			text(
				`## A look before importing\n${verdict}\nAdded: ${added.length} · Changed: ${changed.length} · Unchanged: ${unchanged} · ${countInvalid(invalid)}`,
			),
			...listOf('Invalid', problems),
			...listOf('Added', added.map(describeNamed)),
			...listOf('Changed', changed.map(describeNamed)),
			...listOf('Please look at this', prospect?.warnings ?? []),
			...listOf('Questions that would get another answer', (prospect?.moved ?? []).map(describeMoved)),
			...(report ? [fileToSave(report.name)] : []),
			...(ready
				? [
						buttons(
							button(`Import ${items.length}`, saveProposal.write(ready), ButtonStyle.Success),
							button('Cancel', dropProposal.write(ready)),
						),
					]
				: []),
		),
		...(report ? { files: [report] } : {}),
	};
}

/** Rows, because one may have several mistakes. */
function countInvalid(invalid: readonly FileProblem[]): string {
	const rows = new Set(invalid.flatMap(({ row }) => row ?? [])).size;
	const mistakes =
		invalid.length === rows ? '' : ` (${invalid.length} ${invalid.length === 1 ? 'mistake' : 'mistakes'})`;
	return `Invalid: ${rows}${mistakes}`;
}

function describeNamed({ id, title }: Named): string {
	return title === id ? id : `${shorten(title, 50)} (${id})`;
}

function describeProblem({ line, field, reason }: FileProblem): string {
	const where = [
		...(line === undefined ? [] : [`line ${line}`]),
		...(field === undefined ? [] : [field]),
	].join(', ');
	return shorten(where === '' ? reason : `${where}: ${reason}`, 160);
}

export const importFile = defineSubcommand({
	name: 'import',
	description: 'Change many answers at once from a JSON, YAML or CSV file, after a look at what it does',
	options: [
		{
			type: ApplicationCommandOptionType.Attachment,
			name: 'file',
			description: 'As /faq-admin export writes it, at most 1 MiB',
			required: true,
		},
	],
	input: z.object({ file: z.object({ url: z.string(), filename: z.string() }) }),
	run: ({ file }, app, curator) => rehearseImport(file, app, curator),
});
