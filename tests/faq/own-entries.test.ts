import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../src/faq/catalogue.ts';
import { chooseBand } from '../../src/faq/choose-band.ts';
import { asShipped } from '../../src/faq/lay-over.ts';
import { loadEntries } from '../../src/faq/load-entries.ts';
import { loadModels } from '../../src/load-models.ts';
import { ROOT } from '../house/imports.ts';
import { anEntry } from '../support/an-app.ts';

const shipped = loadEntries(join(ROOT, 'content/faq')).map(asShipped);
const { answers } = loadModels(join(ROOT, 'models'));
const catalogue = createCatalogue(shipped, answers).under([
	anEntry({
		id: 'meet-up',
		title: 'When is the next meet-up of this server?',
		aliases: ['community call', 'when do we meet', 'weekly hangout'],
		answer: 'We meet every Thursday at seven in the voice channel. Bring a question.',
		version: 1,
	}),
	anEntry({
		id: 'matcha',
		title: 'Is matcha good for my skin?',
		aliases: ['matcha latte', 'green tea powder', 'does matcha help with spots'],
		answer: 'Nobody knows for sure. One cup a day is fine for most people.',
		version: 1,
	}),
]);

const FIRST = ['book', 'map', 'photo', 'recipe', 'music', 'film', 'plant', 'chess', 'craft', 'poem'];
const SECOND = ['list', 'archive', 'club', 'exchange', 'contest', 'calendar'];

function shown(question: string): string[] {
	const band = chooseBand(catalogue.match(question));
	if (band.band === 'answer') return [band.match.entry.id];
	return band.band === 'suggest' ? band.matches.map(({ entry }) => entry.id) : [];
}

describe('an entry of a server’s own, with a title and three aliases', () => {
	test.each([
		['meet-up', 'when is the meetup'],
		['meet-up', 'what time is the community call'],
		['meet-up', 'when do we meet again'],
		['matcha', 'is matcha any good for skin'],
		['matcha', 'matcha latte for spots?'],
		['matcha', 'green tea powder'],
	])('is found beside the shipped ones: %s, by “%s”', (id, question) => {
		expect(shown(question)).toContain(id);
	});

	test.each([
		['sugar', 'is sugar bad for my skin'],
		['fermented-foods', 'is kimchi good for my skin'],
		['how-long', 'how long until i see results'],
		['sleep-hours', 'how many hours should i sleep'],
	])('takes nothing from %s: “%s”', (id, question) => {
		expect(shown(question)).toEqual([id]);
	});
});

describe('a server with many entries of its own', () => {
	const many = Array.from({ length: 60 }, (_, index) => {
		const subject = `${FIRST[index % FIRST.length]} ${SECOND[Math.floor(index / FIRST.length)]}`;
		return anEntry({
			id: `own-${index}`,
			title: `Where do I find the ${subject}?`,
			aliases: [subject, `${subject} please`, `who looks after the ${subject}`],
			answer: `The ${subject} is in the channel of that name. Ask there.`,
			version: 1,
		});
	});
	const crowded = createCatalogue(shipped, answers).under(many);

	test.each([
		['sugar', 'is sugar bad for my skin'],
		['fermented-foods', 'is kimchi good for my skin'],
		['how-long', 'how long until i see results'],
		['sleep-hours', 'how many hours should i sleep'],
		['own-11', 'where is the map archive'],
	])('answers %s as surely as before: “%s”', (id, question) => {
		const band = chooseBand(crowded.match(question));
		expect(band.band === 'answer' && band.match.entry.id).toBe(id);
	});
});
