/**
 * Plays one conversation of an unmodified discord.js bot against the local Discord and against a server made by
 * others, and prints step by step where they differ from Discord and from one another.
 *
 * An argument names the folder that holds (or shall hold) `discord-digital-twin`; `.gutsy/twin` without one.
 */
import { resolve } from 'node:path';
import { Client, Partials } from 'discord.js';
import { startDigitalTwin } from './twin/digital-twin.ts';
import { startLocalRival } from './twin/local-rival.ts';
import type { Rival } from './twin/rival.ts';
import { scenario } from './twin/scenario.ts';
import { outcomeOf } from './twin/step.ts';

interface Row {
	does: string;
	discord: string;
	outcome: string;
}

const folder = resolve(process.argv[2] ?? '.gutsy/twin');
const local = await startLocalRival();
const twin = await startDigitalTwin(folder);
try {
	printComparison(local.name, await play(local), twin.name, await play(twin));
} finally {
	await Promise.all([local.stop(), twin.stop()]);
}

async function play(rival: Rival): Promise<Row[]> {
	const client = new Client({
		intents: [],
		partials: [Partials.Channel],
		rest: { api: rival.restUrl, version: '10' },
	});
	const rows: Row[] = [];
	for (const step of scenario(client, rival)) {
		rows.push({ does: step.does, discord: step.discord, outcome: await outcomeOf(step) });
	}
	await client.destroy();
	return rows;
}

function printComparison(localName: string, localRows: Row[], twinName: string, twinRows: Row[]) {
	const table = localRows.map(({ does, discord, outcome }, index) => ({
		'the bot …': does,
		Discord: discord,
		[localName]: judged(outcome, discord),
		[twinName]: judged(twinRows[index]?.outcome ?? '', discord),
	}));
	console.table(table);
}

function judged(outcome: string, expected: string): string {
	return outcome === expected ? 'same' : outcome;
}
