package dev.opensipsmcp.server.toolset.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.file.Backup;
import dev.opensipsmcp.server.binary.OpensipsBinary;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Runs the tools on configurations, with no node that answers. */
final class AtDesk implements AutoCloseable {
  /** A configuration that 3.6 and 4.0 start with, and that holds secrets. */
  static final String GOOD =
      """
      log_level = 3
      socket = udp:127.0.0.1:5060
      mpath = "/usr/lib/opensips/modules/"
      loadmodule "proto_udp.so"
      loadmodule "signaling.so"
      loadmodule "sl.so"
      loadmodule "auth.so"
      modparam("auth", "secret", "planted-nonce-secret-77-32-chars")
      loadmodule "maxfwd.so"
      route {
      	if (!mf_process_maxfwd_header(10)) {
      		send_reply(483, "Too Many Hops");
      		exit;
      	}
      	route(answer);
      }
      route[answer] {
      	send_reply(404, "Not Here");
      }
      """;

  private final NodePorts ports = NodePorts.nowhere();
  private final ConfigDesk desk;

  AtDesk(List<Path> directories, Optional<OpensipsBinary> binary) {
    this(ConfigDesk.of(directories, "3.6", binary, InstantSource.system()));
  }

  AtDesk(ConfigDesk desk) {
    this.desk = desk;
  }

  AtDesk(Path... directories) {
    this(List.of(directories), Optional.empty());
  }

  Tool tool(String name) {
    return ConfigToolset.make(desk).tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Outcome run(String name, Object... pairs) {
    Arguments arguments = arguments(pairs);
    return switch (tool(name).work()) {
      case Work.Read read -> read.run(arguments, ports);
      case Work.Change change ->
          switch (change.plan(arguments, ports)) {
            case Plan.Refused(Outcome.Failure failure) -> failure;
            case Plan.Ready ready -> change.apply(ready, arguments, ports);
          };
      case Work.PerCall _, Work.Proxy _ -> throw new IllegalArgumentException(name);
    };
  }

  Plan.Ready plan(String name, Object... pairs) {
    Plan plan = ((Work.Change) tool(name).work()).plan(arguments(pairs), ports);
    assertThat(plan).isInstanceOf(Plan.Ready.class);
    return (Plan.Ready) plan;
  }

  JsonObject object(String name, Object... pairs) {
    return Outcomes.object(tool(name), run(name, pairs));
  }

  List<JsonObject> rows(String name, Object... pairs) {
    return Outcomes.rows(tool(name), run(name, pairs));
  }

  Outcome.Failure failure(String name, Object... pairs) {
    return Outcomes.failure(run(name, pairs));
  }

  /** {@return the copies beside a file, newest first} */
  List<Path> copies(Path file) {
    return desk.files().backups(file).stream().map(Backup::file).toList();
  }

  /** {@return a whole text, put together from its parts} */
  String whole(String name, Object... pairs) {
    StringBuilder text = new StringBuilder();
    int from = 1;
    while (true) {
      Object[] more = new Object[pairs.length + 2];
      System.arraycopy(pairs, 0, more, 0, pairs.length);
      more[pairs.length] = "from_line";
      more[pairs.length + 1] = from;
      JsonObject part = object(name, more);
      text.append(part.get("text").getAsString());
      if (!part.has("next_line")) {
        return text.toString();
      }
      from = part.get("next_line").getAsInt();
    }
  }

  private static Arguments arguments(Object... pairs) {
    JsonObject json = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      String name = (String) pairs[i];
      switch (pairs[i + 1]) {
        case Integer number -> json.addProperty(name, number);
        case Boolean flag -> json.addProperty(name, flag);
        case JsonElement element -> json.add(name, element);
        case Object other -> json.addProperty(name, other.toString());
      }
    }
    return new Arguments(json);
  }

  @Override
  public void close() {
    ports.close();
  }
}
