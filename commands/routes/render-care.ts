import { careCard, text } from '../../src/discord/components.ts';
import { privately, type Reply, type TopLevel } from '../../src/discord/reply.ts';
import type { CareReply } from '../../src/faq/answer.ts';

/** Directions to care, in the reviewed wording and with nothing beside them. */
export function renderCare({ title, body }: CareReply): Reply {
	return privately(careCard(text(`## ${title}`), text(body)));
}

/** A line on when to see a doctor, beside an answer; nothing where the question gave no reason for it. */
export function renderCaution(caution: CareReply | undefined): TopLevel[] {
	return caution ? [careCard(text(caution.body))] : [];
}
