/** What to do where no Redis server could be had. */
export function redisHelp(failure, purpose) {
	const start = `Gutsy keeps everything in Redis and found no server program on this machine.
${failure === '' ? '' : `${failure}\n`}
Install one, then run the same command again:
    Debian, Ubuntu    sudo apt-get install --no-install-recommends redis-tools
    Fedora            sudo dnf install valkey
    Arch              sudo pacman -S valkey
    Alpine            sudo apk add valkey
    macOS             brew install redis
`;
	if (purpose === 'test')
		return `${start}The tests start servers of their own, so REDIS_URL does not spare them one.`;
	return `${start}Or use a Redis that runs elsewhere, for instance in Docker:
    docker run -d -p 127.0.0.1:6379:6379 -v gutsy:/data redis:7 redis-server --appendonly yes
    REDIS_URL=redis://127.0.0.1:6379 npm start`;
}
