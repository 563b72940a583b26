import { z } from 'zod';

/** A Discord id: an unsigned 64-bit number written in decimal. */
export const snowflake = z.string().regex(/^\d{1,20}$/, 'Expected a Discord id (digits only)');

export type Snowflake = z.infer<typeof snowflake>;
