import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BuildReport, buildPage, gzippedScript } from '../../../src/sandbox/page-server/build-page.ts';
import { testFolder } from '../../support/redis.ts';

const root = resolve('.');
/** What a first visit may load. */
const mostScript = 150_000;

describe('buildPage()', () => {
	test('builds once, keeps the build, and removes what older sources left', async () => {
		const cacheDir = join(await testFolder(), 'page');
		await mkdir(join(cacheDir, 'older'), { recursive: true });
		await writeFile(join(cacheDir, 'older/index.html'), '');
		const reports: BuildReport[] = [];
		const options = { root, cacheDir, onBuilt: (report: BuildReport) => reports.push(report) };
		const [built, kept] = [await buildPage(options), await buildPage(options)];
		expect([...kept.keys()]).toEqual([...built.keys()]);
		expect(reports.length).toBe(1);
		expect((await readdir(cacheDir)).length).toBe(1);
		expect(reports[0]?.scriptBytes).toBe(gzippedScript(built));
	});

	test('makes a page of little script that loads nothing from elsewhere', async () => {
		const page = await buildPage({ root, cacheDir: join(root, '.gutsy/page') });
		expect(gzippedScript(page)).toBeLessThanOrEqual(mostScript);
		const html = Buffer.from(page.get('index.html')?.bytes ?? []).toString();
		expect(html.match(/(?:src|href)="(?!\.\/)[^"]*"/g)).toBeNull();
		const styles = [...page]
			.filter(([path]) => path.endsWith('.css'))
			.map(([, { bytes }]) => Buffer.from(bytes).toString());
		expect(styles.join('').match(/url\(|@import/g)).toBeNull();
	});
});
