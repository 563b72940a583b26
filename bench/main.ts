import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runToEnd } from '../src/ops/run-to-end.ts';
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

const USAGE = `Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json] [--quick] [--members N]`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			json: { type: 'boolean', default: false },
			quick: { type: 'boolean', default: false },
			members: { type: 'string' },
		},
	});
	const [name] = positionals;
	if (name === undefined) throw new Error(USAGE);
	const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
	if (!bench) throw new Error(`There is no bench “${name}”\n${USAGE}`);
	const members = z.coerce.number().int().min(1).optional().safeParse(values.members);
	if (!members.success)
		throw new Error(`--members: expected a whole number from 1, not “${values.members}”\n${USAGE}`);
	printFigures(name, await bench({ quick: values.quick, members: members.data }), values.json);
}

await runToEnd(main);
