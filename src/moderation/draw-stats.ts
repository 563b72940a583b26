import type { SKRSContext2D } from '@napi-rs/canvas';
import { type OpenPicture, PICTURE_FONT } from '../core/pictures.ts';
import type { AnswerCounts } from './answer-stats.ts';

const WIDTH = 900;
const HEIGHT = 420;
const EDGE = 32;
const CHART = { x: EDGE, y: 96, width: WIDTH - 2 * EDGE, height: 170 };

/** On a card of its own, so that it is the same on Discord's dark and light. */
const COLOURS = {
	card: '#1e2126',
	words: '#f4f5f7',
	soft: '#b4bac4',
	bar: '#63d6aa',
	line: '#3b414b',
} as const;

/** How a question ended, and the colour of it; the number stands below in words, so that nothing is told by colour alone. */
const ENDS = [
	{ name: 'answered', of: ({ answer }: AnswerCounts) => answer, colour: '#63d6aa' },
	{ name: 'asked back', of: ({ suggest }: AnswerCounts) => suggest, colour: '#a9b9ff' },
	{ name: 'no answer', of: ({ none }: AnswerCounts) => none, colour: '#f3b36e' },
	{ name: 'sent to care', of: ({ care }: AnswerCounts) => care, colour: '#e88a9a' },
] as const;

/** Draws questions a day as bars, and below them how they ended, as a PNG. */
export async function drawStats(open: OpenPicture, counts: AnswerCounts): Promise<Buffer> {
	const { context, toPng } = await open(WIDTH, HEIGHT);
	context.fillStyle = COLOURS.card;
	context.beginPath();
	context.roundRect(0, 0, WIDTH, HEIGHT, 18);
	context.fill();
	const asked = counts.daily.reduce((sum, each) => sum + each, 0);
	write(
		context,
		`${asked} ${asked === 1 ? 'question' : 'questions'} in ${counts.daily.length} days`,
		EDGE,
		52,
		{ size: 26, bold: true },
	);
	drawDays(context, counts.daily);
	drawEnds(context, counts, Math.max(1, asked));
	return toPng();
}

function drawDays(context: SKRSContext2D, daily: readonly number[]): void {
	const { x, y, width, height } = CHART;
	const most = Math.max(1, ...daily);
	const pitch = width / daily.length;
	write(context, `most on a day: ${most}`, x, y - 12, { size: 16, colour: COLOURS.soft });
	context.fillStyle = COLOURS.line;
	context.fillRect(x, y + height, width, 2);
	context.fillStyle = COLOURS.bar;
	for (const [index, count] of daily.entries()) {
		const tall = (count / most) * (height - 6);
		context.fillRect(x + index * pitch + 1, y + height - tall, Math.max(1, pitch - 2), tall);
	}
	write(context, `${daily.length - 1} days ago`, x, y + height + 24, { size: 16, colour: COLOURS.soft });
	write(context, 'today', x + width, y + height + 24, { size: 16, colour: COLOURS.soft, align: 'right' });
}

function drawEnds(context: SKRSContext2D, counts: AnswerCounts, asked: number): void {
	const top = CHART.y + CHART.height + 48;
	let left = EDGE;
	for (const { of, colour } of ENDS) {
		const wide = (of(counts) / asked) * CHART.width;
		context.fillStyle = colour;
		context.fillRect(left, top, wide, 22);
		left += wide;
	}
	for (const [index, { name, of, colour }] of ENDS.entries()) {
		const x = EDGE + index * (CHART.width / ENDS.length);
		context.fillStyle = colour;
		context.fillRect(x, top + 38, 14, 14);
		write(context, `${name}: ${of(counts)}`, x + 22, top + 51, { size: 17 });
	}
}

interface Writing {
	size: number;
	bold?: boolean;
	colour?: string;
	align?: 'left' | 'right';
}

function write(
	context: SKRSContext2D,
	words: string,
	x: number,
	y: number,
	{ size, bold = false, colour = COLOURS.words, align = 'left' }: Writing,
): void {
	context.font = `${bold ? 'bold' : 'normal'} ${size}px "${PICTURE_FONT}"`;
	context.fillStyle = colour;
	context.textAlign = align;
	context.fillText(words, x, y);
}
