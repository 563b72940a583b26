import { parseArgs } from 'node:util';
import { benchAnswers } from './answers.ts';
import { benchAsk } from './ask.ts';
import { type Figure, printFigures } from './figure.ts';
import { benchOverlays } from './overlays.ts';
import { benchRate } from './rate.ts';

const BENCHES: Record<string, (options: { quick?: boolean }) => Promise<Figure[]>> = {
	ask: benchAsk,
	answers: benchAnswers,
	overlays: benchOverlays,
	rate: benchRate,
};

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		json: { type: 'boolean', default: false },
		/** Less exact, for trying: heeded by those that take minutes. */
		quick: { type: 'boolean', default: false },
	},
});
const [name = ''] = positionals;
const bench = BENCHES[name];
if (bench) printFigures(name, await bench(values), values.json);
else {
	console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json] [--quick]`);
	process.exitCode = 1;
}
