import { ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import { UserError } from '../src/core/user-error.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { MANAGE_SERVER } from '../src/discord/demand.ts';
import { OUTDATED } from '../src/discord/job.ts';
import { SERVERS_ONLY } from '../src/discord/placement.ts';
import { withDecided } from './routes/faq-admin/decided.ts';
import { drafts, preview } from './routes/faq-admin/drafts.ts';
import { add, edit } from './routes/faq-admin/edit.ts';
import { exportFile } from './routes/faq-admin/export-file.ts';
import { deleteOwn, hide, restore } from './routes/faq-admin/hide.ts';
import { history } from './routes/faq-admin/history.ts';
import { importFile } from './routes/faq-admin/import-file.ts';
import { inbox } from './routes/faq-admin/inbox.ts';
import { again, drop, save } from './routes/faq-admin/preview.ts';
import { review } from './routes/faq-admin/review.ts';
import { settings } from './routes/faq-admin/settings.ts';
import { stats } from './routes/faq-admin/stats.ts';
import { asCurator, type Subcommand } from './routes/faq-admin/subcommand.ts';
import { check, test, tests } from './routes/faq-admin/tests.ts';

const SUBCOMMANDS: readonly Subcommand[] = [
	add,
	edit,
	hide,
	restore,
	deleteOwn,
	history,
	inbox,
	review,
	stats,
	test,
	tests,
	check,
	importFile,
	exportFile,
	drafts,
	preview,
	settings,
];

const byName = new Map(SUBCOMMANDS.map((each) => [each.name, each]));

export const faqAdmin = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'faq-admin',
		description: 'Curate what members of this server are told',
		...SERVERS_ONLY,
		default_member_permissions: String(MANAGE_SERVER),
		options: SUBCOMMANDS.map(({ data }) => data),
	},
	requires: 'moderator',
	opensForm: ({ subcommand }) => byName.get(subcommand)?.opensForm ?? false,
	// What the sub-command takes is checked by itself.
	input: z.looseObject({ subcommand: z.string() }),
	autocomplete: {
		entry: (typed, app, caller, { subcommand }) =>
			byName.get(String(subcommand))?.suggest(typed, app, caller) ?? [],
	},
	routes: [save, drop, again, ...SUBCOMMANDS.flatMap(({ routes }) => routes)],
	async run(options, app, caller) {
		const subcommand = byName.get(options.subcommand);
		if (subcommand === undefined) throw new UserError(OUTDATED);
		const reply = await subcommand.execute(options, app, caller);
		return withDecided(reply, app, asCurator(caller), subcommand === drafts);
	},
});
