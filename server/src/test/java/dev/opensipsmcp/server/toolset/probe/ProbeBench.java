package dev.opensipsmcp.server.toolset.probe;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.ProbeEntry;
import dev.opensipsmcp.server.redact.KnownSecrets;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.sip.probe.Dns;
import dev.opensipsmcp.sip.probe.DnsClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The toolset with settings of the test, and no node. */
final class ProbeBench implements AutoCloseable {
  private final NodePorts ports = NodePorts.nowhere();
  private final EvidenceDesk evidence;
  private final Secrets secrets;
  private final Supplier<Dns> dns;

  ProbeBench(List<String> allow, List<String> nodes, Map<String, String> variables) {
    this(allow, nodes, variables, DnsClient::ofSystem);
  }

  ProbeBench(
      List<String> allow, List<String> nodes, Map<String, String> variables, Supplier<Dns> dns) {
    this.dns = dns;
    EvidenceDesk none = EvidenceDesk.none();
    EvidenceEntry base = none.settings();
    this.evidence =
        new EvidenceDesk(
            new EvidenceEntry(
                base.captures(),
                base.hep(),
                base.homer(),
                base.relays(),
                base.fail2ban(),
                new ProbeEntry(allow, Optional.empty()),
                base.aliases()),
            none.clock(),
            none.ear(),
            nodes);
    this.secrets =
        new Secrets(
            Path.of("target", "no-state"),
            Optional.empty(),
            variables,
            new KnownSecrets(List.of()),
            none.clock());
  }

  /** A bench where nothing is allowed beyond what always is. */
  ProbeBench() {
    this(List.of(), List.of(), Map.of());
  }

  Tool tool(String name) {
    return ProbeToolset.make(evidence, secrets, dns).tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Outcome run(String name, String arguments) {
    return ports.run(tool(name), arguments);
  }

  JsonObject object(String name, String arguments) {
    Tool tool = tool(name);
    return Outcomes.object(tool, ports.run(tool, arguments));
  }

  Outcome.Failure failure(String name, String arguments) {
    return Outcomes.failure(run(name, arguments));
  }

  NodePorts ports() {
    return ports;
  }

  @Override
  public void close() {
    ports.close();
  }
}
