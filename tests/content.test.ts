import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent } from '../src/content.ts';

test('loadContent() reports what is broken in every folder at once', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'gutsy-content-'));
	try {
		cpSync('content', folder, { recursive: true });
		writeFileSync(join(folder, 'faq/sugar.md'), 'no front matter');
		writeFileSync(join(folder, 'nudges/sleep.yaml'), 'not a list');
		writeFileSync(join(folder, 'safety/crisis.md'), 'no front matter');
		await expect(loadContent(folder)).rejects.toThrow(/sugar\.md[\s\S]*sleep\.yaml[\s\S]*crisis\.md/);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
