import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { type EntryTexts, entryTexts } from '../../../src/core/entry-texts.ts';
import { fileToSave, text } from '../../../src/discord/components.ts';
import { counted } from '../../../src/discord/counted.ts';
import { privately } from '../../../src/discord/reply.ts';
import type { EntryRow, FileFormat } from '../../../src/moderation/files/entry-row.ts';
import { writeFiles } from '../../../src/moderation/files/write-files.ts';
import { textsOf } from './entry-form.ts';
import { defineSubcommand } from './subcommand.ts';

const FORMATS = ['json', 'yaml', 'csv'] as const satisfies readonly FileFormat[];

/** What the server has made itself, or all that its members are shown. */
export async function rowsToExport(
	{ moderation, faq }: Pick<App, 'moderation' | 'faq'>,
	guildId: string,
	what: 'overlay' | 'everything',
): Promise<Omit<EntryRow, 'line'>[]> {
	const { states } = await moderation.overlay.read(guildId);
	const own = [...states]
		.filter(([, { texts, hidden }]) => texts !== undefined || hidden)
		.map(([id, { texts, hidden = false }]) => ({ id, hidden, texts }));
	if (what === 'overlay') return own;
	const shown = faq.withStates(states).all.map((entry) => ({
		id: entry.id,
		hidden: false,
		texts: entryTexts.parse(textsOf(entry)) as EntryTexts | undefined,
	}));
	return [...shown, ...own.filter(({ hidden }) => hidden)];
}

export const exportFile = defineSubcommand({
	name: 'export',
	description: 'This server’s answers as a file, to keep or to import',
	options: [
		{
			type: ApplicationCommandOptionType.String,
			name: 'what',
			description: 'Only what this server changed, or everything that members are shown?',
			choices: [
				{ name: 'What this server changed', value: 'overlay' },
				{ name: 'Everything that members are shown', value: 'everything' },
			],
		},
		{
			type: ApplicationCommandOptionType.String,
			name: 'format',
			description: 'JSON when left out',
			choices: FORMATS.map((value) => ({ name: value.toUpperCase(), value })),
		},
	],
	input: z.object({
		what: z.enum(['overlay', 'everything']).default('overlay'),
		format: z.enum(FORMATS).default('json'),
	}),
	async run({ what, format }, app, { guildId }) {
		const rows = await rowsToExport(app, guildId, what);
		if (rows.length === 0)
			return privately(text('This server has changed nothing yet, so there is nothing to export.'));
		const written = writeFiles(rows, format);
		const files = written.map((data, at) => ({
			name: `answers${written.length > 1 ? `-${at + 1}` : ''}.${format}`,
			data: Buffer.from(data),
			contentType: CONTENT_TYPES[format],
		}));
		const same = files.length > 1 ? `${files.length} files, one after the other` : 'the same file';
		return {
			...privately(
				text(`${counted(rows.length, 'entry', 'entries')}. \`/faq-admin import\` reads ${same}.`),
				...files.map(({ name }) => fileToSave(name)),
			),
			files,
		};
	},
});

const CONTENT_TYPES: Record<FileFormat, string> = {
	json: 'application/json',
	yaml: 'application/yaml',
	csv: 'text/csv',
};
