import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { OverlayStore } from '../../src/moderation/overlay-store.ts';
import { replay } from '../../src/moderation/undo.ts';
import { useRedis } from '../support/redis.ts';
import { anOverlay, GUILD } from './an-overlay.ts';
import { changeOf, ENTRIES, titleOf } from './importing-moderator.ts';

const IMPORTS = 200;
/** What one import sends and receives, roughly. */
const IMPORT_BYTES = 120_000;
/** How many imports a process gets to on the average before it is killed. */
const IMPORTS_A_LIFE = 20;

const redis = useRedis();
const children: ChildProcess[] = [];

afterEach(() => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** What a process said of its imports until it was killed. */
interface Life {
	begun: number[];
	confirmed: number[];
}

/** When a process is killed: after so many bytes, in the midst of any command, or when the next import is saved, which it never hears. */
interface End {
	bytes: number;
	moment: 'any' | 'saved';
}

/** Lets a process import from this number on until its end. What goes between it and Redis passes through here. */
async function liveUntil({ bytes, moment }: End, first: number): Promise<Life> {
	const path = join(dirname(redis.socketPath), 'way');
	const script = fileURLToPath(new URL('importing-moderator.ts', import.meta.url));
	let left = bytes;
	const passing = (chunk: Buffer): Buffer => {
		const isOver = moment === 'any' ? chunk.length >= left : left <= 0 && chunk.includes('saved');
		if (isOver) child.kill('SIGKILL');
		const passed = isOver ? chunk.subarray(0, Math.max(0, left)) : chunk;
		left -= chunk.length;
		return passed;
	};
	const ended: Promise<unknown>[] = [];
	const server = createServer((process) => {
		const store = connect(redis.socketPath);
		ended.push(once(store, 'close'));
		process.on('data', (chunk: Buffer) => void store.write(passing(chunk)));
		store.on('data', (chunk: Buffer) => void process.write(passing(chunk)));
		for (const socket of [process, store]) socket.on('error', () => undefined);
		process.on('close', () => store.end());
		store.on('close', () => process.destroy());
	});
	server.listen(path);
	await once(server, 'listening');
	const child = spawn(process.execPath, ['--import', 'tsx', script, path, String(first)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	children.push(child);
	const said = await text(child.stdout);
	// Redis hangs up when it has carried out all that reached it.
	await Promise.all(ended);
	server.close();
	await once(server, 'close');
	const numbers = (what: string) =>
		[...said.matchAll(new RegExp(`^${what} (\\d+)$`, 'gm'))].map(([, number]) => Number(number));
	return { begun: numbers('begins'), confirmed: numbers('saved') };
}

/** How much there is of an import; all of it or nothing is right. */
async function revisionsIn(store: OverlayStore, number: number): Promise<number> {
	return (await store.revisionsOf(GUILD, changeOf(number))).length;
}

test(`${IMPORTS} imports are there whole or not at all, wherever their process is killed`, {
	timeout: 60_000,
}, async () => {
	const { store, corrupt } = anOverlay(redis.client);
	const saved: number[] = [];
	const lost: number[] = [];
	let lives = 0;
	for (let next = 0; next < IMPORTS; lives++) {
		const bytes = Math.floor(Math.random() * 2 * IMPORTS_A_LIFE * IMPORT_BYTES);
		const moment = lives % 2 === 0 ? 'any' : 'saved';
		const { begun, confirmed } = await liveUntil({ bytes, moment }, next);
		const last = begun.at(-1) ?? next;
		expect(confirmed).toEqual(begun.slice(0, confirmed.length));
		expect(begun.length - confirmed.length).toBeLessThanOrEqual(1);
		saved.push(...confirmed);
		if (!confirmed.includes(last)) {
			const found = await revisionsIn(store, last);
			expect(moment === 'any' ? [0, ENTRIES] : [ENTRIES]).toContain(found);
			(found === 0 ? lost : saved).push(last);
		}
		const { version, states } = await store.read(GUILD);
		expect(version).toBe(saved.length);
		const titles = new Set([...states.values()].map(({ texts }) => texts?.title));
		expect(titles).toEqual(new Set(saved.slice(-1).map(titleOf)));
		next = last + 1;
	}
	expect(lives).toBeGreaterThan(1);
	const { revisions } = await store.history(GUILD, { most: 1_000_000 });
	expect(new Set(revisions.map(({ change }) => change))).toEqual(new Set(saved.map(changeOf)));
	expect(revisions).toHaveLength(saved.length * ENTRIES);
	expect(replay(revisions)).toEqual((await store.read(GUILD)).states);
	expect(corrupt).toEqual([]);
});
