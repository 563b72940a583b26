import { parseArgs } from 'node:util';
import { z } from 'zod';
import { benchAnswers } from './answers.ts';
import { benchAsk } from './ask.ts';
import { type Figure, printFigures } from './figure.ts';
import { benchNudges } from './nudges.ts';
import { benchOverlays } from './overlays.ts';
import { benchRate } from './rate.ts';

interface Options {
	/** Less exact, for trying: heeded by those that take minutes. */
	quick?: boolean;
	/** How many members the largest store has. */
	members?: number | undefined;
}

const BENCHES: Record<string, (options: Options) => Promise<Figure[]>> = {
	ask: benchAsk,
	answers: benchAnswers,
	nudges: benchNudges,
	overlays: benchOverlays,
	rate: benchRate,
};

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		json: { type: 'boolean', default: false },
		quick: { type: 'boolean', default: false },
		members: { type: 'string' },
	},
});
const [name = ''] = positionals;
const bench = BENCHES[name];
const { members } = z.object({ members: z.coerce.number().int().min(1).optional() }).parse(values);
if (bench) printFigures(name, await bench({ quick: values.quick, members }), values.json);
else {
	console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json] [--quick] [--members N]`);
	process.exitCode = 1;
}
