/** Everyday words one slip away from a distinctive word of the rules: spelling repair leaves them alone. */
export const ordinaryWords: ReadonlySet<string> = new Set(
	`aspiring augmenting battle beach blaster blasters bluster bottles bottled breather breathers conceives exiting
	fiver gaping grasping infanta inflection infested mediation overdoes pail sallow satin satins selling sever
	severed single singles stain stained stains staring stating station stations swilling threat threats toddle
	visions`.split(/\s+/),
);
