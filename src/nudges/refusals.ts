/** Refused messages in a row after which a member is left in peace until the next `start`. */
export const SUSPENDING_REFUSALS = 3;

/** There is no such member any more: the one refusal that suspends at once, for nothing can change it. */
export const UNKNOWN_MEMBER = 10013;

/** Gutsy was removed from the channel's server. */
export const UNKNOWN_SERVER = 10004;
