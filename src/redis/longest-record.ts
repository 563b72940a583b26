/**
 * More bytes than any member's nudge record has. One that is longer than Redis keeps compact would make the whole hash of
 * some hundred records take a quarter more memory, for good.
 */
export const LONGEST_RECORD = 2_048;
