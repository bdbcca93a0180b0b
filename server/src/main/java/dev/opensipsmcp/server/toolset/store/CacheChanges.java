package dev.opensipsmcp.server.toolset.store;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.Locale;
import java.util.Optional;

/** Changes the key-value caches that a node's script uses. */
final class CacheChanges {
  private static final int NO_SUCH_VALUE = 400;

  private CacheChanges() {}

  static Tool store() {
    return Lever.change("cache_store", StoreToolset.NAME, "Write a cache entry")
        .what("Store a value under one key of a cache.")
        .useWhen("Use when the script should find that value.")
        .notFor("Not for removing one; use `cache_remove`.")
        .returns("Returns the entry before and after.")
        .sends("cache_store", "core")
        .also("cache_fetch", "core")
        .required("system", CacheReads.SYSTEM)
        .required("key", "attr", CacheReads.KEY)
        .required("value", Schema.text("New value").longest(600))
        .optional(
            "expire_s",
            "expire",
            Schema.integer("Seconds that it stays; for ever when absent").between(1, 31_536_000))
        .risk(Risk.REVERSIBLE)
        .state(CacheChanges::entry)
        .proof((arguments, after) -> Json.text(after, "value").equals(arguments.text("value")))
        .inverse(CacheChanges::before)
        .summary("Store a value under {key} in cache {system}.")
        .plans("The script finds the new value at once; an old one is overwritten.")
        .effects("Effects: in the cache at once. Undo: store the old value, or remove the key.")
        .examples(
            "Put the value blocked under key user_1 into the cache",
            "Cache a flag for ten minutes",
            "Write a key to redis")
        .tool();
  }

  static Tool remove() {
    return Lever.change("cache_remove", StoreToolset.NAME, "Remove a cache entry")
        .what("Remove one key and its value from a cache.")
        .useWhen("Use when the script should no longer find it.")
        .notFor("Not for many keys; use `cache_remove_matching`.")
        .returns("Returns the entry before and after.")
        .sends("cache_remove", "core")
        .also("cache_fetch", "core")
        .required("system", CacheReads.SYSTEM)
        .required("key", "attr", CacheReads.KEY)
        .risk(Risk.DESTRUCTIVE)
        .state(CacheChanges::entry)
        .mustExist("Look with cache_list or cache_fetch.")
        .proof((arguments, after) -> !States.exists(after))
        .inverse(CacheChanges::before)
        .summary("Remove {key} from cache {system}.")
        .plans("The entry is gone at once, and so is the time when it would have expired.")
        .effects("Effects: in the cache at once. Undo: stores the value again, without its expiry.")
        .examples(
            "Delete key user_1 from the cache",
            "Drop one cached value",
            "Invalidate the cache entry of this user")
        .tool();
  }

  static Tool removeMatching() {
    return Lever.change("cache_remove_matching", StoreToolset.NAME, "Empty the local cache")
        .what("Remove all keys of the local cache that match a pattern (since 3.5).")
        .useWhen("Use when a whole group of entries is stale.")
        .notFor("Not for one key; use `cache_remove`.")
        .returns("Returns the keys before and after.")
        .sends("cache_remove_chunk", "cachedb_local")
        .also("cache_fetch_chunk", "cachedb_local")
        .required("glob", CacheReads.GLOB)
        .optional("collection", CacheReads.COLLECTION)
        .risk(Risk.DESTRUCTIVE)
        .state(CacheChanges::matching)
        .proof((arguments, after) -> Json.list(after, "keys").isEmpty())
        .summary("Remove all keys matching {glob} from the local cache.")
        .plans("All matching entries are gone at once.")
        .effects("Effects: in the cache at once. Undo: none.")
        .noUndo("The values are gone; the script fills the cache again as it is written to.")
        .examples(
            "Empty the local cache",
            "Flush all cached entries that begin with user_",
            "Wipe matching keys out of the local cache")
        .aliases("cache_remove_chunk")
        .tool();
  }

  private static MiResult<JsonObject> entry(Arguments arguments, ReadPorts ports) {
    JsonObject params = Json.object("system", arguments.text("system"));
    params.addProperty("attr", arguments.text("key"));
    return switch (ports.mi().read("cache_fetch", params)) {
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject entry = new JsonObject();
        entry.addProperty(States.EXISTS, true);
        entry.addProperty("value", Json.text(Json.asObject(answer), "value"));
        yield new MiResult.Success<>(entry);
      }
      case MiResult.Failure<JsonElement>(MiError.Refused refused) when noValue(refused) ->
          new MiResult.Success<>(States.missing());
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
    };
  }

  /** Recorded on 3.4 to 4.0: 400 and no 404. */
  private static boolean noValue(MiError.Refused refused) {
    return refused.status() == NO_SUCH_VALUE
        && refused.message().toLowerCase(Locale.ROOT).contains("not found");
  }

  private static MiResult<JsonObject> matching(Arguments arguments, ReadPorts ports) {
    JsonObject params = Json.object("glob", arguments.text("glob"));
    arguments.maybeText("collection").ifPresent(name -> params.addProperty("collection", name));
    return switch (ports.mi().read("cache_fetch_chunk", params)) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject keys = new JsonObject();
        keys.add(
            "keys",
            Json.texts(
                Json.list(Json.asObject(answer), "keys").asList().stream()
                    .map(key -> Json.text(Json.asObject(key), "name"))
                    .sorted()
                    .toList()));
        yield new MiResult.Success<>(keys);
      }
    };
  }

  private static Optional<Step> before(Arguments arguments, JsonObject before) {
    JsonObject call = Json.object("system", arguments.text("system"));
    call.addProperty("key", arguments.text("key"));
    if (!States.exists(before)) {
      return Optional.of(new Step("cache_remove", call));
    }
    call.addProperty("value", Json.text(before, "value"));
    return Optional.of(new Step("cache_store", call));
  }
}
