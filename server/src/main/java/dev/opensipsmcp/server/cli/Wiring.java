package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbSettings;
import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.db.backup.BackupSettings;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.mi.event.EventTransport;
import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.config.Settings;
import dev.opensipsmcp.server.config.Settings.DatabaseEntry;
import dev.opensipsmcp.server.config.Settings.EventsEntry;
import dev.opensipsmcp.server.config.Settings.NodeEntry;
import dev.opensipsmcp.server.demo.DemoWorld;
import dev.opensipsmcp.server.events.EventOptions;
import dev.opensipsmcp.server.events.EventSource;
import dev.opensipsmcp.server.gate.Catalogue;
import dev.opensipsmcp.server.gate.Gate;
import dev.opensipsmcp.server.gate.GateParts;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.gate.GateSettings;
import dev.opensipsmcp.server.gate.Invocation;
import dev.opensipsmcp.server.gate.NodeFleet;
import dev.opensipsmcp.server.gate.StandardGate;
import dev.opensipsmcp.server.instance.FleetReads;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.journal.ChangeJournal;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gate and the nodes behind it, made when a first call needs them: listing tools, which every
 * client does at its start, needs neither.
 */
final class Wiring implements Gate, AutoCloseable {
  private final Settings settings;
  private final boolean demo;
  private final Catalogue catalogue;
  private final MiTable table;
  private final Approvals approvals;
  private final AuditLog audit;
  private final ChangeJournal journal;
  private final Redactor redactor;
  private final Log log;
  private final Map<DatabaseEntry, Database> databases = new HashMap<>();
  private Optional<DemoWorld> world = Optional.empty();
  private Optional<Instances> instances = Optional.empty();
  private Optional<Gate> gate = Optional.empty();

  Wiring(
      Settings settings,
      boolean demo,
      Catalogue catalogue,
      MiTable table,
      Approvals approvals,
      AuditLog audit,
      ChangeJournal journal,
      Redactor redactor,
      Log log) {
    this.settings = settings;
    this.demo = demo;
    this.catalogue = catalogue;
    this.table = table;
    this.approvals = approvals;
    this.audit = audit;
    this.journal = journal;
    this.redactor = redactor;
    this.log = log;
  }

  @Override
  public GateReply pass(Invocation invocation) {
    return gate().pass(invocation);
  }

  /** {@return the one gate} */
  synchronized Gate gate() {
    if (gate.isEmpty()) {
      gate = Optional.of(make());
    }
    return gate.get();
  }

  /** {@return the nodes} */
  synchronized Instances instances() {
    if (instances.isEmpty()) {
      instances = Optional.of(connect());
    }
    return instances.get();
  }

  /** {@return all nodes to read} */
  FleetReads fleet() {
    return new NodeFleet(instances(), table);
  }

  /** {@return the database of a node, to read, for a caller who may} */
  DbResult<DbReads> database(String instance, Rights rights) {
    return rights.grants(Scope.DB_READ)
        ? instances()
            .named(instance)
            .flatMap(Instance::database)
            .<DbResult<DbReads>>map(database -> new DbResult.Success<>(database.reads()))
            .orElseGet(() -> new DbResult.Failure<>(ReadPorts.NO_DATABASE))
        : new DbResult.Failure<>(
            new DbError(
                DbError.Kind.NOT_PERMITTED,
                "This needs " + Scope.DB_READ.label() + ", which the role does not have.",
                "Take a role that has it."));
  }

  private Gate make() {
    return new StandardGate(
        new GateParts(
            catalogue,
            instances(),
            PolicyReader.read(settings.policy()),
            table,
            approvals,
            audit,
            journal,
            redactor,
            (callId, trace) ->
                log.write(System.Logger.Level.ERROR, "fault in call " + callId + ": " + trace),
            GateSettings.defaults()
                .withResultChars(settings.resultChars())
                .withRates(settings.rates().calls(), settings.rates().changes()),
            Clock.systemUTC()));
  }

