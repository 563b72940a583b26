import type { SKRSContext2D } from '@napi-rs/canvas';
import { COLOURS, font, shortDate } from './picture-style.ts';
import type { HabitProgress } from './progress.ts';

/** A habit that has just begun gets a line that begins, not one that fills the width. */
const SHORTEST_DAYS = 28;

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** The line of a habit’s strength, from nothing at the bottom to full at the top, with the dates at its ends below. */
export function drawTrend(
	context: SKRSContext2D,
	{ byDay }: Pick<HabitProgress, 'byDay'>,
	today: number,
	{ x, y, width, height }: Box,
): void {
	const days = Math.max(byDay.length, SHORTEST_DAYS) - 1;
	const points = [0, ...byDay].map((strength, index) => ({
		x: x + (Math.max(index - 1, 0) / days) * width,
		y: y + height * (1 - strength),
	}));
	context.lineWidth = 1;
	context.strokeStyle = COLOURS.edge;
	for (const level of [0, 0.5, 1]) {
		context.beginPath();
		context.moveTo(x, y + height * level);
		context.lineTo(x + width, y + height * level);
		context.stroke();
	}
	const [begin] = points;
	const end = points.at(-1);
	if (begin === undefined || end === undefined) return;
	const trace = () => {
		context.beginPath();
		context.moveTo(begin.x, begin.y);
		for (const point of points) context.lineTo(point.x, point.y);
	};
	trace();
	context.lineTo(end.x, y + height);
	context.closePath();
	context.globalAlpha = 0.18;
	context.fillStyle = COLOURS.done;
	context.fill();
	context.globalAlpha = 1;
	trace();
	context.lineWidth = 3;
	context.lineJoin = 'round';
	context.lineCap = 'round';
	context.strokeStyle = COLOURS.done;
	context.stroke();
	context.beginPath();
	context.arc(end.x, end.y, 5, 0, 2 * Math.PI);
	context.fillStyle = COLOURS.words;
	context.fill();
	context.font = font(17);
	context.fillStyle = COLOURS.soft;
	context.textAlign = 'left';
	const from = byDay.length > 1 ? `${shortDate(today - byDay.length + 1)}  ` : '';
	context.fillText(from, x, y + height + 22);
	const left = x + context.measureText(from).width;
	context.fillText('today', Math.max(left, end.x - context.measureText('today').width), y + height + 22);
}
