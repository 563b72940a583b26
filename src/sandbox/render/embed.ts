import { type MediaContext, renderMedia } from './media.ts';

/** An embed as Discord gives it back: typed, fields complete, media with addresses. */
export function renderEmbed(embed: Record<string, unknown>, context: MediaContext): Record<string, unknown> {
	const rendered: Record<string, unknown> = { ...embed, type: 'rich' };
	for (const key of ['image', 'thumbnail'] as const) {
		const url = urlOf(embed[key]);
		if (url !== undefined) rendered[key] = renderMedia({ url }, context);
	}
	if (Array.isArray(embed['fields']))
		rendered['fields'] = embed['fields'].map((field: object) => ({ inline: false, ...field }));
	return rendered;
}

function urlOf(media: unknown): string | undefined {
	if (typeof media !== 'object' || media === null || !('url' in media)) return undefined;
	return typeof media.url === 'string' ? media.url : undefined;
}
