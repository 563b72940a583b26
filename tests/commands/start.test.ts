import { describe, expect, test } from 'vitest';
import { start } from '../../commands/start.ts';
import type { Reply } from '../../src/discord/reply.ts';
import { aMember } from '../support/a-member.ts';
import { anApp } from '../support/an-app.ts';
import { press } from '../support/press.ts';
import { customIdOf, said } from '../support/said.ts';

const app = anApp();
const anna = aMember();

async function tap(reply: Reply, ...labels: string[]): Promise<Reply> {
	let now = reply;
	for (const label of labels) now = await press(start, customIdOf(now, label), app, anna);
	return now;
}

describe('/start', () => {
	test('asks six questions in one private message and says where to begin, and why', async () => {
		const first = await start.execute({}, app, anna);
		expect(first).toMatchObject({ kind: 'message', visibility: 'private' });
		expect(said(first)).toContain('1 of 6');
		const last = await tap(first, 'Most nights', 'Every day', 'What is that?');
		expect(said(last)).toContain('4 of 6');
		const end = await tap(last, 'A book or the ceiling', 'A rare treat', 'I push through');
		expect(end.kind).toBe('update');
		expect(said(end)).toContain('## Begin with stress');
		expect(said(end)).toContain('[Remind me daily]');
	});

	test('can be taken once more', async () => {
		const first = await start.execute({}, app, anna);
		const end = await tap(first, 'Hardly ever', 'Every day', 'Yes', 'A screen', 'A rare treat', 'I do');
		expect(said(end)).toContain('## Begin with sleep');
		expect(said(await tap(end, 'Once more'))).toContain('1 of 6');
	});

	test('is for the one who began it', async () => {
		const first = await start.execute({}, app, anna);
		const another = press(start, customIdOf(first, 'Most nights'), app, aMember({ userId: '755' }));
		await expect(another).rejects.toThrow('belongs to somebody else');
	});

	test.each(['9', '0000000', 'x'])('refuses answers that it did not write: %s', async (answers) => {
		const id = customIdOf(await start.execute({}, app, anna), 'Most nights').replace(/:0$/, `:${answers}`);
		await expect(press(start, id, app, anna)).rejects.toThrow(/answers/);
	});
});
