import type { Snowflake } from '../core/snowflake.ts';
import { UserError } from '../core/user-error.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { SaveOutcome, Wordings } from './wordings.ts';

interface Dependencies {
	wordings: Wordings;
	feed: Pick<ChangeFeed, 'announce'>;
	/** What must not stand in an answer, one sentence a problem. */
	checkWording(text: string): string[];
	/** Told at once in this process; the feed tells the others. */
	onChange(guildId: Snowflake): void;
	/** The change is saved when this fails; the other processes learn of it when they next look. */
	onUnannounced(error: unknown): void;
}

type Change = Parameters<Wordings['save']>[0];

/** What a server's moderators do to the answers that their members see. */
export interface Moderation {
	/** Throws {@link UserError} for wording that Gutsy never shows, with the moderator's text so that it is not lost. */
	edit(change: Change): Promise<SaveOutcome>;
}

export function createModeration({
	wordings,
	feed,
	checkWording,
	onChange,
	onUnannounced,
}: Dependencies): Moderation {
	return {
		async edit(change) {
			const problems = [...checkWording(change.title), ...checkWording(change.answer)];
			if (problems.length > 0) throw new UserError(refusal(problems, change.answer));
			const outcome = await wordings.save(change);
			if (outcome.kind === 'saved') {
				onChange(change.guildId);
				await feed.announce(change.guildId).catch(onUnannounced);
			}
			return outcome;
		},
	};
}

function refusal(problems: string[], answer: string): string {
	return [
		'Nothing was saved, because some of the wording could do harm:',
		...problems.map((problem) => `- ${problem}`),
		'Your text, to copy and mend:',
		asQuote(answer),
	].join('\n');
}

/** A moderator's text shown back as a block that cannot be broken out of. */
function asQuote(text: string): string {
	return `\`\`\`\n${text.replaceAll('```', "'''")}\n\`\`\``;
}
