import { stringify as stringifyCsv } from 'csv-stringify/sync';
import { stringify as stringifyYaml } from 'yaml';
import { escapeCell } from './csv-cell.ts';
import { type EntryRow, FIELDS, type FileFormat } from './entry-row.ts';

/** Writes entries so that {@link readEntries} reads the same ones. */
export function writeEntries(rows: readonly Omit<EntryRow, 'line'>[], format: FileFormat): string {
	switch (format) {
		case 'json':
			return `${JSON.stringify({ entries: rows.map(treeOf) }, null, 2)}\n`;
		case 'yaml':
			return stringifyYaml({ entries: rows.map(treeOf) }, { aliasDuplicateObjects: false, lineWidth: 0 });
		case 'csv':
			return stringifyCsv(rows.map(cellsOf), { header: true, columns: [...FIELDS] });
	}
}

function treeOf({ id, hidden, texts }: Omit<EntryRow, 'line'>) {
	return {
		id,
		...(hidden ? { hidden } : {}),
		...(texts === undefined
			? {}
			: {
					title: texts.title,
					topic: texts.topic,
					...(texts.aliases.length === 0 ? {} : { aliases: texts.aliases }),
					answer: texts.answer,
					...(texts.source === undefined ? {} : { source: texts.source }),
				}),
	};
}

function cellsOf({ id, hidden, texts }: Omit<EntryRow, 'line'>): Record<(typeof FIELDS)[number], string> {
	const text = (value: string | undefined) => escapeCell(value ?? '');
	return {
		id,
		hidden: hidden ? 'yes' : 'no',
		title: text(texts?.title),
		topic: texts?.topic ?? '',
		aliases: text(texts?.aliases.join('\n')),
		answer: text(texts?.answer),
		source: text(texts?.source),
	};
}
