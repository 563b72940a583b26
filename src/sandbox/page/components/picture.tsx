import { Veil } from './veil.tsx';

interface PictureProps {
	url: string;
	description?: string | undefined;
	spoiler?: boolean | undefined;
}

/** A picture of this local Discord. One from elsewhere is named instead of fetched: the page loads nothing remote. */
export function Picture({ url, description, spoiler = false }: PictureProps) {
	if (!url.startsWith('/attachments/'))
		return (
			<div class="remote-picture">
				{description ?? 'Picture'}
				<span class="address">{url}</span>
				<span class="small-print">Not loaded: this page fetches nothing from other machines.</span>
			</div>
		);
	return (
		<Veil covers={spoiler}>
			<a href={url} target="_blank" rel="noopener" class="picture">
				<img
					src={url}
					alt={description ?? ''}
					{...(!description && { 'aria-label': 'Picture without a description' })}
					loading="lazy"
				/>
			</a>
		</Veil>
	);
}
