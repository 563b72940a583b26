/** The sentences of a Markdown text, without its marks. */
export function sentencesOf(text: string): string[] {
	return plainText(text)
		.split(/(?<=[.!?]["'”’)]*)\s+|\n+/u)
		.map((sentence) => sentence.trim())
		.filter((sentence) => sentence !== '');
}

function plainText(text: string): string {
	return text
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/^[ \t]*(?:[-*+>]|#{1,6}|\d+[.)])[ \t]+/gm, '')
		.replace(/[*_`~|]/g, '');
}
