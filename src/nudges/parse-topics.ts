import { UserError } from '../core/user-error.ts';
import { TOPICS, type Topic, topic } from './topic.ts';

const EVERYTHING: ReadonlySet<string> = new Set(['all', 'everything', 'all three', 'all of them']);

/**
 * Reads topics as people type them: `sleep, stress`, `sleep+diet`, `sleep and stress`, `all`. In listed order, each once.
 *
 * @throws UserError with an example when there is none or a word is no topic.
 */
export function parseTopics(typed: string): readonly Topic[] {
	const text = typed.trim().toLowerCase();
	if (EVERYTHING.has(text)) return TOPICS;
	const words = text.split(/[\s,;+&/]+/).filter((word) => word !== '' && word !== 'and');
	const wanted = new Set(words.map(readTopic));
	if (wanted.size === 0) throw notUnderstood();
	return TOPICS.filter((each) => wanted.has(each));
}

function readTopic(word: string): Topic {
	const result = topic.safeParse(word);
	if (!result.success) throw notUnderstood();
	return result.data;
}

function notUnderstood(): UserError {
	return new UserError('Please name sleep, stress or diet, such as “sleep, stress”, or “all” for the three.');
}
