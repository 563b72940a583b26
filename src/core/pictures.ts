import { createRequire } from 'node:module';
import type { SKRSContext2D } from '@napi-rs/canvas';

/** A picture that is being drawn. */
export interface Picture {
	readonly context: SKRSContext2D;
	/** The same bytes for the same drawing. Encoded beside the event loop. */
	toPng(): Promise<Buffer>;
}

/** Opens an empty, transparent picture, its sides in pixels. */
export type OpenPicture = (width: number, height: number) => Promise<Picture>;

/** The one family to write with: shipped, so that a picture looks the same on every machine. Has a `bold`. */
export const PICTURE_FONT = 'Gutsy Sans';

const FONT_FILES = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

/** The renderer is loaded with the first picture: most processes draw none, and it takes some 20 MB. */
export function createPictures(): OpenPicture {
	let loading: Promise<typeof import('@napi-rs/canvas')> | undefined;
	return async (width, height) => {
		loading ??= loadRenderer();
		const { createCanvas } = await loading;
		const canvas = createCanvas(width, height);
		return { context: canvas.getContext('2d'), toPng: () => canvas.encode('png') };
	};
}

async function loadRenderer() {
	const renderer = await import('@napi-rs/canvas');
	const { resolve } = createRequire(import.meta.url);
	for (const file of FONT_FILES)
		if (renderer.GlobalFonts.registerFromPath(resolve(`dejavu-fonts-ttf/ttf/${file}`), PICTURE_FONT) === null)
			throw new Error(`The font ${file} cannot be read`);
	return renderer;
}
