import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { text } from '../../src/discord/components.ts';
import { readCustomId } from '../../src/discord/custom-id.ts';
import { defineCustomId, defineRoute } from '../../src/discord/define-route.ts';
import { privately } from '../../src/discord/reply.ts';
import { aMember } from '../support/a-member.ts';
import { anApp } from '../support/an-app.ts';

const MINUTE = 60_000;
const confirm = defineCustomId('confirm');
const route = defineRoute({
	id: confirm,
	answers: 'update',
	goodFor: MINUTE,
	input: z.object({}),
	run: () => privately(text('Done')),
});

/** Presses a button that was drawn at one time of day at another. */
async function pressed(drawn: string, now: string) {
	const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);
	const id = readCustomId(confirm.write({ owner: 'anyone', now: at(drawn) }));
	if (!id) throw new Error('The id cannot be read');
	return route.execute(id, {}, anApp(), aMember({ now: at(now) }));
}

describe('a button that is good for a minute', () => {
	test.each([
		['at once', '09:00:00', '09:00:01'],
		['although the clock’s minute is over', '09:00:59', '09:01:01'],
		['for all of its minute', '09:00:59', '09:01:59'],
	])('works %s', async (_case, drawn, now) => {
		expect(await pressed(drawn, now)).toMatchObject({ kind: 'message' });
	});

	test.each([
		['09:00:00', '09:02:01'],
		['09:00:59', '09:02:01'],
	])('drawn at %s is refused at %s', async (drawn, now) => {
		await expect(pressed(drawn, now)).rejects.toThrow(/too old/);
	});
});
