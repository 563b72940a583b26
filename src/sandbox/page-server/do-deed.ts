import type { OptionValue as DriverValue } from '../driver/command-options.ts';
import type { FileToSend } from '../driver/file-to-send.ts';
import type { FieldValue as DriverField } from '../driver/modal-fields.ts';
import type { VisibleMessage } from '../driver/visible-message.ts';
import { beginInteraction } from './begin-interaction.ts';
import { buildScene } from './build-scene.ts';
import { moveClock } from './move-clock.ts';
import type { PageOptions } from './page-options.ts';
import type { Deed, FieldValue, OptionValue, PageFile } from './protocol/from-page.ts';
import { showRequestDetails } from './show-request.ts';
import type { FaultSwitches } from './troubles.ts';

/** Does what a person on the page does, as `userId`, and gives the value of the answer. Throws what the person is to be told. */
export async function doDeed(
	options: PageOptions,
	switches: FaultSwitches,
	userId: string,
	deed: Deed,
): Promise<unknown> {
	const { discord, outside } = options;
	switch (deed.do) {
		case 'look':
			return buildScene(options, switches, userId);
		case 'clock':
			return moveClock(discord.clock, deed.move, { ...outside, userId, realNow: Date.now });
		case 'fault':
			return switches.play(deed.fault);
		case 'request': {
			const record = discord.requests.find(({ id }) => id === deed.requestId);
			if (!record) throw new Error('This request is no longer kept');
			return showRequestDetails(record);
		}
		default:
			return doInChannel(options, userId, deed);
	}
}

type ChannelDeed = Extract<Deed, { channelId: string }>;

async function doInChannel({ discord }: PageOptions, userId: string, deed: ChannelDeed): Promise<unknown> {
	const actor = discord.member(userId, { channelId: deed.channelId });
	const begin = (act: Parameters<typeof beginInteraction>[1]) => beginInteraction(discord.on, act);

	function seen(messageId: string): VisibleMessage {
		const message = actor.sees().find(({ id }) => id === messageId);
		if (!message) throw new Error('This message is no longer there');
		return message;
	}

	switch (deed.do) {
		case 'commands':
			return { commands: actor.availableCommands() };
		case 'suggest':
			return { choices: await actor.autocomplete(deed.name, deed.options, deed.focused) };
		case 'slash':
			return begin(() => actor.slash(deed.name, mapValues(deed.options, readOption)));
		case 'click':
			return begin(() => actor.click(seen(deed.messageId), deed.customId));
		case 'select':
			return begin(() => actor.select(seen(deed.messageId), deed.customId, deed.values));
		case 'submit': {
			const modal = discord.interaction(deed.interactionId)?.modal;
			if (!modal) throw new Error('This form is no longer open');
			return begin(() => actor.submit(modal, mapValues(deed.fields, readField)));
		}
		case 'menu': {
			const { target } = deed;
			return begin(() => actor.menu(deed.name, 'messageId' in target ? seen(target.messageId) : target));
		}
		case 'say':
			actor.say(deed.text);
			return undefined;
		case 'dismiss':
			actor.dismiss(seen(deed.messageId));
			return undefined;
	}
}

function mapValues<From, To>(values: Record<string, From>, map: (value: From) => To): Record<string, To> {
	return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}

function readOption(value: OptionValue): DriverValue {
	return typeof value === 'object' ? readFile(value) : value;
}

function readField(value: FieldValue): DriverField {
	if (!Array.isArray(value)) return value;
	const files = value.filter((each) => typeof each === 'object');
	return files.length > 0 ? files.map(readFile) : value.filter((each) => typeof each === 'string');
}

function readFile({ filename, contentType, base64 }: PageFile): FileToSend {
	return { filename, contentType, data: Buffer.from(base64, 'base64') };
}
