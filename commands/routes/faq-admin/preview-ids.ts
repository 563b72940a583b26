import { ButtonStyle } from 'discord-api-types/v10';
import { button } from '../../../src/discord/components.ts';
import { defineCustomId } from '../../../src/discord/define-route.ts';

/** Saves a proposal as it was shown. */
export const saveProposal = defineCustomId('faq-save', ['proposal']);
export const dropProposal = defineCustomId('faq-drop', ['proposal']);
/** Opens the form with a proposal's texts, to go on writing. */
export const writeAgain = defineCustomId('faq-rewrite', ['proposal', 'version']);

interface Again {
	owner: string;
	now: number;
	proposal: string;
	/** The version that the next save is based on. */
	version: number;
}

export function againButton(
	label: string,
	{ owner, now, proposal, version }: Again,
	style: ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Secondary,
) {
	return button(label, writeAgain.write({ owner, now, proposal, version: String(version) }), style);
}
