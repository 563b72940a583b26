import { fileURLToPath } from 'node:url';
import { runToEnd } from '../src/ops/run-to-end.ts';
import { endWhenUnread } from './end-when-unread.ts';
import { explain, loadEngine } from './engine.ts';

/** Answers one question and says why. */
function main(): void {
	endWhenUnread(process.stdout);
	const question = process.argv.slice(2).join(' ').trim();
	if (question === '') throw new Error('Usage: npm run ask -- "is kimchi good for my skin?"');
	const asked = loadEngine(fileURLToPath(new URL('..', import.meta.url))).ask(question);
	const { judgement, band, ids } = asked;
	console.log(judgement.kind === 'care' ? `care: ${judgement.tier}` : [band, ...ids].join(' '));
	for (const line of explain(asked)) console.log(`  ${line}`);
}

await runToEnd(main);
