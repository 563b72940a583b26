import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules: RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What axe finds on the page as it is now, a line for each violation and element. */
export async function violations(page: Page): Promise<string[]> {
	// By evaluation, for the page's policy would not let a script in.
	await page.evaluate(source);
	const results: AxeResults = await page.evaluate(`axe.run(document, ${JSON.stringify(rules)})`);
	return results.violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
	);
}
