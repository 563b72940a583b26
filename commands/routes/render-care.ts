import { careCard, text } from '../../src/discord/components.ts';
import { privately, type Reply } from '../../src/discord/reply.ts';
import type { CareReply } from '../../src/faq/answer.ts';

/** Directions to care, in the reviewed wording and with nothing beside them. */
export function renderCare({ title, body }: CareReply): Reply {
	return privately(careCard(text(`## ${title}`), text(body)));
}
