package dev.opensipsmcp.server.toolset.store;

import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** Reads the key-value caches that a node's script uses. */
final class CacheReads {
  static final Schema SYSTEM =
      Schema.text("Cache system, with its name where it has one")
          .longest(64)
          .examples("local", "redis:cluster1");
  static final Schema KEY = Schema.text("The entry's key").longest(255);

  private CacheReads() {}

  static Tool fetch() {
    return Lever.read("cache_fetch", StoreToolset.NAME, "Value of a cache entry")
        .what("Fetch the value of one key from a cache.")
        .useWhen("Use when the script behaves by a cached value.")
        .notFor("Not for keys that are not known; use `cache_list`.")
        .returns("Returns one object; a key that is not there is refused.")
        .sends("cache_fetch", "core")
        .required("system", SYSTEM)
        .required("key", "attr", KEY)
        .answer(
            Schema.object(
                "The entry",
                Schema.optional("key", Schema.text("The key")),
                Schema.optional("value", Schema.text("The value"))))
        .examples(
            "What does the cache hold under key user_1?",
            "Look up a key in the redis cache",
            "Fetch a cached value")
        .tool();
  }

  static Tool list() {
    return Lever.read("cache_list", StoreToolset.NAME, "Entries of the local cache")
        .what("List the keys and values of the local cache that match a pattern (since 3.5).")
        .useWhen("Use when entries must be found, or counted.")
        .notFor("Not for other cache systems or one known key; use `cache_fetch`.")
        .returns("Returns a page of rows in no order.")
        .sends("cache_fetch_chunk", "cachedb_local")
        .required("glob", GLOB)
        .optional("collection", COLLECTION)
        .rows("keys[]")
        .column("key", "name", Schema.text("The key"))
        .column("value", "value", Schema.text("The value"))
        .examples(
            "Which keys of the local cache begin with user_?",
            "List everything in the local cache",
            "Show cached entries matching k*")
        .aliases("cache_fetch_chunk")
        .tool();
  }

  static final Schema GLOB =
      Schema.text("Pattern of keys: * and ? stand for any").longest(255).examples("user_*", "*");
  static final Schema COLLECTION =
      Schema.text("Collection of the local cache; the first when absent").longest(64);
}
