package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.List;

/** The one set of module db_virtual: two databases, each of which may be used or not. */
final class VirtualDatabaseCommands {
  private static final List<String> DATABASES =
      List.of("sqlite:///srv/sip-proxy/db/first.db", "sqlite:///srv/sip-proxy/db/second.db");

  private final int[] may = {1, 1};
  private final int[] retries = {0, 0};

  List<Command> all() {
    return List.of(
        Command.of("db_get", "db_virtual:get", none -> get()),
        Command.of("db_set", "db_virtual:set", this::set));
  }

  private Outcome get() {
    JsonArray databases = new JsonArray();
    for (int i = 0; i < DATABASES.size(); i++) {
      JsonObject json = new JsonObject();
      json.addProperty("index", i);
      json.addProperty("name", DATABASES.get(i));
      json.addProperty("can", 1);
      json.addProperty("may", may[i]);
      json.addProperty("r_rec", retries[i]);
      databases.add(json);
    }
    JsonObject set = new JsonObject();
    set.addProperty("index", 0);
    set.addProperty("name", "set1");
    set.addProperty("mode", "PARALLEL");
    set.add("DBS", databases);
    JsonArray sets = new JsonArray();
    sets.add(set);
    JsonObject json = new JsonObject();
    json.add("SETS", sets);
    return Outcome.value(json);
  }

  private Outcome set(Arguments arguments) {
    int index = arguments.number("db_url_index");
    if (arguments.number("set_index") != 0 || index < 0 || index >= DATABASES.size()) {
      return Outcome.serverError();
    }
    may[index] = arguments.number("may_use_db_flag");
    if (arguments.has("ingore_retries")) {
      retries[index] = arguments.number("ingore_retries");
    }
    return Outcome.ok();
  }
}
