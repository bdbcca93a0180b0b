package dev.opensipsmcp.server.toolset.lookout;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.lint.Release;
import dev.opensipsmcp.cfg.lint.Surroundings.Live;
import dev.opensipsmcp.cfg.lint.Surroundings.NodeSocket;
import dev.opensipsmcp.cfg.lint.Surroundings.Reached;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.toolset.common.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a node told of itself.
 *
 * @param live what the audit's rules ask
 * @param arguments the words that it was started with, its program first; empty when it did not say
 * @param pid the number of its first process; -1 when it did not say
 */
record NodeLook(Live live, List<String> arguments, long pid) {

  static Optional<NodeLook> of(MiReads mi, InstantSource clock, List<Looked> looked) {
    return switch (mi.node()) {
      case MiResult.Failure<MiNode>(MiError error) -> {
        looked.add(new Looked(Looked.NODE, false, error.cause()));
        yield Optional.empty();
      }
      case MiResult.Success<MiNode>(MiNode node) -> {
        List<String> not = new ArrayList<>();
        NodeLook look = new Asking(mi, not).look(node, clock);
        looked.add(new Looked(Looked.NODE, true, words(mi, node, look, not)));
        yield Optional.of(look);
      }
    };
  }

  private static String words(MiReads mi, MiNode node, NodeLook look, List<String> not) {
    StringBuilder words = new StringBuilder(mi.instance());
    words.append(": ").append(node.server()).append(", ");
    words.append(node.commands().size()).append(" commands");
    look.live.sockets().ifPresent(all -> words.append(", ").append(all.size()).append(" sockets"));
    look.option("-f").ifPresent(file -> words.append(", started with ").append(file));
    if (look.arguments.contains("-l")) {
      words.append("; its command line names sockets, so they are not held against the text");
    }
    if (!not.isEmpty()) {
      words.append("; not told: ").append(String.join(", ", not));
    }
    return words.toString();
  }

  /** {@return the word behind an option of its command line} */
  Optional<String> option(String name) {
    int at = arguments.indexOf(name);
    return at > 0 && at + 1 < arguments.size()
        ? Optional.of(arguments.get(at + 1))
        : Optional.empty();
  }

  /**
   * Asks a node, and notes what it does not tell.
   *
   * @param mi the node
   * @param not takes the commands that were not answered
   */
  private record Asking(MiReads mi, List<String> not) {
    NodeLook look(MiNode node, InstantSource clock) {
      Optional<JsonArray> processes =
          ask("ps").map(answer -> Json.list(Json.asObject(answer), "Processes"));
      List<String> arguments =
          ask("arg").filter(JsonArray.class::isInstance).map(Asking::texts).orElse(List.of());
      // What the command line adds to the text is not told apart from what the text names.
      Optional<NodeProcesses> told = processes.map(NodeProcesses::of);
      Optional<List<NodeSocket>> sockets =
          told.map(NodeProcesses::sockets).filter(_ -> !arguments.contains("-l"));
      Optional<JsonObject> statistics = statistics();
      Live live =
          new Live(
              node.version(),
              Release.parse(node.server()),
              node.commands(),
              statistics.map(JsonObject::keySet),
              sockets,
              told.map(NodeProcesses::streams),
              told.map(NodeProcesses::http).orElse(List.of()),
              mi.way().map(way -> new Reached(way.address(), way.encrypted(), way.login())),
              Optional.empty(),
              statistics
                  .map(values -> Json.number(values, "shmem:total_size", -1))
                  .filter(bytes -> bytes > 0),
              started(clock));
      return new NodeLook(live, arguments, told.map(NodeProcesses::first).orElse(-1L));
    }

    private Optional<JsonElement> ask(String command) {
      return ask(command, new JsonObject());
    }

    private Optional<JsonElement> ask(String command, JsonObject params) {
      return switch (mi.read(command, params)) {
        case MiResult.Success<JsonElement>(JsonElement value) -> Optional.of(value);
        case MiResult.Failure<JsonElement> _ -> {
          not.add(command);
          yield Optional.empty();
        }
      };
    }

    private Optional<JsonObject> statistics() {
      JsonObject params = new JsonObject();
      params.add("statistics", Json.texts(List.of("all")));
      return ask("get_statistics", params).map(Json::asObject);
    }

    private Optional<Instant> started(InstantSource clock) {
      return ask("uptime")
          .map(answer -> Json.text(Json.asObject(answer), "Up time").split(" ", 2)[0])
          .map(seconds -> Json.number(seconds, -1))
          .filter(seconds -> seconds >= 0)
          .map(seconds -> clock.instant().minusSeconds(seconds));
    }

    private static List<String> texts(JsonElement answer) {
      List<String> texts = new ArrayList<>();
      answer.getAsJsonArray().forEach(word -> texts.add(word.getAsString()));
      return texts;
    }
  }
}
