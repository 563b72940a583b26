import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ROOT } from './imports.ts';

const lockfile = z
	.object({
		packages: z.record(
			z.string(),
			z.object({
				resolved: z.string().optional(),
				optionalDependencies: z.record(z.string(), z.string()).optional(),
			}),
		),
	})
	.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
const packages = Object.entries(lockfile.packages);

test('the lockfile lists the optional packages of all systems, without which npm ci refuses it', () => {
	const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) =>
				!(`node_modules/${name}` in lockfile.packages) &&
				!(`${path}/node_modules/${name}` in lockfile.packages),
		),
	);
	expect(missing).toEqual([]);
	expect(packages.length).toBeGreaterThan(50);
});

test('the lockfile ties nobody to one registry', () => {
	expect(packages.filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
});
