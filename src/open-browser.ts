import { spawn } from 'node:child_process';
import type { Config } from './config.ts';

/** Shows an address in the browser of whoever sits at this machine; does nothing where nobody does. */
export function openBrowser(url: string, config: Config): void {
	if (!process.stdout.isTTY) return;
	const program = browserProgram(process.platform, config);
	if (program === undefined) return;
	const child = spawn(program, [url], { stdio: 'ignore', detached: true });
	// The address is printed as well: whoever has no such program opens it by hand.
	child.on('error', () => {});
	child.unref();
}

/** What opens an address on a platform; nothing where there is no desktop. */
export function browserProgram(
	platform: NodeJS.Platform,
	config: Pick<Config, 'DISPLAY' | 'WAYLAND_DISPLAY'>,
): string | undefined {
	if (platform === 'darwin') return 'open';
	if (platform === 'win32') return 'explorer.exe';
	const desktop = config.DISPLAY ?? config.WAYLAND_DISPLAY;
	return desktop === undefined ? undefined : 'xdg-open';
}
