import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { frontMatter, type ReplyId, replyBody, replyIds, type SafetyReply } from './reply.ts';

export type SafetyReplies = Readonly<Record<ReplyId, SafetyReply>>;

/** The folder lacks a reply or holds a broken one. Carries every problem found, by file and field. */
export class SafetyContentError extends Error {
	override name = 'SafetyContentError';

	constructor(problems: readonly string[]) {
		super(['The safety replies cannot be used:', ...problems.map((line) => `  ${line}`)].join('\n'));
	}
}

type Read = { readonly reply: SafetyReply } | { readonly problems: readonly string[] };

/**
 * Reads the reviewed replies, one a file named `<id>.md`.
 *
 * @throws {SafetyContentError} that lists all that is wrong, when anything is.
 */
export function loadReplies(folder: string): SafetyReplies {
	const files = readdirSync(folder)
		.filter((file) => !file.startsWith('.'))
		.sort();
	const read = files.map((file) => readReply(folder, file));
	const replies = new Map(read.flatMap((one) => ('reply' in one ? [[one.reply.id, one.reply]] : [])));
	const problems = [
		...read.flatMap((one) => ('problems' in one ? one.problems : [])),
		...replyIds.filter((id) => !files.includes(`${id}.md`)).map((id) => `${id}.md: Missing`),
		...sharedPlaces([...replies.values()]),
	];
	if (problems.length > 0) {
		throw new SafetyContentError(problems);
	}
	return Object.fromEntries(replies) as Record<ReplyId, SafetyReply>;
}

function readReply(folder: string, file: string): Read {
	const parts = /^---\r?\n(.*?)^---[ \t]*(?:\r?\n|$)(.*)$/ms.exec(readFileSync(join(folder, file), 'utf8'));
	if (parts === null) {
		return { problems: [`${file}, front matter: Expected YAML between two lines of ---`] };
	}
	const [, head = '', text = ''] = parts;
	const document = parseDocument(head, { prettyErrors: false });
	if (document.errors.length > 0) {
		return { problems: document.errors.map(({ message }) => `${file}, front matter: ${message}`) };
	}
	const fields = frontMatter.safeParse(document.toJS());
	const body = replyBody.safeParse(text);
	if (fields.success && body.success && `${fields.data.id}.md` === file) {
		return { reply: { ...fields.data, body: body.data } };
	}
	return {
		problems: [
			...problemsOf(file, 'front matter', fields.error),
			...problemsOf(file, 'body', body.error),
			...(fields.success && fields.data.id !== basename(file, '.md')
				? [`${file}, id: Expected the name of the file, not ${fields.data.id}`]
				: []),
		],
	};
}

function problemsOf(file: string, field: string, error: z.ZodError | undefined): readonly string[] {
	return (error?.issues ?? []).map(
		({ path, message }) => `${file}, ${path.length === 0 ? field : path.join('.')}: ${message}`,
	);
}

function sharedPlaces(replies: readonly SafetyReply[]): readonly string[] {
	return replies
		.filter(({ urgency }, at) => replies.findIndex((other) => other.urgency === urgency) < at)
		.map(({ id, urgency }) => `${id}.md, urgency: Another reply has place ${urgency} already`);
}
