import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import { nearestName } from './core/nearest-name.ts';
import { parseRedisUrl } from './redis/redis-target.ts';

/** Parts of Gutsy that a process can take on: talking to members, and sending nudges. */
const ROLES = ['gateway', 'worker'] as const;
const ENVIRONMENTS = ['development', 'test', 'production'] as const;
const ANSWERS = ['yes', 'no'] as const;
const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** Slips in a name by which it is still known. */
const MOST_SLIPS = 2;

const environment = z.object({
	/** Where programs are looked for, such as the Redis server. Set by the system. */
	PATH: z.string().default(''),
	/** There when somebody sits at a desktop. Set by the system. */
	DISPLAY: z.string().optional(),
	WAYLAND_DISPLAY: z.string().optional(),
	NODE_ENV: z.enum(ENVIRONMENTS, oneOf(ENVIRONMENTS)).default('development'),
	DISCORD_TOKEN: z
		.string()
		.regex(/^[\w.-]+$/, 'must be the bot token alone, without “Bot ” in front')
		.optional(),
	DISCORD_API_URL: z
		.url({ protocol: /^https?$/, error: 'must be an http or https address' })
		.transform((url) => url.replace(/\/+$/, '').replace(/\/v\d+$/, ''))
		.default('https://discord.com/api'),
	REDIS_URL: z.string().transform(redisTarget).optional(),
	REDIS_MAY_FORGET: z.enum(ANSWERS, oneOf(ANSWERS)).default('no'),
	/** Makes the hashes under which votes are counted. Whoever has the store but not this key cannot tell who voted. */
	HASH_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
	GUTSY_DATA_DIR: z.string().default('.gutsy'),
	GUTSY_ROLES: z
		.string()
		.transform((list) => list.split(',').map((name) => name.trim()))
		.pipe(z.array(z.enum(ROLES, `must name one or both of ${ROLES.join(', ')}, with a comma between`)).min(1))
		.default([...ROLES]),
	SEND_RATE: numberBetween(0.1, 48).default(5),
	LOG_LEVEL: z.enum(LEVELS, oneOf(LEVELS)).default('info'),
	SHUTDOWN_SECONDS: numberBetween(1, 300).default(10),
});

export type Config = Readonly<z.infer<typeof environment>>;

/** All that is wrong with the environment, by variable. Values are never repeated: one of them may be a secret. */
export class ConfigError extends Error {
	override name = 'ConfigError';
}

/**
 * Parses environment variables. One that is set to nothing counts as not set, as in a copied `.env.example`.
 *
 * @throws {ConfigError} with every mistake, a line each.
 */
export function parseConfig(variables: Record<string, string | undefined>): Config {
	const given = whatIsSet(variables);
	const parsed = environment.safeParse(given);
	const mistakes = [...(parsed.error?.issues ?? []).map(describe), ...missing(given)];
	if (!parsed.success || mistakes.length > 0) {
		const lines = new Set([...mistakes, ...findMisspelt(variables).map((sentence) => `- ${sentence}`)]);
		throw new ConfigError(`Gutsy cannot start with this configuration:\n${[...lines].join('\n')}`);
	}
	return parsed.data;
}

/** Names that are set, begin like one of ours and are nearly one that is not set, each in a sentence for whoever set it. */
export function findMisspelt(variables: Record<string, string | undefined>): string[] {
	const given = whatIsSet(variables);
	const known = Object.keys(environment.shape);
	const beginnings = known.flatMap((name) => /^[A-Z]+_/.exec(name) ?? []);
	const missing = known.filter((name) => given[name] === undefined);
	return Object.keys(given).flatMap((name) => {
		const upper = name.toUpperCase();
		if (known.includes(name) || !beginnings.some((beginning) => upper.startsWith(beginning))) return [];
		const meant = nearestName(upper, missing, MOST_SLIPS);
		return meant === undefined ? [] : [`${name} is set, which Gutsy does not know: ${meant} may be meant`];
	});
}

/**
 * Reads `.env` and the environment, which wins. The only place that does.
 *
 * @param onMisspelt is told of every name that is nearly one of ours.
 */
export function readConfig(onMisspelt: (sentence: string) => void = () => {}): Config {
	loadDotenv({ quiet: true });
	const config = parseConfig(process.env);
	for (const sentence of findMisspelt(process.env)) onMisspelt(sentence);
	return config;
}

function whatIsSet(variables: Record<string, string | undefined>): Record<string, string> {
	const given: Record<string, string> = {};
	for (const [name, value] of Object.entries(variables)) if (value?.trim()) given[name] = value.trim();
	return given;
}

function missing(given: Record<string, string>): string[] {
	if (given['NODE_ENV'] !== 'production' || given['DISCORD_TOKEN'] !== undefined) return [];
	return ['- DISCORD_TOKEN: must be set in production'];
}

function describe({ path, message }: z.core.$ZodIssue): string {
	return `- ${String(path[0])}: ${message}`;
}

function oneOf(values: readonly string[]): string {
	return `must be one of ${values.join(', ')}`;
}

function numberBetween(least: number, most: number) {
	const message = `must be a number from ${least} to ${most}`;
	return z.coerce.number(message).min(least, message).max(most, message);
}

function redisTarget(url: string, context: z.RefinementCtx<string>) {
	try {
		return parseRedisUrl(url);
	} catch (error) {
		context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
		return z.NEVER;
	}
}
