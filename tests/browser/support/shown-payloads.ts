const V2 = 1 << 15;
const everywhere = { integration_types: [0], contexts: [0] };

const row = (...components: object[]) => ({ type: 1, components });
const button = (style: number, label: string, custom_id: string, rest = {}) => ({
	type: 2,
	style,
	label,
	custom_id,
	...rest,
});
const options = ['Sleep', 'Stress', 'Diet'].map((label) => ({
	label,
	value: label.toLowerCase(),
	description: `About ${label.toLowerCase()}`,
}));

export const commands = [
	{ name: 'cards', description: 'Shows every component', ...everywhere },
	{ name: 'older', description: 'Shows an embed', ...everywhere },
	{ name: 'slow', description: 'Thinks, then answers', ...everywhere },
	{ name: 'form', description: 'Opens a form', ...everywhere },
	{
		name: 'every-option',
		description: 'Takes every kind of option',
		...everywhere,
		options: [
			{
				type: 3,
				name: 'mood',
				description: 'One of two',
				required: true,
				choices: [
					{ name: 'Good', value: 'good' },
					{ name: 'Bad', value: 'bad' },
				],
			},
			{ type: 4, name: 'count', description: 'A whole number', required: true, min_value: 1, max_value: 5 },
			{ type: 5, name: 'sure', description: 'Yes or no' },
			{ type: 6, name: 'who', description: 'A person' },
			{ type: 7, name: 'where', description: 'A channel' },
			{ type: 8, name: 'role', description: 'A role' },
			{ type: 11, name: 'list', description: 'A file' },
		],
	},
	{ name: 'Praise', type: 3, ...everywhere },
	{ name: 'Greet', type: 2, ...everywhere },
	{ name: 'restricted', description: 'Only for moderators', default_member_permissions: '32', ...everywhere },
];

export const cards = {
	flags: V2,
	attachments: [{ id: 0, filename: 'leaf.svg', description: 'A green leaf' }],
	components: [
		{
			type: 17,
			accent_color: 0x4f9d69,
			components: [
				{
					type: 10,
					content:
						'## A card\nWith **bold**, a [link](https://example.org) and <t:1795334400:D>.\n- one\n- two\n-# Small print',
				},
				{ type: 14, divider: true, spacing: 1 },
				{
					type: 9,
					components: [{ type: 10, content: 'A section beside a picture' }],
					accessory: { type: 11, media: { url: 'attachment://leaf.svg' }, description: 'A leaf' },
				},
				{
					type: 9,
					components: [{ type: 10, content: 'A section beside a button' }],
					accessory: button(2, 'Beside', 'beside'),
				},
				{ type: 12, items: [{ media: { url: 'attachment://leaf.svg' }, description: 'A green leaf' }] },
				row(
					button(1, 'Count', 'count:0'),
					button(3, 'Never answers', 'mute'),
					button(4, 'Off', 'off', { disabled: true }),
					{
						type: 2,
						style: 5,
						label: 'Elsewhere',
						url: 'https://example.org',
					},
				),
				row({ type: 3, custom_id: 'topics', placeholder: 'Topics', min_values: 1, max_values: 2, options }),
				row({ type: 5, custom_id: 'people', placeholder: 'A person' }),
				row({ type: 6, custom_id: 'roles', placeholder: 'A role' }),
				row({ type: 7, custom_id: 'anyone', placeholder: 'A person or role' }),
				row({ type: 8, custom_id: 'channels', placeholder: 'A channel' }),
			],
		},
		{ type: 10, content: '</cards:1> by <@{alice}> in <#{channel}> ||hidden||' },
	],
};

export const older = {
	content: 'See below',
	embeds: [
		{
			title: 'An embed',
			description: 'It **still** works',
			color: 0x335577,
			fields: [
				{ name: 'Left', value: 'one', inline: true },
				{ name: 'Right', value: 'two', inline: true },
			],
			footer: { text: 'At the foot' },
		},
	],
};

const label = (text: string, component: object, description?: string) => ({
	type: 18,
	label: text,
	component,
	...(description && { description }),
});
export const form = {
	custom_id: 'form',
	title: 'Everything',
	components: [
		label('Name', { type: 4, style: 1, custom_id: 'name', max_length: 20 }, 'What people call you'),
		label('Topic', { type: 3, custom_id: 'topic', options }),
		label('Mood', { type: 21, custom_id: 'mood', options: options.slice(0, 2) }),
		label('Habits', { type: 22, custom_id: 'habits', options, required: false }),
		label('Proof', { type: 19, custom_id: 'proof', required: false }),
	],
};

export const leaf =
	'<svg xmlns="http://www.w3.org/2000/svg" width="320" height="160"><rect width="320" height="160" fill="#2f7d55"/></svg>';
