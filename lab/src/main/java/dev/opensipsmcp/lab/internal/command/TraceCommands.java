package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where module tracer sends copies of SIP messages: what the script set up, and what MI added. */
final class TraceCommands {
  private static final String HEP = "hep:";
  private static final String HEP_PORT = ":9060";
  private static final List<String> FILTERS = List.of("caller", "callee", "ip");

  private static final class Destination {
    private final String id;
    private final String type;
    private final String uri;
    private final boolean dynamic;
    private final List<Map.Entry<String, String>> filters;
    private boolean on = true;

    Destination(
        String id,
        String type,
        String uri,
        boolean dynamic,
        List<Map.Entry<String, String>> filters) {
      this.id = id;
      this.type = type;
      this.uri = uri;
      this.dynamic = dynamic;
      this.filters = filters;
    }

    JsonObject json() {
      JsonObject json = new JsonObject();
      json.addProperty("name", id);
      json.addProperty("type", type);
      json.addProperty("uri", uri);
      json.addProperty("state", dynamic ? "dynamic" : on ? "on" : "off");
      if (!filters.isEmpty()) {
        JsonArray list = new JsonArray();
        for (Map.Entry<String, String> filter : filters) {
          JsonObject one = new JsonObject();
          one.addProperty(filter.getKey(), filter.getValue());
          list.add(one);
        }
        json.add("filters", list);
      }
      return json;
    }
  }

  private final List<Destination> all = new ArrayList<>();
  private boolean on = true;

  TraceCommands() {
    all.add(new Destination("dbt", "Database", "sqlite:///var/lib/sip.db", false, List.of()));
    all.add(new Destination("tid", "HEP", "192.0.2.60:9060", false, List.of()));
    all.add(new Destination("live1", "HEP", "192.0.2.61:9060", true, List.of()));
  }

  List<Command> all() {
    return List.of(
        Command.of("trace", "tracer:trace", this::trace),
        Command.of("trace_start", "tracer:start", this::start),
        Command.of("trace_stop", "tracer:stop", this::stop));
  }

  private Outcome trace(Arguments arguments) {
    if (arguments.has("mode")) {
      return set(arguments);
    }
    JsonArray list = new JsonArray();
    JsonObject json = new JsonObject();
    if (arguments.has("id")) {
      Optional<Destination> one = find(arguments.text("id"));
      if (one.isEmpty()) {
        return Outcome.refuse(400, "Bad trace id value");
      }
      list.add(one.get().json());
    } else {
      json.addProperty("global", on ? "on" : "off");
      all.forEach(destination -> list.add(destination.json()));
    }
    json.add("trace destinations", list);
    return Outcome.value(json);
  }

  private Outcome set(Arguments arguments) {
    Optional<Boolean> mode = Switch.mode(arguments.text("mode"));
    if (mode.isEmpty()) {
      return new Outcome.Refusal(
          500, "Bad parameter value", Optional.of("trace mode should be 'on' or 'off'"));
    }
    if (!arguments.has("id")) {
      on = mode.get();
      return Outcome.ok();
    }
    Optional<Destination> one =
        find(arguments.text("id")).filter(destination -> !destination.dynamic);
    one.ifPresent(destination -> destination.on = mode.get());
    return one.isPresent() ? Outcome.ok() : Outcome.refuse(400, "Bad parameter value");
  }

  private Outcome start(Arguments arguments) {
    String id = arguments.text("id");
    Optional<Destination> same = find(id);
    if (same.isPresent()) {
      String whose = same.get().dynamic ? "dynamic trace id" : "trace id";
      return new Outcome.Refusal(500, "Bad parameter value", Optional.of(whose + " already used"));
    }
    String uri = arguments.text("uri");
    boolean hep = uri.startsWith(HEP);
    String host = hep ? uri.substring(HEP.length()) : uri.replaceFirst("^sips?:", "");
    String type = hep ? "HEP" : "SIP";
    String shown = hep && host.indexOf(':') < 0 ? host + HEP_PORT : host;
    all.add(new Destination(id, type, shown, true, filters(arguments.texts("filter"))));
    return Outcome.ok();
  }

  /**
   * What is no filter is left out without a word, as a real node does; the last one comes first.
   */
  private static List<Map.Entry<String, String>> filters(List<String> texts) {
    List<Map.Entry<String, String>> filters = new ArrayList<>();
    for (String text : texts) {
      int at = text.indexOf('=');
      if (at > 0 && FILTERS.contains(text.substring(0, at).toLowerCase(Locale.ROOT))) {
        filters.addFirst(Map.entry(text.substring(0, at), text.substring(at + 1)));
      }
    }
    return filters;
  }

  private Outcome stop(Arguments arguments) {
    String id = arguments.text("id");
    return all.removeIf(one -> one.dynamic && one.id.equals(id))
        ? Outcome.ok()
        : Outcome.refuse(400, "Bad parameter value");
  }

  private Optional<Destination> find(String id) {
    return all.stream().filter(destination -> destination.id.equals(id)).findFirst();
  }
}
