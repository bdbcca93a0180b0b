package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pipes of module ratelimit, and the controller of its feedback algorithm. */
final class RateLimitCommands {
  private static final String WINDOWED = "SBT";
  private static final int SLOTS = 50;

  /** A number as text longer than this is refused: the module copies it into five bytes. */
  private static final int LONGEST = 4;

  private static final class Pipe {
    private final String id;
    private final String algorithm;
    private final int limit;
    private int counter;
    private int total;

    Pipe(String id, String algorithm, int limit, int counter) {
      this.id = id;
      this.algorithm = algorithm;
      this.limit = limit;
      this.counter = counter;
      this.total = counter;
    }

    /** A window is emptied, but what it last came to stays until it is counted again. */
    void reset() {
      total = 0;
      counter = algorithm.equals(WINDOWED) ? counter : 0;
    }

    JsonObject json() {
      JsonObject json = new JsonObject();
      json.addProperty("id", id);
      json.addProperty("algorithm", algorithm);
      json.addProperty("limit", limit);
      json.addProperty("counter", counter);
      return json;
    }
  }

  private final List<Pipe> pipes =
      List.of(
          new Pipe("meth_REGISTER", WINDOWED, 9000, 240),
          new Pipe("meth_INVITE", WINDOWED, 9000, 10),
          new Pipe("lab_pipe", "TAILDROP", 5000, 30),
          new Pipe("gw_pstn", "TAILDROP", 50, 47));
  private final Map<String, Integer> controller = new LinkedHashMap<>();

  RateLimitCommands() {
    controller.put("ki", -25);
    controller.put("kp", 0);
    controller.put("kd", 0);
  }

  List<Command> all() {
    return List.of(
        Command.of("rl_list", "ratelimit:list", this::list),
        Command.of("rl_reset_pipe", "ratelimit:reset_pipe", this::reset),
        Command.of("rl_set_pid", "ratelimit:set_pid", this::set),
        Command.of("rl_get_pid", "ratelimit:get_pid", none -> get()),
        Command.of("rl_dump_pipe", "ratelimit:dump_pipe", this::dump));
  }

  private Optional<Pipe> find(Arguments arguments) {
    String id = arguments.text("pipe");
    return pipes.stream().filter(pipe -> pipe.id.equals(id)).findFirst();
  }

  private Outcome list(Arguments arguments) {
    JsonObject json = new JsonObject();
    if (arguments.has("pipe")) {
      Optional<Pipe> pipe = find(arguments);
      if (pipe.isEmpty()) {
        return Outcome.refuse(404, "Pipe Not Found");
      }
      json.add("Pipe", pipe.get().json());
    } else {
      JsonArray list = new JsonArray();
      for (Pipe pipe : pipes) {
        boolean in = arguments.optionalText("filter").map(glob -> fits(glob, pipe)).orElse(true);
        boolean out =
            arguments.optionalText("filter_out").map(glob -> fits(glob, pipe)).orElse(false);
        if (in && !out) {
          list.add(pipe.json());
        }
      }
      json.add("Pipes", list);
    }
    json.addProperty("drop_rate", 0);
    return Outcome.value(json);
  }

  private static boolean fits(String glob, Pipe pipe) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    return matcher.matches(Path.of(pipe.id));
  }

  private Outcome reset(Arguments arguments) {
    Optional<Pipe> pipe = find(arguments);
    pipe.ifPresent(Pipe::reset);
    return pipe.isPresent() ? Outcome.ok() : Outcome.refuse(500, "Internal error");
  }

  /** A real node keeps whole numbers only: 0.5 becomes 0. */
  private Outcome set(Arguments arguments) {
    Map<String, Integer> values = new LinkedHashMap<>();
    for (String name : controller.keySet()) {
      String text = arguments.text(name);
      if (text.isEmpty() || text.length() > LONGEST || !text.matches("-?\\d*\\.?\\d*")) {
        return Outcome.refuse(400, "Bad parameter value");
      }
      values.put(name, (int) Double.parseDouble(text));
    }
    controller.putAll(values);
    return Outcome.ok();
  }

  private Outcome get() {
    JsonObject values = new JsonObject();
    controller.forEach(
        (name, value) -> values.addProperty(name, String.format(Locale.ROOT, "%d.000", value)));
    JsonObject json = new JsonObject();
    json.add("PID", values);
    return Outcome.value(json);
  }

  private Outcome dump(Arguments arguments) {
    Optional<Pipe> found = find(arguments);
    if (found.isEmpty()) {
      return Outcome.refuse(404, "Pipe not found");
    }
    Pipe pipe = found.get();
    JsonObject json = new JsonObject();
    if (pipe.algorithm.equals(WINDOWED)) {
      json.add("Window", window(pipe));
    }
    json.addProperty("Pipe", pipe.id);
    json.addProperty("Algorithm", pipe.algorithm);
    json.addProperty("Counter", pipe.counter);
    json.add("Replication Nodes", new JsonArray());
    json.addProperty("Total", pipe.total);
    return Outcome.value(json);
  }

  private static JsonObject window(Pipe pipe) {
    JsonArray buckets = new JsonArray();
    for (int slot = 0; slot < SLOTS; slot++) {
      JsonObject bucket = new JsonObject();
      bucket.addProperty("Index", slot);
      bucket.addProperty("Count", slot == 0 ? pipe.total : 0);
      buckets.add(bucket);
    }
    JsonObject window = new JsonObject();
    window.add("Buckets", buckets);
    window.addProperty("Window Size", SLOTS);
    window.addProperty("Status", "OK");
    window.addProperty("Bucket Total", pipe.total);
    return window;
  }
}
