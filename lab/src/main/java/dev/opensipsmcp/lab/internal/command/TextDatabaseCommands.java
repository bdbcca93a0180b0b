package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Deeds;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables of module db_text: in files, and in memory. At the start, memory has a row that is not
 * in its file yet, and one file was edited since it was read.
 */
final class TextDatabaseCommands {
  private static final String DATABASE = "/srv/sip-proxy/dbtext";

  private final Deeds deeds;
  private final Map<String, String> files = new TreeMap<>();
  private final Map<String, String> memory = new TreeMap<>();

  TextDatabaseCommands(NodeState state) {
    this.deeds = state.deeds();
    files.put("grp", "alice:pstn\nbob:pstn\n");
    files.put("speed_dial", "alice:2:sip:bob@example.com\nalice:3:sip:carol@example.com\n");
    memory.put("grp", "alice:pstn\nbob:pstn\ncarol:pstn\n");
    memory.put("speed_dial", "alice:2:sip:bob@example.com\n");
    state.inside().show("db_text", this::inside);
  }

  private JsonElement inside() {
    JsonObject json = new JsonObject();
    memory.forEach((table, rows) -> json.addProperty("memory:" + table, rows));
    files.forEach((table, rows) -> json.addProperty("file:" + table, rows));
    return json;
  }

  List<Command> all() {
    return List.of(
        Command.of("dbt_dump", "db_text:dump", none -> dump()),
        Command.of("dbt_reload", "db_text:reload", this::reload));
  }

  /** Only tables that were changed in memory are written. */
  private Outcome dump() {
    String changed = "grp";
    String rows = memory.getOrDefault(changed, "");
    if (!rows.equals(files.put(changed, rows))) {
      deeds.note(Deed.Kind.FILE_WRITTEN, DATABASE + '/' + changed, rows);
    }
    return Outcome.ok();
  }

  private Outcome reload(Arguments arguments) {
    String table = arguments.text("table_name");
    boolean known = arguments.optionalText("db_name").map(DATABASE::equals).orElse(true);
    if (!known || (arguments.has("table_name") && !files.containsKey(table))) {
      return Outcome.refuse(500, "Internal error");
    }
    for (String name : arguments.has("table_name") ? List.of(table) : List.copyOf(files.keySet())) {
      memory.put(name, files.getOrDefault(name, ""));
      deeds.note(Deed.Kind.FILE_READ, DATABASE + '/' + name, files.getOrDefault(name, ""));
    }
    return Outcome.ok();
  }
}
