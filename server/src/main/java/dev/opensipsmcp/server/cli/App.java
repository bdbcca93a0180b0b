package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.cfg.file.Retention;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.mcp.ServerInfo;
import dev.opensipsmcp.mi.event.SubscriptionSettings;
import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.audit.AuditFilter;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.audit.AuditPage;
import dev.opensipsmcp.server.binary.OpensipsBinary;
import dev.opensipsmcp.server.cli.cfg.LiveNodes;
import dev.opensipsmcp.server.config.Fault;
import dev.opensipsmcp.server.config.Settings;
import dev.opensipsmcp.server.config.Settings.NodeEntry;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.events.EventSource;
import dev.opensipsmcp.server.gate.Catalogue;
import dev.opensipsmcp.server.gate.Gate;
import dev.opensipsmcp.server.hep.HepEar;
import dev.opensipsmcp.server.instance.FleetNode;
import dev.opensipsmcp.server.instance.FleetReads;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.journal.ChangeJournal;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.redact.KnownSecrets;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.serve.CallLog;
import dev.opensipsmcp.server.serve.Principals;
import dev.opensipsmcp.server.serve.Service;
import dev.opensipsmcp.server.spans.SpanExport;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Nodes;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.Toolsets;
import dev.opensipsmcp.server.toolset.audit.AuditReads;
import dev.opensipsmcp.server.toolset.config.ConfigDesk;
import dev.opensipsmcp.server.toolset.config.PendingUndo;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.lookout.Lookout;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The assembled program. */
final class App implements AutoCloseable {
  /** What the embedded stand-in node is called. */
  static final String LAB = "lab";

  private static final Duration APPROVAL_LIFETIME = Duration.ofMinutes(10);
  private static final int PENDING_AT_MOST = 20;

  private final Settings settings;
  private final String user;
  private final Log log;
  private final List<String> nodes;
  private final AuditLog audit;
  private final Approvals approvals;
  private final Toolsets toolsets;
  private final Set<String> listed;
  private final Catalogue catalogue;
  private final Principals principals;
  private final Secrets secrets;
  private final EventEars ears;
  private final HepEar hep;
  private final Wiring wiring;
  private final Optional<SpanExport> spans;

  App(Settings settings, boolean demo, String user, Log log) {
    this.settings = settings;
    this.user = user;
    this.log = log;
    this.nodes = demo ? List.of(LAB) : names(settings.instances());
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
    ChangeJournal journal = new ChangeJournal(settings.stateDirectory().resolve("changes.jsonl"));
    this.listed = listed(settings, Nodes.of(nodes.size()));
    KnownSecrets known = new KnownSecrets(ConfiguredSecrets.of(settings));
    this.secrets =
        new Secrets(
            settings.stateDirectory(),
            settings.secrets().directory(),
            settings.secrets().variables(),
            known,
            clock);
    this.ears = new EventEars(new Sources(), SubscriptionSettings.defaults());
    this.hep = new HepEar(settings.evidence().hep(), settings.instances(), clock);
    this.toolsets =
        new Toolsets(
            new Toolsets.Parts(
                clock,
                table,
                new Trail(audit),
                journal,
                ears,
                new Fleet(),
                secrets,
                desk(settings, journal, clock),
                new EvidenceDesk(
                    settings.evidence(),
                    clock,
                    hep,
                    settings.instances().stream().map(Settings.NodeEntry::miUrl).toList()),
                settings.insight(),
                settings.documents(),
                settings.stateDirectory(),
                listed,
                nodes));
    this.catalogue = new Catalogue(tools(listed), new Unlisted());
    this.principals =
        new Principals(Role.parse(settings.role()).orElse(Role.VIEWER), settings.readOnly());
    this.wiring =
        new Wiring(
            settings, demo, catalogue, table, approvals, audit, journal, new Redactor(known), log);
    this.spans = spans(settings, log);
  }

  /** Nothing of it is loaded where no collector is set. */
  private static Optional<SpanExport> spans(Settings settings, Log log) {
    if (settings.traces().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        SpanExport.to(
            settings.traces().get(),
            Product.NAME,
            Product.VERSION,
            settings.transport() == Settings.Transport.STDIO ? "pipe" : "tcp",
            message -> log.write(System.Logger.Level.WARNING, message)));
  }

  private static ConfigDesk desk(Settings settings, ChangeJournal journal, Clock clock) {
    Settings.ConfigurationEntry entry = settings.configurations();
    Optional<OpensipsBinary> binary =
        entry.binary().isPresent()
            ? Optional.of(new OpensipsBinary(entry.binary().get(), entry.modules()))
            : Optional.empty();
    return ConfigDesk.of(entry.directories(), settings.targetVersion(), binary, clock)
        .with(settings.programs())
        .with(
            new Retention(entry.backups(), Duration.ofDays(entry.days()), new PendingUndo(journal)))
        .startedWith(entry.mains());
  }

