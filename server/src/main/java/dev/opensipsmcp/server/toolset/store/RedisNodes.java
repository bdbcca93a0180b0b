package dev.opensipsmcp.server.toolset.store;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** The Redis servers behind module cachedb_redis, which 4.0 tells of. */
final class RedisNodes {
  private static final Schema GROUP = Schema.text("Only the connections of this group").longest(64);

  private RedisNodes() {}

  static Tool list() {
    return Lever.read("redis_list_nodes", StoreToolset.NAME, "Redis servers")
        .what("List the Redis servers that a node uses, with their queries and errors (4.0 only).")
        .useWhen("Use when a Redis cache is slow, or a cluster has moved slots.")
        .notFor("Not for whether they answer; use `redis_test_nodes`.")
        .returns("Returns a page of rows; a connection that was never made has none.")
        .sends("cachedb_redis:redis_cluster_info", "cachedb_redis")
        .optional("group", GROUP)
        .rows("[].nodes[]")
        .column("group", ".group", Schema.text("Connection's group"))
        .column("mode", ".mode", Schema.text("cluster or single"))
        .column("address", "ip", Schema.text("Server's address"))
        .column("port", "port", Schema.integer("Server's port"))
        .column("socket_path", "socket_path", Schema.text("Its UNIX socket instead"))
        .column("status", "status", Schema.text("connected or disconnected"))
        .column("slots", "slots_assigned", Schema.integer("Slots of the cluster"))
        .column("queries", "queries", Schema.integer("Queries sent"))
        .column("errors", "errors", Schema.integer("Queries failed"))
        .column("moved", "moved", Schema.integer("Redirections to another server"))
        .column("last_activity_s", "last_activity", Schema.integer("Last used; negative: never"))
        .examples(
            "Which Redis servers does the node use?",
            "Does a redis node of the cluster have errors?",
            "How are the slots of the redis cluster spread?")
        .tool();
  }

  static Tool test() {
    return Lever.read("redis_test_nodes", StoreToolset.NAME, "Do the Redis servers answer")
        .what("Test whether the Redis servers that a node uses answer, and how fast (4.0 only).")
        .useWhen("Use when the cache does not answer.")
        .notFor("Not for their counters; use `redis_list_nodes`.")
        .returns("Returns a page of rows; the node waits for each server.")
        .sends("cachedb_redis:redis_ping_nodes", "cachedb_redis")
        .optional("group", GROUP)
        .rows("[].nodes[]")
        .column("group", ".group", Schema.text("Connection's group"))
        .column("address", "ip", Schema.text("Server's address"))
        .column("port", "port", Schema.integer("Server's port"))
        .column("socket_path", "socket_path", Schema.text("Its UNIX socket instead"))
        .column("status", "status", Schema.text("The node's word"))
        .column("latency_us", "latency_us", Schema.integer("Microseconds; -1 for no answer"))
        .examples(
            "Ping the Redis servers",
            "Is redis reachable from OpenSIPS?",
            "What is the latency to the redis nodes?")
        .tool();
  }

  static Tool refresh() {
    return Lever.change("redis_refresh_cluster", StoreToolset.NAME, "Read the Redis cluster anew")
        .what("Refresh what a node knows of the slots of its Redis cluster (4.0 only).")
        .useWhen("Use when slots moved or servers joined, and many queries are redirected.")
        .notFor("Not for looking; use `redis_list_nodes`.")
        .returns("Returns per connection whether it was done.")
        .sends("cachedb_redis:redis_cluster_refresh", "cachedb_redis")
        .optional("group", GROUP)
        .risk(Risk.REVERSIBLE)
        .summary("Have the node read the slots of its Redis cluster anew.")
        .plans("Queries go to the servers that have the slots now.")
        .effects("Effects: in memory; cached values are not touched. Undo: none is needed.")
        .noUndo("It only learns what the cluster is.")
        .examples(
            "Refresh the redis cluster topology",
            "Redis slots moved, tell OpenSIPS",
            "Reread the redis cluster after a resharding")
        .tool();
  }
}
