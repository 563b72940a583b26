import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { createPictures } from '../../src/core/pictures.ts';
import { drawProgress } from '../../src/habits/draw-progress.ts';
import { progressOf } from '../../src/habits/progress.ts';
import { aHabit, TODAY } from './some-habits.ts';

const open = createPictures();
const draw = (...days: string[]) =>
	drawProgress(
		open,
		days.map((each, index) => progressOf(aHabit(each, { topic: String(index) }), TODAY)),
		TODAY,
	);

/** Lightness (0 to 255) of every pixel, as somebody who sees no colours does. */
async function greys(png: Buffer): Promise<{ width: number; height: number; of: Uint8Array }> {
	const image = await loadImage(png);
	const context = createCanvas(image.width, image.height).getContext('2d');
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, image.width, image.height);
	const of = new Uint8Array(data.length / 4);
	for (let at = 0; at < of.length; at += 1)
		of[at] =
			0.2126 * (data[at * 4] ?? 0) + 0.7152 * (data[at * 4 + 1] ?? 0) + 0.0722 * (data[at * 4 + 2] ?? 0);
	return { width: image.width, height: image.height, of };
}

/** How many pixels of the calendars, right of the words, two pictures of one size show clearly lighter or darker. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
	const [a, b] = await Promise.all([greys(one), greys(other)]);
	return a.of.filter((grey, at) => at % a.width > a.width / 3 && Math.abs(grey - (b.of[at] ?? 0)) > 40)
		.length;
}

describe('the picture of habits', () => {
	test('fits into a message, with three habits of half a year', async () => {
		const half = 'ddnm-dd'.repeat(26);
		const png = await draw(half, half, half);
		const { width, height } = await greys(png);
		expect(width).toBeLessThanOrEqual(1_000);
		expect(height).toBeLessThanOrEqual(700);
		expect(png.byteLength).toBeLessThanOrEqual(150_000);
	});

	test('leaves its margins free, so that nothing is cut off', async () => {
		const { width, height, of } = await greys(await draw('ddnmo'));
		const margin = 20;
		const isInside = (at: number) => at > 4 && at < margin;
		const lights = of.filter((_grey, at) => {
			const x = at % width;
			const y = Math.floor(at / width);
			return y > margin && y < height - margin && (isInside(x) || isInside(width - x));
		});
		expect(Math.max(...lights) - Math.min(...lights)).toBeLessThan(40);
	});

	test('is the same to the byte for the same habits, also by another painter', async () => {
		const again = drawProgress(createPictures(), [progressOf(aHabit('dnm', { topic: '0' }), TODAY)], TODAY);
		expect((await draw('dnm')).equals(await again)).toBe(true);
		expect((await draw('dnm')).equals(await draw('ddm'))).toBe(false);
	});

	test.each([
		['done and not today', 'd', 'n'],
		['done and missed', 'd', 'm'],
		['done and nothing', 'd', '-'],
		['not today and missed', 'n', 'm'],
		['not today and nothing', 'n', '-'],
		['missed and nothing', 'm', '-'],
		['open and done', 'o', 'd'],
		['open and not today', 'o', 'n'],
		['open and missed', 'o', 'm'],
		['open and nothing', 'o', '-'],
	])('tells %s apart without colours', async (_marks, one, other) => {
		const [a, b] = await Promise.all([draw(`d${one}`), draw(`d${other}`)]);
		expect(await difference(a, b)).toBeGreaterThan(20);
	});

	test('shows what is open on the day before the first mark, too', async () => {
		const [open, nothing] = await Promise.all([draw('od'), draw('-d')]);
		expect(await difference(open, nothing)).toBeGreaterThan(20);
	});

	test('writes with the font that is shipped, whatever the machine has', async () => {
		const { context } = await open(100, 100);
		context.font = '20px "Gutsy Sans"';
		const { width } = context.measureText('Sleep 100 %');
		expect(width).toBeCloseTo(125.4, 0);
	});
});
