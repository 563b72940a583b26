import { z } from 'zod';
import { shownComponent } from './shown-component.ts';

export const shownModal = z.object({
	interactionId: z.string(),
	title: z.string(),
	components: z.array(shownComponent),
});
export type ShownModal = z.infer<typeof shownModal>;

/** What became so far of something that the person did. */
export const shownInteraction = z.object({
	id: z.string(),
	kind: z.enum(['command', 'component', 'modal', 'autocomplete']),
	channelId: z.string(),
	/** `expired` is "The application did not respond". */
	state: z.enum(['pending', 'acknowledged', 'expired']),
	originalId: z.string().optional(),
	modal: shownModal.optional(),
});
export type ShownInteraction = z.infer<typeof shownInteraction>;
