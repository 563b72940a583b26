import { type Logger, pino, type SerializedError, stdSerializers } from 'pino';
import { scrub } from './scrub.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** Never written, wherever they stand: secrets, what members typed, and who they are. */
const PRIVATE = [
	'token',
	'authorization',
	'question',
	'answer',
	'name',
	'username',
	'userId',
	'memberId',
	'options',
];

interface Options {
	level: string;
	/** Readable lines for a terminal instead of JSON for machines. */
	pretty: boolean;
	destination?: { write(line: string): void };
}

/** Makes the one logger: JSON lines, or coloured ones on a terminal, with private fields removed. */
export function createLog({ level, pretty, destination }: Options): Logger {
	const options = {
		level,
		base: null,
		redact: { paths: PRIVATE.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[private]' },
		serializers: { err: describeError },
		timestamp: pino.stdTimeFunctions.isoTime,
	};
	if (destination) return pino(options, destination);
	if (!pretty) return pino(options);
	return pino({
		...options,
		transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
	});
}

/** An error as it may be logged. discord.js hangs the whole request on its errors: the text sent and the interaction's token. */
function describeError(error: unknown): unknown {
	if (!(error instanceof Error)) return typeof error;
	const { type, message, stack }: SerializedError = stdSerializers.err(error);
	return {
		type,
		message: scrub(message),
		stack: scrub(stack ?? ''),
		...('code' in error ? { code: error.code } : {}),
		...('status' in error ? { status: error.status } : {}),
		...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
	};
}
