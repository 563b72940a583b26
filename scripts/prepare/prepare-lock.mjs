import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 200;

/** Does the work while no other prepare works in the same folder; waits for one that does. */
export async function withLock(folder, work) {
	mkdirSync(folder, { recursive: true });
	const lock = join(folder, 'prepare.lock');
	let waits = false;
	while (!take(lock)) {
		const holder = readHolder(lock);
		if (holder === undefined || !isAlive(holder)) {
			clear(lock, holder);
			continue;
		}
		if (!waits) console.log(`Waiting for process ${holder}, which prepares the same folder (${lock})`);
		waits = true;
		await delay(POLL_MS);
	}
	const release = () => rmSync(lock, { force: true });
	process.once('exit', release);
	try {
		await work();
	} finally {
		release();
		process.off('exit', release);
	}
}

// The id is in the file from the start: it is written aside and then linked into place, which only one can do.
function take(lock) {
	const own = `${lock}.${process.pid}`;
	writeFileSync(own, String(process.pid));
	try {
		linkSync(own, lock);
		return true;
	} catch (error) {
		if (error.code === 'EEXIST') return false;
		throw error;
	} finally {
		rmSync(own);
	}
}

function readHolder(lock) {
	try {
		return Number(readFileSync(lock, 'utf8')) || undefined;
	} catch {
		return undefined;
	}
}

// Several may find the same lock left behind, and one may already have a new one: only the one seen goes.
function clear(lock, holder) {
	const aside = `${lock}.${process.pid}`;
	try {
		renameSync(lock, aside);
	} catch {
		return;
	}
	if (readHolder(aside) === holder) rmSync(aside);
	else renameSync(aside, lock);
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}
