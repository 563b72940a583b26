import { startEmbeddedRedis } from '../../src/redis/embedded-redis.ts';
import { testRedisBinary } from '../support/redis.ts';

// A stand-in for Gutsy's process: runs the embedded Redis on a data folder until somebody ends it.
const [dataDir = ''] = process.argv.slice(2);
const redis = await startEmbeddedRedis({ dataDir, binary: await testRedisBinary() });
process.once('SIGTERM', () => void redis.stop());
process.stdout.write(`${redis.socketPath}\n`);
