package dev.opensipsmcp.server.toolset.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.LoadEntry;
import dev.opensipsmcp.server.redact.KnownSecrets;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The load tools over a lab node, with a program that stands for SIPp or is SIPp. */
final class LoadBench implements AutoCloseable {
  static final String PASSWORD = "canary-of-load-7";

  private final LabNode node = LabNode.of(LabSettings.of(Version.V3_6));
  private final NodePorts ports = NodePorts.onto(node.miUrl());
  private final EvidenceDesk desk;
  private final List<Tool> tools;

  LoadBench(LoadEntry load) {
    EvidenceEntry none = EvidenceDesk.none().settings();
    InstantSource clock = InstantSource.system();
    desk =
        new EvidenceDesk(
            new EvidenceEntry(
                none.captures(),
                none.hep(),
                none.homer(),
                none.relays(),
                none.fail2ban(),
                none.probes(),
                none.aliases(),
                load),
            clock);
    Secrets secrets =
        new Secrets(
            Path.of("target", "no-state"),
            Optional.empty(),
            Map.of("OPENSIPS_MCP_SECRET_LOAD", PASSWORD),
            new KnownSecrets(List.of()),
            clock);
    tools = LoadToolset.make(desk, secrets).tools();
  }

  static LoadEntry settings(Path program, Path directory) {
    return new LoadEntry(
        Optional.of(program), Optional.of(directory), List.of("127.0.0.0/8"), 100, 100, 1_000, 60);
  }

  Tool tool(String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst().orElseThrow();
  }

  Outcome run(String tool, String arguments) {
    return ports.run(tool(tool), arguments);
  }

  JsonObject object(String tool, String arguments) {
    return Outcomes.object(tool(tool), run(tool, arguments));
  }

  List<JsonObject> rows(String tool, String arguments) {
    return Outcomes.rows(tool(tool), run(tool, arguments));
  }

  Outcome.Failure failure(String tool, String arguments) {
    return Outcomes.failure(run(tool, arguments));
  }

  Plan plan(String tool, String arguments) {
    return ports.plan(tool(tool), arguments);
  }

  List<JsonObject> runs() {
    return object("load_get_status", "{}").getAsJsonArray("runs").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  static List<Path> runDirectories(Path directory) throws java.io.IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> String.valueOf(file.getFileName()).startsWith(".run")).toList();
    }
  }

  static boolean alive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  void shutDown() {
    desk.ear().close();
  }

  @Override
  public void close() {
    shutDown();
    ports.close();
    node.close();
    assertThat(desk).isNotNull();
  }
}
