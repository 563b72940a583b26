import type { SKRSContext2D } from '@napi-rs/canvas';
import type { OpenPicture } from '../core/pictures.ts';
import { nameStrength, percent } from './describe-progress.ts';
import { CALENDAR_HEIGHT, CALENDAR_WIDTH, drawCalendar, drawLegend } from './draw-calendar.ts';
import { drawTrend } from './draw-trend.ts';
import { COLOURS, font } from './picture-style.ts';
import type { HabitProgress } from './progress.ts';

const EDGE = 28;
const LEFT_WIDTH = 236;
const BETWEEN = 32;
const LEGEND_HEIGHT = 58;
const CALENDAR_LEFT = EDGE + LEFT_WIDTH + 40;
const WIDTH = CALENDAR_LEFT + CALENDAR_WIDTH + EDGE;
const ROUNDING = 18;

/**
 * Draws the habits below each other on one dark card, as a PNG: for each its strength and the line of it, and a calendar
 * of half a year. `today` is a local date in days since 1970-01-01. The same habits give the same bytes.
 */
export async function drawProgress(
	open: OpenPicture,
	habits: readonly HabitProgress[],
	today: number,
): Promise<Buffer> {
	const pitch = CALENDAR_HEIGHT + BETWEEN;
	const height = EDGE + pitch * habits.length - BETWEEN + LEGEND_HEIGHT;
	const { context, toPng } = await open(WIDTH, height);
	context.fillStyle = COLOURS.card;
	context.strokeStyle = COLOURS.edge;
	context.lineWidth = 2;
	context.beginPath();
	context.roundRect(1, 1, WIDTH - 2, height - 2, ROUNDING);
	context.fill();
	context.stroke();
	context.textBaseline = 'alphabetic';
	for (const [index, habit] of habits.entries()) {
		const top = EDGE + pitch * index;
		drawStrength(context, habit, top);
		drawTrend(context, habit, today, { x: EDGE, y: top + 88, width: LEFT_WIDTH, height: 62 });
		drawCalendar(context, habit, today, { x: CALENDAR_LEFT, y: top });
	}
	drawLegend(context, { right: CALENDAR_LEFT + CALENDAR_WIDTH, y: height - LEGEND_HEIGHT + 24 });
	return toPng();
}

/** What the habit is called, and how firm it is in figures and words. */
function drawStrength(
	context: SKRSContext2D,
	{ label, strength }: Pick<HabitProgress, 'label' | 'strength'>,
	top: number,
): void {
	context.textAlign = 'left';
	context.fillStyle = COLOURS.words;
	context.font = font(25, 'bold');
	context.fillText(label, EDGE, top + 20, LEFT_WIDTH);
	context.font = font(40, 'bold');
	const number = `${percent(strength)} %`;
	context.fillText(number, EDGE, top + 70);
	const { width } = context.measureText(number);
	context.fillStyle = COLOURS.soft;
	context.font = font(19);
	context.fillText(nameStrength(strength), EDGE + width + 12, top + 70, LEFT_WIDTH - width - 12);
}
