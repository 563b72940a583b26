import { ApplicationCommandType, ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import { entryId } from '../src/core/entry-texts.ts';
import { UserError } from '../src/core/user-error.ts';
import { answerCard, entryButton } from '../src/discord/answer-card.ts';
import { mayWrite } from '../src/discord/caller.ts';
import { button, buttons, card, careCard, text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { defineCustomId, defineRoute } from '../src/discord/define-route.ts';
import { EVERYWHERE } from '../src/discord/placement.ts';
import { privately, publicly, type Reply, type TopLevel, update } from '../src/discord/reply.ts';
import { longId, shortId } from '../src/discord/short-id.ts';
import type { Answer, ServerEntry } from '../src/faq/answer.ts';
import { renderCaution } from './routes/render-care.ts';
import { MAY_NOT_WRITE } from './routes/share-entry.ts';
import { renderGone } from './routes/show-entry.ts';

/** Posts an entry in reply to a message. */
const postReply = defineCustomId('post', ['entry', 'message']);

const post = defineRoute({
	id: postReply,
	answers: 'update',
	input: z.object({ entry: entryId, message: longId }),
	async run({ entry: id, message: messageId }, { faq, channels }, caller) {
		const { guildId, channelId, now } = caller;
		if (!mayWrite(caller)) throw new UserError(MAY_NOT_WRITE);
		const entry = await faq.entry(guildId, id);
		if (!entry) return renderGone();
		const components = answerCard(entry, { related: await faq.related(guildId, entry), now });
		const sent =
			channelId === undefined ? 'refused' : await channels.replyTo({ channelId, messageId, components });
		if (sent === 'sent') return update(text('Posted as a reply.'));
		// Where Gutsy is only somebody's own app it cannot write by itself, but it can answer them for all to see.
		return {
			...update(text('I cannot reply to messages here, so it stands on its own.')),
			followedBy: publicly(...components),
		};
	},
});

export const answerFromFaq = defineCommand({
	data: {
		type: ApplicationCommandType.Message,
		name: 'Answer from the FAQ',
		...EVERYWHERE,
	},
	input: z.object({ messageId: z.string(), content: z.string().default('') }),
	routes: [post],
	async run({ messageId, content }, { faq }, { guildId, userId, now }) {
		const question = content.trim();
		if (!/[\p{L}\p{N}]/u.test(question))
			throw new UserError('There is no text in that message that I could answer.');
		const answer = await faq.answer({ guildId, question });
		return renderCandidates(answer, { owner: userId, now, messageId });
	},
});

interface Around {
	owner: string;
	now: number;
	messageId: string;
}

/** What would be answered, for the one who asked for it alone. */
function renderCandidates(answer: Answer, around: Around): Reply {
	switch (answer.band) {
		case 'care':
			return privately(
				text(
					'That message may be about something urgent, so I answer with care rather than coaching. If you can, help them get it:',
				),
				careCard(text(`## ${answer.reply.title}`), text(answer.reply.body)),
			);
		case 'answer':
			return privately(...candidate(answer.entry, around), ...renderCaution(answer.caution));
		case 'suggest':
			return privately(
				text('I am not sure which of these fits. Read one, or post it as a reply:'),
				...answer.candidates.map((each) =>
					buttons(entryButton(each, around.now), postButton(each, around, 'Post this one')),
				),
				...renderCaution(answer.caution),
			);
		case 'none':
			return privately(
				text('I don’t have anything that fits that message.'),
				...renderCaution(answer.caution),
			);
	}
}

function candidate(entry: ServerEntry, around: Around): TopLevel[] {
	return [
		card(text(`## ${entry.title}`), text(entry.answer)),
		buttons(postButton(entry, around, 'Post as a reply')),
	];
}

function postButton(entry: ServerEntry, { owner, now, messageId }: Around, label: string) {
	return button(
		label,
		postReply.write({ owner, now, entry: entry.id, message: shortId(messageId) }),
		ButtonStyle.Primary,
	);
}
