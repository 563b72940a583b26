import { useState } from 'preact/hooks';
import type { ShownComponent } from '../../page-server/protocol/shown-component.ts';
import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import { useFacts, usePage } from '../state/page.ts';
import { presetOf, selectChoices } from './select-choices.ts';
import { SelectMenu } from './select-menu.tsx';
import { useComponentState } from './use-component-state.ts';

export function MessageSelect({ select, message }: { select: ShownComponent; message: ShownMessage }) {
	const { deeds } = usePage();
	const facts = useFacts();
	const [picked, setPicked] = useState(() => presetOf(select));
	const { custom_id: customId = '', placeholder = 'Make a selection', disabled = false } = select;
	const { loading, blocked } = useComponentState(message, customId);
	return (
		<SelectMenu
			label={placeholder}
			placeholder={placeholder}
			choices={selectChoices(select, facts, message.channelId)}
			picked={picked}
			least={select.min_values ?? 1}
			most={select.max_values ?? 1}
			disabled={disabled || (blocked && !loading)}
			busy={loading}
			onPicked={(values) => {
				setPicked(values);
				void deeds.select(message, customId, values);
			}}
		/>
	);
}
