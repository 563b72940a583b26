import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The Chromium to test with: `CHROMIUM` names one, else the first on the `PATH`. */
export function findChromium(): string | undefined {
	const named = process.env['CHROMIUM'];
	if (named) return named;
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
