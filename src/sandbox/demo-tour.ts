import type { TourStep } from './page-server/protocol/scene.ts';

/** The first walk through the demo. What it says of commands belongs to the demo; the page only shows it. */
export const DEMO_TOUR: readonly TourStep[] = [
	{
		target: 'people',
		title: 'You can be anyone here',
		text: 'Two members, two moderators, and the administrator of a second server. One click makes you somebody else; each sees only what they would see in Discord.',
	},
	{
		target: 'composer',
		title: 'Ask',
		text: 'Type /ask and a question in your own words, with typos if you like: is kimchi god for my skin. Titles appear while you type; Enter sends. Only you see the answer.',
	},
	{
		target: 'composer',
		title: 'Opt in to a nudge',
		text: 'Type /nudges start and choose a topic, a time such as 9am and your city, then press Start. Nothing ever comes to anyone who has not agreed to it.',
	},
	{
		target: 'clock',
		title: 'Let tomorrow come',
		text: 'This moves the clock of Discord, the bot and its scheduler together. Press “Tomorrow 09:00”, then look at the direct messages on the left.',
	},
	{
		target: 'people',
		title: 'Moderate',
		text: 'Become Mo and use /faq-admin edit to word an answer for this server. Then ask as Anna again, here and in the second server.',
	},
	{
		target: 'inspector',
		title: 'Break things',
		text: 'Close someone’s direct messages, drop the gateway, let Discord answer errors, stop Redis. Below stands every request of the bot, with what it sent.',
	},
];
