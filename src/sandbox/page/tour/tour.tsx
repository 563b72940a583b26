import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useFacts, usePage } from '../state/page.ts';
import { placeBeside } from './place-beside.ts';

/** A walk through the page in a few steps, beside what each is about. It can be left at any time. */
export function Tour({ step }: { step: number }) {
	const { state, deeds } = usePage();
	const { tour } = useFacts();
	const bubble = useRef<HTMLDivElement>(null);
	const current = tour[step];

	function end(): void {
		state.tourStep.value = undefined;
		deeds.keep({ tourDone: true });
	}

	useEffect(() => {
		if (current && ['clock', 'inspector'].includes(current.target)) deeds.keep({ toolsOpen: true });
	}, [step]);
	// Before another key is pressed.
	useLayoutEffect(() => bubble.current?.focus(), [step]);
	useLayoutEffect(() => {
		const target = document.querySelector<HTMLElement>(`[data-tour=${current?.target}]`);
		const place = () => bubble.current && placeBeside(bubble.current, target);
		target?.classList.add('tour-target');
		place();
		const frame = requestAnimationFrame(place);
		addEventListener('resize', place);
		return () => {
			cancelAnimationFrame(frame);
			target?.classList.remove('tour-target');
			removeEventListener('resize', place);
		};
	}, [step, state.toolsOpen.value]);

	function goTo(next: number): void {
		state.tourStep.value = next;
	}

	if (!current) return null;
	const isLast = step === tour.length - 1;
	return (
		<div
			ref={bubble}
			class="tour"
			role="dialog"
			aria-labelledby="tour-title"
			aria-describedby="tour-text"
			tabIndex={-1}
			onKeyDown={({ key }) => key === 'Escape' && end()}
		>
			<p class="small-print">
				Step {step + 1} of {tour.length}
			</p>
			<h2 id="tour-title">{current.title}</h2>
			<p id="tour-text">{current.text}</p>
			<div class="tour-buttons">
				<button type="button" class="link" onClick={end}>
					{isLast ? 'Close' : 'Skip the tour'}
				</button>
				{step > 0 && (
					<button type="button" class="button secondary" onClick={() => goTo(step - 1)}>
						Back
					</button>
				)}
				<button type="button" class="button primary" onClick={() => (isLast ? end() : goTo(step + 1))}>
					{isLast ? 'Begin' : 'Next'}
				</button>
			</div>
		</div>
	);
}
