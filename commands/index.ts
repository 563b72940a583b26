import type { Command } from '../src/discord/define-command.ts';
import { about } from './about.ts';
import { addToFaq } from './add-to-faq.ts';
import { answerFromFaq } from './answer-from-faq.ts';
import { ask } from './ask.ts';
import { browse } from './browse.ts';
import { faqAdmin } from './faq-admin.ts';
import { help } from './help.ts';
import { nudges } from './nudges.ts';
import { nudgesAdmin } from './nudges-admin.ts';
import { privacy } from './privacy.ts';
import { progress } from './progress.ts';
import { start } from './start.ts';

/** Every command of Gutsy. A command that is not listed here does not exist. */
export const commands: readonly Command[] = [
	ask,
	browse,
	start,
	nudges,
	progress,
	nudgesAdmin,
	faqAdmin,
	answerFromFaq,
	addToFaq,
	privacy,
	help,
	about,
];
