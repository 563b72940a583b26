import type { Cluster, Redis } from 'ioredis';

/** A connection to one server (directly or found through Sentinel) or to a cluster. */
export type RedisClient = Redis | Cluster;
