import type { Command } from '../src/discord/define-command.ts';
import { about } from './about.ts';
import { ask } from './ask.ts';
import { faqAdmin } from './faq-admin.ts';
import { help } from './help.ts';
import { nudges } from './nudges.ts';

/** Every command of Gutsy. A command that is not listed here does not exist. */
export const commands: readonly Command[] = [ask, nudges, faqAdmin, help, about];
