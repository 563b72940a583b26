import { type Client, DiscordAPIError, Events, type Interaction } from 'discord.js';

export interface Step {
	does: string;
	/** What Discord does, from its documentation and the specification. */
	discord: string;
	run(): Promise<string>;
}

const stepDeadline = 5000;

/** A step's outcome in words; a refusal counts as one. */
export async function outcomeOf(step: Step): Promise<string> {
	let timer: NodeJS.Timeout | undefined;
	const deadline = new Promise<string>((resolve) => {
		timer = setTimeout(() => resolve('no answer'), stepDeadline);
	});
	try {
		return await Promise.race([step.run(), deadline]);
	} catch (error) {
		if (error instanceof DiscordAPIError) return `refused ${error.status} ${error.code ?? 'without a code'}`;
		return `failed: ${error instanceof Error ? error.message : String(error)}`;
	} finally {
		clearTimeout(timer);
	}
}

export async function accepted(call: Promise<unknown>): Promise<string> {
	await call;
	return 'accepted';
}

export function nextInteraction(client: Client): Promise<Interaction> {
	return new Promise((resolve) => client.once(Events.InteractionCreate, resolve));
}

export function given<Value>(value: Value | undefined): Value {
	if (value === undefined) throw new Error('An earlier step got nothing to go on with');
	return value;
}