  private Instances connect() {
    List<Instance> all = new ArrayList<>();
    if (demo) {
      DemoWorld started = DemoWorld.start();
      world = Optional.of(started);
      MiClient client =
          MiClient.of(MiEndpoint.parse(started.node().miUrl().toString()), MiSettings.defaults());
      all.add(
          new Instance(
              App.LAB,
              client,
              Optional.empty(),
              List.of(),
              Optional.empty(),
              Optional.of(started.database())));
    } else {
      settings.instances().forEach(node -> all.add(instance(node)));
    }
    return new Instances(all);
  }

  /** {@return where a node's events come from; empty when there is no such node} */
  Optional<EventSource> eventSource(String name) {
    Optional<MiClient> client = instances().named(name).map(Instance::client);
    if (client.isEmpty()) {
      return Optional.empty();
    }
    if (world.isPresent()) {
      MiEndpoint here = MiEndpoint.parse(world.get().node().miUrl().toString());
      return Optional.of(new EventSource(client.get(), here, EventOptions.defaults()));
    }
    for (NodeEntry node : settings.instances()) {
      if (node.name().equals(name)) {
        return Optional.of(new EventSource(client.get(), endpoint(node), options(node.events())));
      }
    }
    return Optional.empty();
  }

  private static EventOptions options(EventsEntry entry) {
    return new EventOptions(
        entry.listenHost(),
        entry.listenPort(),
        entry.advertise(),
        entry.transport().equals("tcp") ? EventTransport.TCP : EventTransport.UDP,
        entry.from(),
        entry.keep());
  }

  /** Nodes that name the same database share its connections. */
  private Instance instance(NodeEntry node) {
    MiSettings limits =
        new MiSettings(
                Duration.ofMillis(node.connectTimeoutMs()),
                Duration.ofMillis(node.readTimeoutMs()),
                MiSettings.defaults().queueLimit(),
                node.version().flatMap(Version::parse))
            .withRest(
                new MiSettings.Rest(
                    node.rest().afterFailures(), Duration.ofMillis(node.rest().ms())));
    return new Instance(
        node.name(),
        MiClient.of(endpoint(node), limits),
        node.place().cluster(),
        node.place().tags(),
        node.place().maxRole().flatMap(Role::parse),
        node.database().map(entry -> databases.computeIfAbsent(entry, this::database)));
  }

  private Database database(DatabaseEntry entry) {
    DbUrl url = DbUrl.parse(entry.url());
    DbSettings.Tls tls =
        switch (entry.tls()) {
          case "off" -> new DbSettings.Tls.Off();
          case "verify" -> new DbSettings.Tls.Verified(entry.certificates());
          default ->
              entry.certificates().isPresent()
                  ? new DbSettings.Tls.Verified(entry.certificates())
                  : DbSettings.tlsFor(url);
        };
    return new Database(
        new DbSettings(
            url,
            entry.user(),
            entry.password(),
            tls,
            Duration.ofMillis(entry.connectTimeoutMs()),
            Duration.ofMillis(entry.statementTimeoutMs()),
            entry.connections()),
        new BackupSettings(
            settings.backups().directory(), settings.backups().secrets(), Product.VERSION));
  }

  private static MiEndpoint endpoint(NodeEntry node) {
    MiEndpoint endpoint = MiEndpoint.parse(node.miUrl());
    if (!(endpoint instanceof MiEndpoint.Http http)) {
      return endpoint;
    }
    Optional<MiEndpoint.Credentials> credentials =
        node.user()
            .map(user -> new MiEndpoint.Credentials(user, node.password().orElse("")))
            .or(http::credentials);
    return new MiEndpoint.Http(http.url(), credentials, node.certificates());
  }

  @Override
  public synchronized void close() {
    if (instances.isPresent()) {
      for (String name : instances.get().names()) {
        instances.get().named(name).ifPresent(instance -> instance.client().close());
      }
    }
    databases.values().forEach(Database::close);
    world.ifPresent(DemoWorld::close);
  }
}
