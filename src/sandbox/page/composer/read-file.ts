import type { PageFile } from '../../page-server/protocol/from-page.ts';

/** Reads a chosen file so that it can be sent. */
export async function readFile(file: File): Promise<PageFile> {
	const address = await new Promise<string>((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(new Error(`${file.name} cannot be read`, { cause: reader.error }));
		reader.readAsDataURL(file);
	});
	return {
		filename: file.name,
		contentType: file.type || 'application/octet-stream',
		base64: address.slice(address.indexOf(',') + 1),
	};
}
