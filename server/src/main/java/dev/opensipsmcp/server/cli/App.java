package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.mcp.ServerInfo;
import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.config.Fault;
import dev.opensipsmcp.server.config.Settings;
import dev.opensipsmcp.server.gate.Catalogue;
import dev.opensipsmcp.server.gate.Gate;
import dev.opensipsmcp.server.gate.GateParts;
import dev.opensipsmcp.server.gate.GateSettings;
import dev.opensipsmcp.server.gate.StandardGate;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.serve.Principals;
import dev.opensipsmcp.server.serve.Service;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.Toolsets;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The assembled program. */
final class App implements AutoCloseable {
  private static final Duration APPROVAL_LIFETIME = Duration.ofMinutes(10);
  private static final int PENDING_AT_MOST = 20;

  private final Settings settings;
  private final Instances instances;
  private final Optional<LabNode> lab;
  private final String user;
  private final Log log;
  private final AuditLog audit;
  private final Approvals approvals;
  private final List<Toolset> toolsets;
  private final Set<String> listed;
  private final Catalogue catalogue;
  private final Principals principals;
  private final Gate gate;

  App(Settings settings, Instances instances, Optional<LabNode> lab, String user, Log log) {
    this.settings = settings;
    this.instances = instances;
    this.lab = lab;
    this.user = user;
    this.log = log;
    Clock clock = Clock.systemUTC();
    this.audit = new AuditLog(settings.stateDirectory().resolve("audit.jsonl"), clock);
    this.approvals =
        new Approvals(
            settings.stateDirectory().resolve("approvals"),
            APPROVAL_LIFETIME,
            PENDING_AT_MOST,
            audit,
            clock);
    MiTable table = new MiTable();
    this.listed = listed(settings);
    this.toolsets =
        Toolsets.all(new Toolsets.Parts(clock, table, audit::query, listed, instances.names()));
    this.catalogue = new Catalogue(tools(toolsets));
    this.principals =
        new Principals(Role.parse(settings.role()).orElse(Role.VIEWER), settings.readOnly());
    this.gate =
        new StandardGate(
            new GateParts(
                catalogue,
                instances,
                PolicyReader.read(settings.policy()),
                table,
                approvals,
                audit,
                new Redactor(secrets(settings)),
                (callId, trace) ->
                    log.write(System.Logger.Level.ERROR, "fault in call " + callId + ": " + trace),
                GateSettings.defaults().withResultChars(settings.resultChars()),
                clock));
  }

  private static Set<String> listed(Settings settings) {
    try {
      return Toolsets.parse(settings.toolsets());
    } catch (IllegalArgumentException e) {
      throw new SettingsException(List.of(new Fault("toolsets", String.valueOf(e.getMessage()))));
    }
  }

  private static List<Tool> tools(List<Toolset> toolsets) {
    List<Tool> tools = new ArrayList<>();
    toolsets.forEach(toolset -> tools.addAll(toolset.tools()));
    return tools;
  }

  private static List<String> secrets(Settings settings) {
    List<String> secrets = new ArrayList<>();
    settings.tokens().forEach(token -> secrets.add(token.secret()));
    settings.instances().forEach(node -> node.password().ifPresent(secrets::add));
    return secrets;
  }

  Settings settings() {
    return settings;
  }

  Instances instances() {
    return instances;
  }

  AuditLog audit() {
    return audit;
  }

  Approvals approvals() {
    return approvals;
  }

  Gate gate() {
    return gate;
  }

  String user() {
    return user;
  }

  Optional<Tool> tool(String name) {
    return catalogue.find(name);
  }

  /** {@return the rights of the person at this machine's shell} */
  Rights localRights() {
    return principals.local(user);
  }

  /** {@return what serves MCP clients} */
  Service service() {
    return new Service(
        new ServerInfo(Product.NAME, "OpenSIPS", Product.VERSION, Instructions.of(instances)),
        gate,
        toolsets.stream().filter(toolset -> listed.contains(toolset.name())).toList(),
        settings,
        principals);
  }

  /** Tells the log which changes an earlier process began and never ended. */
  void reportInterrupted() {
    try {
      audit
          .recover()
          .forEach(intent ->
              log.write(
                  System.Logger.Level.WARNING,
                  "A change was interrupted, its outcome is unknown: " + intent));
    } catch (IOException e) {
      log.write(
          System.Logger.Level.WARNING,
          "The audit trail can't be read or written, so no change will run: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    for (String name : instances.names()) {
      instances.named(name).map(Instance::client).ifPresent(client -> client.close());
    }
    lab.ifPresent(LabNode::close);
  }
}
