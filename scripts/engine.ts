import { join } from 'node:path';
import { createCatalogue } from '../src/faq/catalogue.ts';
import { type Band, chooseBand } from '../src/faq/choose-band.ts';
import { asShipped } from '../src/faq/lay-over.ts';
import { loadEntries } from '../src/faq/load-entries.ts';
import type { Match, Matches } from '../src/faq/matcher.ts';
import { loadModels } from '../src/load-models.ts';
import { createJudge, type Judgement } from '../src/safety/judge.ts';

/** What became of a question, and why. */
export interface Asked {
	band: 'answer' | 'suggest' | 'none' | 'redflag';
	/** The entries shown, best first. */
	ids: string[];
	judgement: Judgement;
	matches: Matches;
	/** The question is an entry's title or alias. */
	named: boolean;
}

/** The engine alone: no Discord, no store. */
export interface Engine {
	ask(question: string): Asked;
}

/** Loads the shipped entries and models under `root`. */
export function loadEngine(root: string): Engine {
	const models = loadModels(join(root, 'models'));
	const entries = loadEntries(join(root, 'content/faq')).map(asShipped);
	const judge = createJudge(models.redFlags);
	const catalogue = createCatalogue(entries, models.answers);
	return {
		ask(question) {
			const judgement = judge(question);
			const matches = catalogue.match(question);
			const name = catalogue.named(question);
			const seen = { judgement, matches, named: name !== undefined };
			if (judgement.kind === 'care') return { ...seen, band: 'redflag', ids: [] };
			if (name) return { ...seen, band: 'answer', ids: [name.id] };
			const chosen = chooseBand(matches);
			return { ...seen, band: chosen.band, ids: shownBy(chosen) };
		},
	};
}

/** The first few entries with the parts of their score, for people to read. */
export function explain({ judgement, matches, named }: Asked): string[] {
	const { rule, likelihood } = judgement;
	return [
		`red flags: ${rule ? `rule ${rule.rule} (${rule.tier})` : 'no rule'}, classifier ${likelihood.toFixed(2)} → ${judgement.kind}`,
		...(named ? ['the question is a title or an alias'] : []),
		`none of them: ${matches.none.toFixed(2)}`,
		...matches.ranked.slice(0, 4).map(describe),
	];
}

function describe({ entry, share, evidence: { trained, near } }: Match): string {
	const learnt = trained === undefined ? 'not trained' : trained.toFixed(2);
	return `${entry.id}: ${share.toFixed(2)} (classifier ${learnt}, nearest phrasing ${near.toFixed(2)})`;
}

function shownBy(band: Band): string[] {
	switch (band.band) {
		case 'answer':
			return [band.match.entry.id];
		case 'suggest':
			return band.matches.map(({ entry }) => entry.id);
		case 'none':
			return [];
	}
}
