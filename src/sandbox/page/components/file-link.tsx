import type { ShownAttachment } from '../../page-server/protocol/shown-message.ts';

/** A file to download, with its size. */
export function FileLink({ url, attachments }: { url: string; attachments: readonly ShownAttachment[] }) {
	const attachment = attachments.find((each) => each.url === url);
	const name = attachment?.filename ?? url;
	return (
		<div class="file">
			<span class="file-icon" aria-hidden="true" />
			<div>
				{attachment ? (
					<a href={url} download={name}>
						{name}
					</a>
				) : (
					<span>{name}</span>
				)}
				{attachment && <span class="small-print">{formatSize(attachment.size)}</span>}
			</div>
		</div>
	);
}

function formatSize(bytes: number): string {
	if (bytes < 1024) return `${bytes} bytes`;
	if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
	return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
