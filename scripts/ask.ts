import { fileURLToPath } from 'node:url';
import { endWhenUnread } from './end-when-unread.ts';
import { explain, loadEngine } from './engine.ts';

endWhenUnread(process.stdout);

const question = process.argv.slice(2).join(' ').trim();
if (question === '') {
	console.error('Usage: npm run ask -- "is kimchi good for my skin?"');
	process.exitCode = 1;
} else {
	const asked = loadEngine(fileURLToPath(new URL('..', import.meta.url))).ask(question);
	const { judgement, band, ids } = asked;
	console.log(judgement.kind === 'care' ? `care: ${judgement.tier}` : [band, ...ids].join(' '));
	for (const line of explain(asked)) console.log(`  ${line}`);
}
