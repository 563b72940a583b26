import { type Channels, createChannels } from './world/channels.ts';
import { createPeople, type People } from './world/people.ts';
import { createScene, type SceneParts } from './world/scene.ts';
import { createServers, type Servers } from './world/servers.ts';

/** Builds and changes the scene: users, servers, members, roles, installations. The bot hears of it over the gateway. */
export interface World extends People, Servers, Channels {}

export function createWorld(parts: SceneParts): World {
	const scene = createScene(parts);
	const people = createPeople(scene);
	return { ...people, ...createServers(scene, people), ...createChannels(scene) };
}
