import { parseArgs } from 'node:util';
import { z } from 'zod';
import { benchAnswers } from './answers.ts';
import { benchAsk } from './ask.ts';
import { type Figure, printFigures } from './figure.ts';
import { benchNudges } from './nudges.ts';

const BENCHES: Record<string, (options: { members?: number | undefined }) => Promise<Figure[]>> = {
	ask: benchAsk,
	answers: benchAnswers,
	nudges: benchNudges,
};

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { json: { type: 'boolean', default: false }, members: { type: 'string' } },
});
const [name = ''] = positionals;
const bench = BENCHES[name];
const { members } = z.object({ members: z.coerce.number().int().min(1).optional() }).parse(values);
if (bench) printFigures(name, await bench({ members }), values.json);
else {
	console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json] [--members N]`);
	process.exitCode = 1;
}
