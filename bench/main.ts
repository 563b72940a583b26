import { parseArgs } from 'node:util';
import { benchAnswers } from './answers.ts';
import { benchAsk } from './ask.ts';
import { type Figure, printFigures } from './figure.ts';
import { benchOverlays } from './overlays.ts';

const BENCHES: Record<string, () => Promise<Figure[]>> = {
	ask: benchAsk,
	answers: benchAnswers,
	overlays: benchOverlays,
};

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { json: { type: 'boolean', default: false } },
});
const [name = ''] = positionals;
const bench = BENCHES[name];
if (bench) printFigures(name, await bench(), values.json);
else {
	console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json]`);
	process.exitCode = 1;
}
