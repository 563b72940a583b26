import { z } from 'zod';
import { entryId } from '../../../src/core/entry-texts.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { button, buttons, text } from '../../../src/discord/components.ts';
import { defineCustomId, defineRoute } from '../../../src/discord/define-route.ts';
import { privately, type TopLevel } from '../../../src/discord/reply.ts';
import { QUESTION_ID, quote } from '../send-question.ts';
import { asCurator } from './subcommand.ts';
import { saveTest } from './tests.ts';

/** Saves the question that stands in the message, with the entry below it. */
const keepTest = defineCustomId('faq-test-keep', ['entry']);

/** What a moderator gets below an answer of their own. The question stands in the message: it is stored only when they say so. */
export function testButton(question: string, entry: string, owner: string, now: number): TopLevel[] {
	return [
		{ ...text(quote(question)), id: QUESTION_ID },
		buttons(button('Save as test question', keepTest.write({ owner, now, entry }))),
	];
}

export const keepAsTest = defineRoute({
	id: keepTest,
	answers: 'message',
	requires: 'moderator',
	input: z.object({ entry: entryId, shown: z.record(z.string(), z.string()).default({}) }),
	async run({ entry, shown }, app, caller) {
		const question = shown[QUESTION_ID]?.replace(/^> /, '').trim() ?? '';
		if (question.length < 2)
			throw new UserError('I do not find the question any more. `/faq-admin test` saves one, too.');
		return privately(text(await saveTest(app, asCurator(caller), question, entry)));
	},
});
