import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How `npm run serve` runs Gutsy, as arguments of Node, so that what is measured is what is shipped. */
export function servedAs(): string[] {
	const { scripts } = z
		.object({ scripts: z.object({ serve: z.string() }) })
		.parse(JSON.parse(readFileSync('package.json', 'utf8')));
	return scripts.serve.split(' ').slice(1);
}
