// Makes the machine ready for `npm start` and `npm test`: the right Node, the npm packages, a Redis server.
// Plain JavaScript without dependencies, since it runs before there are any. Says nothing when all is there.
//
//     node scripts/prepare.mjs [--for start|test]
//
// Up to the check it is written so that much older versions of Node can read it and say so.

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (isNodeRecentEnough()) {
	import('./prepare/prepare.mjs')
		.then(({ prepare }) => prepare(root, process.argv.includes('test') ? 'test' : 'start'))
		.catch((error) => {
			console.error(error.name === 'PrepareError' ? error.message : error);
			process.exitCode = 1;
		});
} else {
	process.exitCode = 1;
}

function isNodeRecentEnough() {
	const needed = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).engines.node.replace('>=', '');
	const [major, minor] = process.versions.node.split('.').map(Number);
	const [neededMajor, neededMinor = 0] = needed.split('.').map(Number);
	if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return true;
	console.error(
		`Gutsy needs Node ${needed} or newer; this is ${process.versions.node} (${process.execPath}).\n` +
			'Get a recent one from https://nodejs.org or with your version manager, then run the same command again.',
	);
	return false;
}
