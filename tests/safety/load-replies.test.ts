import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadReplies } from '../../src/safety/load-replies.ts';

const shipped = fileURLToPath(new URL('../../content/safety', import.meta.url));
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'gutsy-replies-'));
	cpSync(shipped, folder, { recursive: true });
});

afterEach(() => {
	rmSync(folder, { recursive: true });
});

function edit(file: string, from: string | RegExp, to: string): void {
	const path = join(folder, file);
	writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

describe('loadReplies()', () => {
	test('reads each reply whole', () => {
		const replies = loadReplies(folder);
		expect(Object.keys(replies).toSorted()).toStrictEqual(
			readdirSync(folder).map((file) => file.replace('.md', '')),
		);
		expect(replies.crisis).toMatchObject({
			id: 'crisis',
			title: 'You deserve support right now',
			urgency: 2,
		});
	});

	test('reads files with Windows line ends', () => {
		edit('crisis.md', /\n/g, '\r\n');
		expect(loadReplies(folder).crisis.id).toBe('crisis');
	});

	test.each([
		['a missing file', () => rmSync(join(folder, 'crisis.md')), 'crisis.md: Missing'],
		[
			'no front matter',
			() => edit('crisis.md', /^---\n/, ''),
			'crisis.md, front matter: Expected YAML between two lines of ---',
		],
		['broken YAML', () => edit('crisis.md', 'urgency: 2', 'urgency: ['), 'crisis.md, front matter:'],
		['a missing field', () => edit('crisis.md', /title: .*\n/, ''), 'crisis.md, title:'],
		[
			'an unknown field',
			() => edit('crisis.md', 'urgency:', 'dose: 1\nurgency:'),
			'crisis.md, front matter: Unrecognized key',
		],
		[
			'an id that is not the file name',
			() => edit('crisis.md', 'id: crisis', 'id: same-day'),
			'crisis.md, id: Expected the name of the file',
		],
		[
			'a date that is none',
			() => edit('crisis.md', /reviewed: .*/, 'reviewed: soon'),
			'crisis.md, reviewed:',
		],
		[
			'a review due before the last',
			() => edit('crisis.md', /reviewBy: .*/, 'reviewBy: 2020-01-01'),
			'crisis.md, reviewBy: Expected a day after `reviewed`',
		],
		[
			'an empty text',
			() => edit('crisis.md', /(---[\s\S]*---)[\s\S]*/, '$1\n'),
			'crisis.md, body: Expected a text',
		],
		['a text too long for a card', () => edit('crisis.md', /$/, 'x'.repeat(1200)), 'crisis.md, body:'],
		[
			'two replies in one place',
			() => edit('crisis.md', 'urgency: 2', 'urgency: 1'),
			'emergency.md, urgency: Another reply has place 1 already',
		],
		[
			'an unknown file',
			() => cpSync(join(folder, 'crisis.md'), join(folder, 'more.md')),
			'more.md, id: Expected the name of the file',
		],
	])('refuses %s', (_case, spoil, message) => {
		spoil();
		expect(() => loadReplies(folder)).toThrow(message);
	});

	test('names every problem at once', () => {
		edit('crisis.md', /title: .*\n/, '');
		edit('same-day.md', /urgency: .*\n/, '');
		expect(() => loadReplies(folder)).toThrow(/crisis\.md, title:[\s\S]*same-day\.md, urgency:/);
	});
});
