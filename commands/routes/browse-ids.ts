import type { Topic } from '../../src/core/entry-texts.ts';
import { defineCustomId } from '../../src/discord/define-route.ts';

/** Opens the list of a topic's entries. */
export const browseTopic = defineCustomId('browse', ['topic']);

/** Opens the list of topics. */
export const browseAll = defineCustomId('browse.all');

/** Topics as members read them. */
export const TOPIC_NAMES: Record<Topic, string> = {
	basics: 'The basics',
	conditions: 'Skin and gut conditions',
	treatments: 'Treatments',
	food: 'Food',
	sleep: 'Sleep',
	stress: 'Stress',
	timeline: 'How long it takes',
	help: 'Getting help',
	about: 'About Gutsy',
};
