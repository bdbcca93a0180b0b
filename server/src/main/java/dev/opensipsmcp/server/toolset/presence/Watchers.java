package dev.opensipsmcp.server.toolset.presence;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How often those who watch were told so far: it shows that a NOTIFY went out. */
final class Watchers {
  private static final RowPath ROWS = RowPath.parse("[]");
  private static final int MOST = 50;

  private Watchers() {}

  /**
   * {@return how often each watcher of some subscriptions was told; nothing where another server
   * holds them}
   */
  static MiResult<JsonObject> told(ReadPorts ports, Predicate<Row> which) {
    TreeMap<String, Long> told = new TreeMap<>();
    MiReader<Boolean> reader =
        json -> {
          ROWS.read(
              json,
              row -> {
                if (which.test(row)) {
                  told.put(
                      row.text("from_user")
                          + "@"
                          + row.text("from_domain")
                          + " "
                          + row.text("callid"),
                      row.number("version", 0));
                }
                return told.size() < MOST;
              });
          return true;
        };
    return switch (ports.mi().read("subs_phtable_list", new JsonObject(), reader)) {
      case MiResult.Failure<Boolean>(MiError.NoSuchCommand _) ->
          new MiResult.Success<>(new JsonObject());
      case MiResult.Failure<Boolean>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<Boolean> _ -> {
        JsonObject state = new JsonObject();
        JsonObject watchers = new JsonObject();
        told.forEach(watchers::addProperty);
        state.add("notified", watchers);
        yield new MiResult.Success<>(state);
      }
    };
  }

  /** {@return what is published for a URI here; nothing where another server holds it} */
  static MiResult<JsonObject> published(ReadPorts ports, String presentity, String event) {
    TreeMap<String, String> etags = new TreeMap<>();
    MiReader<Boolean> reader =
        json -> {
          ROWS.read(
              json,
              row -> {
                String name = EventPackages.name(row.number("event", 0));
                if (same(row.text("pres_uri"), presentity) && name.equals(event)) {
                  etags.put(name, row.text("etag"));
                }
                return true;
              });
          return true;
        };
    return switch (ports.mi().read("pres_phtable_list", new JsonObject(), reader)) {
      case MiResult.Failure<Boolean>(MiError.NoSuchCommand _) ->
          new MiResult.Success<>(new JsonObject());
      case MiResult.Failure<Boolean>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<Boolean> _ -> {
        JsonObject state = new JsonObject();
        state.addProperty("published", !etags.isEmpty());
        etags.values().forEach(etag -> state.addProperty("etag", etag));
        yield new MiResult.Success<>(state);
      }
    };
  }

  /**
   * {@return whether two SIP URIs mean the same presentity} The server keeps user and domain only:
   * seen on 3.6, a port and parameters are dropped.
   */
  static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String uri) {
    int user = uri.indexOf(':') + 1;
    int host = Math.max(uri.indexOf('@'), user);
    int end = host;
    while (end < uri.length() && ":;?>".indexOf(uri.charAt(end)) < 0) {
      end = uri.charAt(end) == '[' ? Math.max(uri.indexOf(']', end), end) + 1 : end + 1;
    }
    return uri.substring(user, end);
  }

  /** {@return how many rows a list has} */
  static MiResult<Long> count(ReadPorts ports, String command) {
    MiReader<Long> reader = json -> ROWS.read(json, _ -> true).rows();
    return ports.mi().read(command, new JsonObject(), reader);
  }

  /** {@return whether a state has this flag, and it is set} */
  static boolean flag(JsonObject state, String name) {
    JsonElement value = state.get(name);
    return value != null && value.getAsBoolean();
  }
}
