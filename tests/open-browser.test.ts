import { describe, expect, test } from 'vitest';
import { browserProgram } from '../src/open-browser.ts';

describe('browserProgram()', () => {
	test.each([
		['darwin', {}, 'open'],
		['win32', {}, 'explorer.exe'],
		['linux', { DISPLAY: ':0' }, 'xdg-open'],
		['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
		['linux', {}, undefined],
	] as const)('on %s with %j is %s', (platform, config, program) => {
		expect(browserProgram(platform, config)).toBe(program);
	});
});
