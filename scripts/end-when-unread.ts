/** Ends the process without a word once nobody reads its output any more, as in `npm run ask -- … | head -1`. */
export function endWhenUnread(output: NodeJS.WriteStream): void {
	output.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		process.exit();
	});
}
