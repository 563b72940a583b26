/** A text as it was typed: with a stroke before each sign that Discord would read as a mark of its own, a link or a mention. */
export function escaped(text: string): string {
	return text.replace(/[*_~`|>#<@\\[\]]/g, '\\$&');
}
