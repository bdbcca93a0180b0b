package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shared lines of modules b2b_sca and, on 4.0, presence_callinfo. */
final class SharedLineCommands {

  private static final class Line {
    private final String uri;
    private final Map<Integer, String> indexes = new TreeMap<>();

    Line(String uri, Map<Integer, String> indexes) {
      this.uri = uri;
      this.indexes.putAll(indexes);
    }
  }

  private final Version version;
  private final List<Line> lines = new ArrayList<>();
  private int level = -3;

  SharedLineCommands(Version version) {
    this.version = version;
    lines.add(new Line("sip:sales@example.com", Map.of(1, "active", 2, "held")));
    lines.add(new Line("sip:support@example.com", Map.of(1, "idle")));
  }

  List<Command> appearances() {
    return List.of(Command.of("sca_list", "b2b_sca:list", none -> list()));
  }

  /** The module came with 4.0; its commands have older names, too, that nothing used. */
  List<Command> lines() {
    return version == Version.V4_0
        ? List.of(
            Command.of("sca_list_lines", "presence_callinfo:list_lines", this::listLines),
            Command.of("sca_release_line", "presence_callinfo:release_line", this::release),
            Command.of("sca_set_log_level", "presence_callinfo:set_log_level", this::logLevel))
        : List.of();
  }

  private static Outcome list() {
    JsonArray all = new JsonArray();
    all.add(line("sales", List.of("alice", "bob"), Optional.of("active")));
    all.add(line("support", List.of("carol"), Optional.empty()));
    return Outcome.value(all);
  }

  private static JsonObject line(String user, List<String> watchers, Optional<String> state) {
    JsonArray watching = new JsonArray();
    watchers.forEach(watcher -> watching.add("sip:" + watcher + "@example.com"));
    JsonArray appearances = new JsonArray();
    state.ifPresent(value -> {
      JsonObject appearance = new JsonObject();
      appearance.addProperty("index", "1");
      appearance.addProperty("state", value);
      appearance.addProperty("b2b_key", "412.0");
      appearance.addProperty("app_uri", "sip:" + user + "@192.0.2.1:5060");
      appearances.add(appearance);
    });
    JsonObject json = new JsonObject();
    json.addProperty("shared_line", user);
    json.add("watchers", watching);
    json.add("appearances", appearances);
    return json;
  }

  private Outcome listLines(Arguments arguments) {
    Optional<String> wanted = arguments.optionalText("sca_line");
    JsonArray list = new JsonArray();
    int indexes = 0;
    for (Line line : lines) {
      if (wanted.map(line.uri::equals).orElse(true)) {
        list.add(json(line));
        indexes += line.indexes.size();
      }
    }
    JsonObject json = new JsonObject();
    json.add("lines", list);
    json.addProperty("num_lines", list.size());
    json.addProperty("num_indexes", indexes);
    return Outcome.value(json);
  }

  private static JsonObject json(Line line) {
    JsonArray indexes = new JsonArray();
    line.indexes.forEach((number, state) -> {
      JsonObject index = new JsonObject();
      index.addProperty("index", number);
      index.addProperty("state", state);
      indexes.add(index);
    });
    JsonObject json = new JsonObject();
    json.addProperty("line", line.uri);
    json.addProperty("seize_state", 0);
    json.addProperty("seize_expires", 0);
    json.addProperty("seize_expires_ts", 0);
    json.add("indexes", indexes);
    return json;
  }

  private Outcome release(Arguments arguments) {
    boolean all = arguments.text("sca_line").equalsIgnoreCase("ALL");
    int indexes = 0;
    int released = 0;
    for (Iterator<Line> each = lines.iterator(); each.hasNext(); ) {
      Line line = each.next();
      if (all || line.uri.equals(arguments.text("sca_line"))) {
        int before = line.indexes.size();
        if (arguments.has("sca_index")) {
          line.indexes.remove(arguments.number("sca_index"));
        } else {
          line.indexes.clear();
        }
        indexes += before - line.indexes.size();
        if (line.indexes.isEmpty()) {
          each.remove();
          released++;
        }
      }
    }
    JsonObject json = new JsonObject();
    json.addProperty("released_lines", released);
    json.addProperty("released_indexes", indexes);
    return Outcome.value(json);
  }

  private Outcome logLevel(Arguments arguments) {
    JsonObject json = new JsonObject();
    if (!arguments.has("log_level")) {
      json.addProperty("log_level", level);
      return Outcome.value(json);
    }
    json.addProperty("log_level_before", level);
    level = arguments.number("log_level");
    json.addProperty("log_level_after", level);
    return Outcome.value(json);
  }
}
