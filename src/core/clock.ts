/** Tells the present time in epoch milliseconds. Passed in wherever time matters, so that tests and the sandbox can move it. */
export type Clock = () => number;
