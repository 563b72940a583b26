import { parseArgs } from 'node:util';
import { commands } from '../commands/index.ts';
import { readConfig } from '../src/config.ts';
import { snowflake } from '../src/core/snowflake.ts';
import { registerCommands } from '../src/discord/register.ts';
import { createRest } from '../src/discord/rest.ts';
import { runToEnd } from '../src/ops/run-to-end.ts';

/** Tells Discord the commands when they differ from what it has, and prints the difference. */
async function main(): Promise<void> {
	const { values } = parseArgs({ options: { guild: { type: 'string' } } });
	if (values.guild !== undefined && !snowflake.safeParse(values.guild).success)
		throw new Error('--guild takes the id of a server');
	const { DISCORD_TOKEN, DISCORD_API_URL } = readConfig((sentence) => console.warn(sentence));
	if (DISCORD_TOKEN === undefined)
		throw new Error('DISCORD_TOKEN is not set; the local Discord registers by itself');
	const { added, changed, removed } = await registerCommands({
		rest: createRest(DISCORD_API_URL, DISCORD_TOKEN),
		commands: commands.map(({ data }) => data),
		guildId: values.guild,
	});
	const where = values.guild === undefined ? 'everywhere' : `in server ${values.guild}`;
	const lines = [
		...added.map((name) => `+ ${name}`),
		...changed.map((name) => `~ ${name}`),
		...removed.map((name) => `- ${name}`),
	];
	console.log(
		lines.length === 0
			? `Discord has these commands ${where} already`
			: `Changed ${where}:\n${lines.join('\n')}`,
	);
}

await runToEnd(main);
