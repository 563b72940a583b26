import type { APIButtonComponent } from 'discord-api-types/v10';
import { button } from './components.ts';
import { type CustomId, readCustomId } from './custom-id.ts';
import { nudgeDone, nudgeLater, nudgeSkipped } from './nudge-message.ts';
import type { ButtonRow } from './read-shown.ts';

/** The rows of a nudge whose topic was answered: the answer stands where it was given, and there is nothing left to put off. */
export function markAnswered(rows: readonly ButtonRow[], topic: string, label: string): ButtonRow[] {
	const marked = rows.map((row) => {
		const [first, ...others] = row.components.filter((each) => topicAnsweredBy(each) === topic);
		const components = row.components.flatMap((each): APIButtonComponent[] => {
			if (each !== first) return others.includes(each) ? [] : [each];
			const customId = 'custom_id' in each ? each.custom_id : '';
			return [{ ...button(label, customId), disabled: true }];
		});
		return { ...row, components };
	});
	const isAllAnswered = !marked.some(({ components }) =>
		components.some((each) => topicAnsweredBy(each) !== undefined),
	);
	const left = marked.map((row) => ({
		...row,
		components: row.components.filter((each) => !(isAllAnswered && idOf(each)?.route === nudgeLater.name)),
	}));
	return left.filter(({ components }) => components.length > 0);
}

/** The topic that a press on this button would answer; `undefined` for other buttons and for one that is pressed. */
function topicAnsweredBy(each: APIButtonComponent): string | undefined {
	const id = idOf(each);
	const isAnswer = id?.route === nudgeDone.name || id?.route === nudgeSkipped.name;
	return isAnswer && each.disabled !== true ? id.params[1] : undefined;
}

function idOf(each: APIButtonComponent): CustomId | undefined {
	return 'custom_id' in each ? readCustomId(each.custom_id) : undefined;
}
