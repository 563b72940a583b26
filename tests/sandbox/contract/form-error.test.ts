import { expect, test } from 'vitest';
import { invalidFormBody } from '../../../src/sandbox/contract/form-error.ts';

test('hangs each complaint under its path, several at one place in order', () => {
	const error = invalidFormBody([
		{ path: ['data', 'components', 0, 'custom_id'], code: 'FIRST', message: 'one' },
		{ path: ['data', 'components', 0, 'custom_id'], code: 'SECOND', message: 'two' },
		{ path: [], code: 'WHOLE', message: 'three' },
	]);
	expect(error).toEqual({
		status: 400,
		code: 50035,
		message: 'Invalid Form Body',
		errors: {
			_errors: [{ code: 'WHOLE', message: 'three' }],
			data: {
				components: {
					0: {
						custom_id: {
							_errors: [
								{ code: 'FIRST', message: 'one' },
								{ code: 'SECOND', message: 'two' },
							],
						},
					},
				},
			},
		},
	});
});
