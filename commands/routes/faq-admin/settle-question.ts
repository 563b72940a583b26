import type { App } from '../../../src/app.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { questionWords } from '../../../src/faq/question-words.ts';
import { groupQuestions, type QuestionGroup } from '../../../src/moderation/group-questions.ts';

/** The inbox with questions that say the same thing put together, most asked first. */
export async function readInbox({ inbox }: Pick<App, 'inbox'>, guildId: string): Promise<QuestionGroup[]> {
	return groupQuestions(await inbox.list(guildId), questionWords);
}

export async function findGroup(
	app: Pick<App, 'inbox'>,
	guildId: string,
	question: string,
): Promise<QuestionGroup | undefined> {
	return (await readInbox(app, guildId)).find(({ members }) => members.some(({ id }) => id === question));
}

/** Asks the questions of a group again; those that the entry answers now leave the inbox. Says what came of it. */
export async function settleQuestion(
	app: Pick<App, 'inbox' | 'faq'>,
	guildId: string,
	question: string,
	entries: readonly string[],
): Promise<string> {
	const group = await findGroup(app, guildId, question);
	if (group === undefined) return '';
	const landed = await Promise.all(
		group.members.map(async ({ id, text }) => ({ id, lands: await app.faq.landsOn(guildId, text) })),
	);
	const answered = landed.filter(({ lands }) => lands !== undefined && entries.includes(lands));
	for (const { id } of answered) await app.inbox.remove(guildId, id);
	if (answered.length === group.members.length)
		return ` “${escaped(group.text)}” is answered with it now, and has left the inbox.`;
	return answered.length === 0
		? ' The question of the inbox is not answered with it yet: give the entry that question as another name.'
		: ` ${answered.length} of ${group.members.length} ways to ask “${escaped(group.text)}” are answered with it now.`;
}
