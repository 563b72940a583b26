/** How a moderator's id stands in what is stored. In a text the quotes would be escaped, so no answer can be taken for it. */
export function signsOf(by: string): string[] {
	return [`"by":"${by}"`, `"approvedBy":"${by}"`];
}

export function isSigned(raw: string, by: string): boolean {
	return signsOf(by).some((sign) => raw.includes(sign));
}

/** The same with another name in the moderator's place, whether it can be read otherwise or not. */
export function signedAnew(raw: string, by: string, name: string): string {
	const names = signsOf(name);
	return signsOf(by).reduce((whole, sign, at) => whole.replaceAll(sign, names[at] ?? ''), raw);
}

/**
 * What a stored value says, for the moderator who signed it: lines of JSON, each with others' ids left out, and what stood before. A line that they did not
 * sign is left out whole, unless all are wanted.
 */
export function ofCurator(raw: string, memberId: string | undefined): unknown[] {
	return raw
		.split('\n')
		.filter((line) => line !== '' && (memberId === undefined || isSigned(line, memberId)))
		.map((line) => withoutOthers(line, memberId));
}

function withoutOthers(line: string, memberId: string | undefined): unknown {
	try {
		return JSON.parse(line, (key, value: unknown) => {
			if (key === 'before') return undefined;
			if (key !== 'by' && key !== 'approvedBy') return value;
			return value === memberId ? 'you' : 'somebody else';
		});
	} catch {
		return 'This can no longer be read.';
	}
}
