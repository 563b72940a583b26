/** Counts of what went over the gateway since the start. */
export interface GatewayTraffic {
	connections: number;
	identifies: number;
	resumes: number;
	invalidSessions: number;
	heartbeats: number;
	framesReceived: number;
	/** Dispatches sent or kept for a resume, by event name. */
	dispatched: Record<string, number>;
	/** Close codes in order; 1006 for a connection cut without one. */
	closes: { by: 'discord' | 'bot'; code: number }[];
	/** Sessions that have a connection now. */
	connected: number;
}

export function createTraffic(): GatewayTraffic {
	return {
		connections: 0,
		identifies: 0,
		resumes: 0,
		invalidSessions: 0,
		heartbeats: 0,
		framesReceived: 0,
		dispatched: {},
		closes: [],
		connected: 0,
	};
}
