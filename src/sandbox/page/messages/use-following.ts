import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../state/page.ts';
import { compareSnowflakes } from '../state/snowflake-order.ts';

/** How close to the end one has to be to be taken along by new messages, in pixels. */
const nearEnd = 120;

interface Following {
	scroller: RefObject<HTMLElement | null>;
	/** Messages came while one was further up. */
	missed: boolean;
	onScroll(): void;
	toEnd(): void;
}

/**
 * Keeps the end of a conversation in sight until one scrolls back, and again once one is there or sends something oneself.
 * `place` names the conversation, and `lastId` its newest message.
 */
export function useFollowing(place: string, lastId: string | undefined): Following {
	const { state } = usePage();
	const scroller = useRef<HTMLElement>(null);
	const follows = useRef(true);
	const lastTop = useRef(0);
	const seen = useRef<string | undefined>(undefined);
	const [missed, setMissed] = useState(false);
	const sent = state.sent.value;

	function toEnd(): void {
		follows.current = true;
		setMissed(false);
		goDown();
	}

	function goDown(): void {
		const element = scroller.current;
		if (!element) return;
		element.scrollTop = element.scrollHeight;
		lastTop.current = element.scrollTop;
	}

	function look(): void {
		const element = scroller.current;
		if (!element) return;
		const { scrollHeight, scrollTop, clientHeight } = element;
		// Only who scrolls back stops following; that the list grew is no reason.
		const atEnd = scrollHeight - scrollTop - clientHeight < nearEnd;
		if (atEnd || scrollTop < lastTop.current) follows.current = atEnd;
		if (atEnd) setMissed(false);
		lastTop.current = scrollTop;
	}

	useLayoutEffect(toEnd, [place, sent]);
	useLayoutEffect(() => {
		const isNew =
			lastId !== undefined && (seen.current === undefined || compareSnowflakes(lastId, seen.current) > 0);
		seen.current = lastId;
		// One may have scrolled back in this very moment, before the browser told.
		look();
		if (isNew && !follows.current) setMissed(true);
	}, [lastId]);
	useEffect(() => {
		const element = scroller.current;
		if (!element) return undefined;
		// Pictures grow after they are drawn, so what is followed is the size.
		const stay = new ResizeObserver(() => {
			if (follows.current) goDown();
		});
		for (const child of element.children) stay.observe(child);
		stay.observe(element);
		return () => stay.disconnect();
	}, [place]);

	return {
		scroller,
		missed,
		toEnd,
		onScroll: look,
	};
}
