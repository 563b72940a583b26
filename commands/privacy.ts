import { ApplicationCommandType, ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import { subcommand } from '../src/discord/command-options.ts';
import { button, buttons, card, fileToSave, smallPrint, text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { defineCustomId, defineRoute } from '../src/discord/define-route.ts';
import { EVERYWHERE } from '../src/discord/placement.ts';
import { type MessageReply, privately, type Reply, update } from '../src/discord/reply.ts';
import type { Erasure, Holding } from '../src/privacy/privacy.ts';

const confirm = defineCustomId('privacy.delete');

/** After that long somebody should read again what they are about to do. */
const GOOD_FOR = 15 * 60_000;
const EXPORT_NAME = 'gutsy-data.json';

const erase = defineRoute({
	id: confirm,
	answers: 'update',
	goodFor: GOOD_FOR,
	input: z.object({}),
	run: async (_input, { privacy }, { userId }) => renderErased(await privacy.erase(userId)),
});

export const privacy = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'privacy',
		description: 'What Gutsy stores about you: see it, take it with you, or delete it',
		...EVERYWHERE,
		options: [
			subcommand('view', 'What is stored about you, and until when'),
			subcommand('export', 'All of it as a JSON file, for you alone'),
			subcommand('delete', 'Delete all of it'),
		],
	},
	input: z.object({ subcommand: z.enum(['view', 'export', 'delete']) }),
	routes: [erase],
	async run({ subcommand }, { privacy: feature }, { userId, now }) {
		if (subcommand === 'delete') return renderConfirm(userId, now);
		const holdings = await feature.view(userId);
		return subcommand === 'view' ? renderView(holdings) : renderExport(holdings);
	},
});

/** What deleting does to a server's history, said wherever somebody could believe otherwise. */
const MODERATORS =
	'If you moderate a server: what you changed there stays in its history, and once you delete your data “a former moderator” stands in your place. What its channel for changes was told is on Discord, where its moderators can delete it.';

function renderView(holdings: readonly Holding[]): MessageReply {
	return privately(
		card(
			text(`## What is stored about you\n${listHoldings(holdings)}`),
			smallPrint(
				`Questions are not stored, unless you send one to the moderators, and then without your name. ${MODERATORS}`,
			),
		),
	);
}

/** The short view, and all of it in a file: complete however much there is. */
export function renderExport(holdings: readonly Holding[]): MessageReply {
	const kept = Object.fromEntries(holdings.map(({ name, stored }) => [name, stored ?? null]));
	const data = Buffer.from(`${JSON.stringify(kept, null, 2)}\n`);
	return {
		...privately(
			card(
				text(`## Everything that is stored about you\n${listHoldings(holdings)}`),
				fileToSave(EXPORT_NAME),
				smallPrint('Only you see this message and its file.', MODERATORS),
			),
		),
		files: [{ name: EXPORT_NAME, data, contentType: 'application/json' }],
	};
}

function listHoldings(holdings: readonly Holding[]): string {
	return holdings
		.map(({ name, kept, stored }) =>
			stored === undefined ? `- **${name}**: nothing` : `- **${name}**: stored. Kept ${kept}`,
		)
		.join('\n');
}

function renderConfirm(owner: string, now: number): Reply {
	return privately(
		text(
			'This stops all nudges and deletes everything that is stored about you: nudges, what is queued, answers to daily posts, votes, that you sent questions to moderators, and your id with what you did to servers’ answers. It cannot be undone.',
		),
		smallPrint(MODERATORS),
		buttons(button('Delete everything', confirm.write({ owner, now }), ButtonStyle.Danger)),
	);
}

function renderErased(erasures: readonly Erasure[]): Reply {
	const lines = erasures.map(({ name, deleted }) => `- **${name}**: ${describe(deleted)}`);
	const failed = erasures.some(({ deleted }) => deleted === undefined);
	return update(
		text(
			`${failed ? 'Not all of it could be deleted. Please try again in a while.' : 'Done. Nothing about you is left.'}\n${lines.join('\n')}`,
		),
		smallPrint(MODERATORS),
	);
}

function describe(deleted: number | undefined): string {
	if (deleted === undefined) return 'could not be deleted';
	return deleted === 0 ? 'there was nothing' : 'deleted';
}
