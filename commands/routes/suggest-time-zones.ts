import type { Autocomplete } from '../../src/discord/define-command.ts';

/** Offers time zones by place, each with the time there now. */
export const suggestTimeZones: Autocomplete = (typed, { nudges }) =>
	nudges.findTimeZones(typed).map(({ label, zone }) => ({ name: label, value: zone }));
