const gap = 12;

/** Puts a bubble where it covers its target least: under it, over it, or beside it, always within the window. */
export function placeBeside(bubble: HTMLElement, target: HTMLElement | null): void {
	const { width, height } = bubble.getBoundingClientRect();
	const box = target?.getBoundingClientRect();
	if (!box) {
		moveTo(bubble, (innerWidth - width) / 2, (innerHeight - height) / 2);
		return;
	}
	const middle = Math.min(Math.max(gap, box.left + box.width / 2 - width / 2), innerWidth - width - gap);
	if (box.bottom + gap + height < innerHeight) moveTo(bubble, middle, box.bottom + gap);
	else if (box.top - gap - height > 0) moveTo(bubble, middle, box.top - gap - height);
	else if (box.left - gap - width > 0) moveTo(bubble, box.left - gap - width, Math.max(gap, box.top));
	else moveTo(bubble, Math.min(box.right + gap, innerWidth - width - gap), Math.max(gap, box.top));
}

function moveTo(bubble: HTMLElement, left: number, top: number): void {
	bubble.style.left = `${left}px`;
	bubble.style.top = `${top}px`;
}