  /** The audit trail as the audit toolset sees it: to read, never to write. */
  private record Trail(AuditLog log) implements AuditReads {
    @Override
    public AuditPage page(AuditFilter filter) throws IOException {
      return log.query(filter);
    }
  }

  /** All nodes; known once the nodes are. */
  private final class Fleet implements FleetReads {
    @Override
    public List<FleetNode> nodes() {
      return wiring.fleet().nodes();
    }
  }

  /** The nodes that events come from; known once the nodes are. */
  private final class Sources implements Function<String, Optional<EventSource>> {
    @Override
    public Optional<EventSource> apply(String instance) {
      return wiring.eventSource(instance);
    }
  }

  private static Set<String> listed(Settings settings, Nodes nodes) {
    try {
      return Toolsets.parse(settings.toolsets(), nodes);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(List.of(new Fault("toolsets", String.valueOf(e.getMessage()))));
    }
  }

  private List<Tool> tools(Set<String> names) {
    List<Tool> tools = new ArrayList<>();
    for (String name : names) {
      tools.addAll(toolsets.named(name).tools());
    }
    return tools;
  }

  /** The tools that are not listed; a class, since a lambda costs every start milliseconds. */
  private final class Unlisted implements Supplier<List<Tool>> {
    @Override
    public List<Tool> get() {
      Set<String> names = new LinkedHashSet<>(Toolsets.NAMES);
      names.removeAll(listed);
      return tools(names);
    }
  }

  private static List<String> names(List<NodeEntry> nodes) {
    List<String> names = new ArrayList<>();
    for (NodeEntry node : nodes) {
      names.add(node.name());
    }
    return names;
  }

  Settings settings() {
    return settings;
  }

  Instances instances() {
    return wiring.instances();
  }

  AuditLog audit() {
    return audit;
  }

  Approvals approvals() {
    return approvals;
  }

  Secrets secrets() {
    return secrets;
  }

  Gate gate() {
    return wiring;
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

  /** {@return what is around a configuration on a node} */
  LiveNodes.Look look(String instance, Program program, Optional<Path> file) {
    Optional<MiReads> mi =
        wiring.fleet().nodes().stream()
            .filter(node -> node.name().equals(instance))
            .map(FleetNode::mi)
            .findFirst();
    if (mi.isEmpty()) {
      return new LiveNodes.Look.Not(
          "There is no node " + instance + ". The settings have " + String.join(", ", nodes) + ".");
    }
    Rights rights = localRights();
    return new LiveNodes.Look.Seen(
        new Lookout(
                mi.get(),
                rights,
                wiring.database(instance, rights),
                settings.configurations().directories(),
                Clock.systemUTC())
            .around(program, file));
  }

  /** {@return what serves MCP clients} */
  Service service() {
    List<Toolset> shown = new ArrayList<>();
    for (String name : listed) {
      shown.add(toolsets.named(name));
    }
    Service service =
        new Service(
            new ServerInfo(
                Product.NAME,
                "OpenSIPS",
                Product.VERSION,
                Instructions.of(nodes.size() > 1 ? settings.instances() : List.of())),
            wiring,
            shown,
            settings,
            principals,
            Nodes.of(nodes.size()),
            nodes,
            ears,
            new Known(),
            new Operations());
    if (spans.isPresent()) {
      service.alsoCount(spans.get()::count);
    }
    return service;
  }

  /** Whether there is a tool; a class, since a lambda costs every start milliseconds. */
  private final class Known implements Predicate<String> {
    @Override
    public boolean test(String tool) {
      return catalogue.find(tool).isPresent();
    }
  }

  /** Writes a line for every operation, at level debug, and sends a span where that is set. */
  private final class Operations implements CallLog {
    @Override
    public void ended(
        String method,
        Optional<String> tool,
        Optional<String> error,
        long nanos,
        Optional<String> traceParent) {
      log.operation(method, tool, error, TimeUnit.NANOSECONDS.toMillis(nanos), traceParent);
      if (spans.isPresent()) {
        spans.get().ended(method, tool, error, nanos, traceParent);
      }
    }
  }

  /** {@return what a start does beside serving its first client} */
  Aftercare aftercare() {
    return new Aftercare(audit, wiring, log);
  }

  @Override
  public void close() {
    hep.close();
    ears.close();
    wiring.close();
    if (spans.isPresent()) {
      spans.get().close();
    }
  }
}
