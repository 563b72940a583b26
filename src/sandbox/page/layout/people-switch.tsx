import { useState } from 'preact/hooks';
import { Avatar } from '../parts/avatar.tsx';
import { useFacts, usePage } from '../state/page.ts';

/** Who one is. One click makes one somebody else. */
export function PeopleSwitch() {
	const { deeds } = usePage();
	const { cast, people, meId } = useFacts();
	/** Who was chosen while it is not yet so: what else is drawn meanwhile must not take the choice back. */
	const [wantedId, setWantedId] = useState<string>();
	const becomes = async (id: string) => {
		setWantedId(id);
		await deeds.become(id);
		setWantedId((latest) => (latest === id ? undefined : latest));
	};
	return (
		<fieldset class="people" data-tour="people">
			<legend class="people-legend">You are</legend>
			{cast.map(({ id, part }) => {
				const person = people.find((each) => each.id === id);
				return (
					<label key={id} class={id === meId ? 'person current' : 'person'} title={part}>
						<input
							type="radio"
							name="who"
							value={id}
							checked={id === (wantedId ?? meId)}
							aria-label={`${person?.name}, ${part}`}
							onChange={() => void becomes(id)}
						/>
						<Avatar person={person} size={24} />
						<span>
							<span class="person-name">{person?.name}</span>
							<span class="person-part">{part.replace(/ of .*/, '')}</span>
						</span>
					</label>
				);
			})}
		</fieldset>
	);
}
