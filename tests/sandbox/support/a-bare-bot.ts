import type { Scene } from './a-discord.ts';
import { login } from './raw-gateway.ts';
import { call } from './raw-rest.ts';

const ask = {
	name: 'ask',
	description: 'Ask',
	integration_types: [0, 1],
	contexts: [0, 1, 2],
	options: [{ type: 3, name: 'question', description: 'What?', autocomplete: true }],
};

export const modal = {
	custom_id: 'm',
	title: 'M',
	components: [{ type: 18, label: 'T', component: { type: 4, style: 1, custom_id: 't', required: false } }],
};
const go = {
	content: 'Go?',
	components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] }],
};

/** A bot of bare REST and gateway: `start` has alice begin an interaction and gives its calls. */
export async function aBareBot(scene: Scene) {
	const { discord, alice } = scene;
	const gateway = await login(scene);
	await call(discord, `PUT /applications/${discord.applicationId}/commands`, [ask]);

	async function taken() {
		const { d } = await gateway.next('INTERACTION_CREATE');
		const webhook = `/webhooks/${d.application_id}/${d.token}`;
		return {
			payload: d,
			respond: (type: number, data?: object, query = '') =>
				call(
					discord,
					`POST /interactions/${d.id}/${d.token}/callback${query}`,
					{ type, data },
					{ auth: false },
				),
			followUp: (body: unknown = { content: 'more' }) =>
				call(discord, `POST ${webhook}`, body, { auth: false }),
			get: (id = '@original') => call(discord, `GET ${webhook}/messages/${id}`, undefined, { auth: false }),
			edit: (body: unknown = { content: 'changed' }, id = '%40original') =>
				call(discord, `PATCH ${webhook}/messages/${id}`, body, { auth: false }),
			remove: (id = '@original') =>
				call(discord, `DELETE ${webhook}/messages/${id}`, undefined, { auth: false }),
		};
	}

	const begin = {
		command: async () => {
			const outcome = alice.slash('ask');
			return { ...(await taken()), outcome };
		},
		autocomplete: async () => {
			const outcome = alice.autocomplete('ask', {}, 'question');
			outcome.catch(() => undefined);
			return { ...(await taken()), outcome };
		},
		component: async () => {
			const command = await begin.command();
			await command.respond(4, go);
			const { message } = await command.outcome;
			if (!message) throw new Error('No message');
			const outcome = alice.click(message, 'Go');
			return { ...(await taken()), outcome };
		},
		modal: async () => {
			const command = await begin.command();
			await command.respond(9, modal);
			const { modal: shown } = await command.outcome;
			if (!shown) throw new Error('No modal');
			const outcome = alice.submit(shown);
			return { ...(await taken()), outcome };
		},
		'modal from a message': async () => {
			const component = await begin.component();
			await component.respond(9, modal);
			const { modal: shown } = await component.outcome;
			if (!shown) throw new Error('No modal');
			const outcome = alice.submit(shown);
			return { ...(await taken()), outcome };
		},
	};
	return { gateway, begin };
}
