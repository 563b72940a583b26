import { z } from 'zod';
import { cost } from './measure-cost.ts';

/** What one minute took in which much was due. */
export const spikeResult = z.object({
	due: z.number().int().positive(),
	claiming: cost,
	draining: cost,
	/** The most memory that the process ever had, in MiB. */
	peakMiB: z.number(),
});

export type SpikeResult = z.infer<typeof spikeResult>;
