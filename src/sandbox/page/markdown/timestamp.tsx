import { usePage } from '../state/page.ts';
import { formatTime } from './format-time.ts';

/** `<t:…>`: a moment in the reader's own time, on the sandbox clock. */
export function Timestamp({ at, style }: { at: number; style: string }) {
	const { state } = usePage();
	const date = new Date(at);
	const valid = !Number.isNaN(date.getTime());
	return (
		<time class="timestamp" {...(valid && { dateTime: date.toISOString(), title: formatTime(at, 'F', 0) })}>
			{formatTime(at, style, style === 'R' ? state.now.value : 0)}
		</time>
	);
}
