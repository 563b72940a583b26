import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Person } from '../../page-server/protocol/scene.ts';
import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import { usePage } from '../state/page.ts';
import { writtenText } from './plain-text.ts';

/** Where a menu opens. With a person it is theirs; with `both` it is also the message's. */
export interface MenuPlace {
	x: number;
	y: number;
	person?: Person;
	both?: boolean;
}

interface MessageMenuProps {
	message: ShownMessage;
	place: MenuPlace;
	onClose(): void;
}

const userMenu = 2;
const messageMenu = 3;

/** The menu of a right click: Apps with the commands that fit, and copying. */
export function MessageMenu({ message, place, onClose }: MessageMenuProps) {
	const { state, deeds } = usePage();
	const root = useRef<HTMLDivElement>(null);
	const { person } = place;
	const ofType = (type: number) => state.commands.value.filter((command) => command.type === type);
	const onMessage = person && !place.both ? [] : ofType(messageMenu);
	const onPerson = person ? ofType(userMenu) : [];
	const groups = [
		{ title: 'Apps', commands: onMessage, target: { messageId: message.id } },
		{ title: `Apps for ${person?.name}`, commands: onPerson, target: { userId: person?.id ?? '' } },
	].filter(({ commands }) => commands.length > 0);

	const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

	useLayoutEffect(() => {
		const element = root.current;
		if (!element) return;
		const { width, height } = element.getBoundingClientRect();
		element.style.left = `${Math.max(8, Math.min(place.x, innerWidth - width - 8))}px`;
		element.style.top = `${Math.max(8, Math.min(place.y, innerHeight - height - 8))}px`;
	}, [place]);
	useEffect(() => {
		const before = document.activeElement;
		items()[0]?.focus();
		const onOutside = ({ target }: Event) => {
			if (target instanceof Node && !root.current?.contains(target)) onClose();
		};
		document.addEventListener('pointerdown', onOutside);
		return () => {
			document.removeEventListener('pointerdown', onOutside);
			if (before instanceof HTMLElement) before.focus();
		};
	}, []);

	function onKeyDown(event: KeyboardEvent): void {
		const all = items();
		const at = all.indexOf(document.activeElement as HTMLElement);
		const steps: Record<string, number> = {
			ArrowDown: at + 1,
			ArrowUp: at - 1,
			Home: 0,
			End: all.length - 1,
		};
		const next = steps[event.key];
		if (event.key === 'Escape' || event.key === 'Tab') onClose();
		else if (next !== undefined) all.at(next % all.length)?.focus();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}

	const item = (label: string, act: () => void) => (
		<button
			key={label}
			type="button"
			role="menuitem"
			tabIndex={-1}
			onClick={() => {
				onClose();
				act();
			}}
		>
			{label}
		</button>
	);
	return (
		<div ref={root} class="menu" role="menu" tabIndex={-1} aria-label="Message" onKeyDown={onKeyDown}>
			{groups.map(({ title, commands, target }) => (
				<div key={title} role="none">
					<p class="menu-title" role="presentation">
						{title}
					</p>
					{commands.map(({ name }) => item(name, () => void deeds.useMenu(name, target)))}
				</div>
			))}
			{groups.length === 0 && (
				<p class="menu-title" role="presentation">
					No app has commands for this
				</p>
			)}
			{item('Copy text', () => void navigator.clipboard.writeText(writtenText(message)))}
			{item('Copy message ID', () => void navigator.clipboard.writeText(message.id))}
		</div>
	);
}
