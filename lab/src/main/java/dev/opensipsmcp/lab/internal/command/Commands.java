package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.recorded.Fallback;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.LocalRun;
import dev.opensipsmcp.lab.internal.rpc.Names;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All commands of the node: those that it carries out itself, and recorded answers for the others.
 */
public final class Commands {
  private final MiCatalogue facts;
  private final Names names;
  private final Set<Command> own;

  /**
   * The commands of a node.
   *
   * @param state what the node knows
   * @param facts the version's commands and their recipes
   */
  public Commands(NodeState state, MiCatalogue facts) {
    this.facts = facts;
    CoreCommands core = new CoreCommands(state);
    DialogCommands dialogs = new DialogCommands(state);
    List<Command> all = new ArrayList<>(new StatisticsCommands(state.statistics()).all());
    all.addAll(core.beforeWhich());
    all.add(Command.of("which", "core:which", this::which));
    all.addAll(core.afterWhich());
    all.addAll(upkeep(state));
    StoreCommands stores = new StoreCommands(state.clock());
    all.addAll(stores.cache());
    all.addAll(new EventCommands(state.events(), state.settings().version()).all());
    TransportCommands transports = new TransportCommands(state);
    all.add(transports.tcpTrace());
    all.addAll(transports.tls());
    all.addAll(new TransactionCommands(state).all());
    all.addAll(stores.variables());
    all.addAll(new TraceCommands().all());
    all.addAll(new ClusterCommands(state, this::local).all());
    all.addAll(new LocationCommands(state).all());
    all.addAll(new DomainCommands(state.settings().version(), state.tables()).all());
    all.addAll(dialogs.all());
    DialogAdminCommands admin = new DialogAdminCommands(state);
    all.addAll(admin.sync());
    all.addAll(new ProfileCommands(state).all());
    all.add(dialogs.pushVar());
    all.addAll(admin.others());
    RegistrantCommands registrants = new RegistrantCommands(state);
    all.addAll(registrants.registrants());
    all.addAll(new DialplanCommands(state.tables()).all());
    all.addAll(new DispatcherCommands(state.tables(), state.events()).all());
    all.addAll(new LoadBalancerCommands(state.tables(), state.events()).all());
    RoutingData routing = new RoutingData(state.tables());
    QualityCommands quality = new QualityCommands(routing, state.tables());
    all.addAll(quality.all());
    all.addAll(new RoutingCommands(routing, quality, state.clock(), state.events()).all());
    all.addAll(new PermissionCommands(state.tables()).all());
    ProtectionCommands protection =
        new ProtectionCommands(state.settings().version(), state.tables());
    all.addAll(protection.pike());
    all.addAll(new RateLimitCommands().all());
    TableCommands tables = new TableCommands(state.tables());
    all.add(tables.blacklist());
    all.addAll(new CarrierRouteCommands(state.tables()).all());
    all.addAll(registrants.nat());
    UaSessions ownCalls = new UaSessions(state.clock().instant().getEpochSecond(), state.deeds());
    all.addAll(sessions(state, ownCalls));
    all.addAll(new MediaProxyCommands(state).all());
    all.addAll(new MediaSessions(state.dialogs()).all());
    all.addAll(new MediaExchangeCommands(state.dialogs(), ownCalls).all());
    all.addAll(new TrieCommands(state.clock(), state.tables()).all());
    all.addAll(new CallCommands(state.dialogs(), state.settings().version()).all());
    all.addAll(protection.fraud());
    SharedLineCommands lines = new SharedLineCommands(state.settings().version());
    all.addAll(lines.appearances());
    all.addAll(new CallCenterCommands(state).all());
    all.addAll(ChatCommands.all());
    all.addAll(presence(state, lines));
    all.addAll(new MsrpCommands(state.clock(), state.deeds()).all());
    all.addAll(new FreeswitchCommands(state.tables()).all());
    all.addAll(new CertificateCommands(state).all());
    all.addAll(new CplCommands(state.tables()).all());
    all.addAll(tables.sockets());
    all.add(transports.tcpReload());
    all.addAll(files(state));
    Version version = state.settings().version();
    this.own = Set.copyOf(all);
    this.names = new Names(version, facts, new Fallback(version, facts).complete(all));
  }

  /** What keeps a node running rather than its calls. */
  private static List<Command> upkeep(NodeState state) {
    FlagCommands flags = new FlagCommands();
    List<Command> all = new ArrayList<>(new LogCommands(state.processes()).all());
    all.addAll(new ConnectionCommands(state.clock()).all());
    all.addAll(new BlacklistCommands(state.clock()).all());
    all.addAll(new VirtualDatabaseCommands().all());
    all.addAll(flags.probability());
    all.addAll(flags.flags());
    all.addAll(new QueueCommands().all());
    all.addAll(new BenchmarkCommands(state.inside()).all());
    all.addAll(new SettingCommands(state.tables()).all());
    all.addAll(new RedisCommands(state.clock()).all());
    return all;
  }

  /** What reads and writes files, and what caches tables. */
  private static List<Command> files(NodeState state) {
    List<Command> all = new ArrayList<>(new RegexCommands(state.deeds()).all());
    all.addAll(new FlatFileCommands(state.deeds()).all());
    all.addAll(new TextDatabaseCommands(state).all());
    all.addAll(new MemoryCommands(state).all());
    all.add(new ScriptCommands(state).reload());
    all.add(new SqlCacheCommands(state.tables()).reload());
    return all;
  }

  private static List<Command> sessions(NodeState state, UaSessions own) {
    SessionCommands sessions = new SessionCommands(state, own);
    List<Command> all = new ArrayList<>();
    all.add(sessions.list());
    all.addAll(own.commands());
    all.addAll(sessions.all());
    return all;
  }

  private static List<Command> presence(NodeState state, SharedLineCommands lines) {
    Watching watching = new Watching(state.clock().instant().getEpochSecond());
    PresenceCommands presence =
        new PresenceCommands(state.settings().version(), state.clock(), watching, state.events());
    List<Command> all = new ArrayList<>(presence.all());
    all.addAll(lines.lines());
    all.add(presence.features());
    all.addAll(new PublishingCommands(state, watching).all());
    return all;
  }

  /** {@return the names that the node knows, and what they mean} */
  public Names names() {
    return names;
  }

  /** What the cluster's commands run on this node. */
  private Outcome local(String name, List<String> parameters) {
    return new LocalRun(facts, names).run(name, parameters);
  }

  /**
   * {@return whether the node carries a command out itself, instead of repeating a recorded answer}
   *
   * @param name a name that it knows
   */
  public boolean carriesOut(String name) {
    return names.find(name) instanceof Names.Found.One one && own.contains(one.command());
  }

  private Outcome which(Arguments arguments) {
    if (!arguments.has("command")) {
      JsonArray json = new JsonArray();
      names.all().forEach(json::add);
      return Outcome.value(json);
    }
    return switch (names.find(arguments.text("command"))) {
      case Names.Found.One one -> Outcome.value(recipes(names.canonical(one.command())));
      case Names.Found.Several _ -> unknown();
      case Names.Found.None _ -> unknown();
    };
  }

  private JsonElement recipes(String canonical) {
    JsonArray json = new JsonArray();
    for (Recipe recipe : facts.command(canonical).orElseThrow().recipes()) {
      JsonArray parameters = new JsonArray();
      recipe.names().forEach(parameters::add);
      json.add(parameters);
    }
    return json;
  }

  private static Outcome unknown() {
    return Outcome.refuse(404, "unknown MI command");
  }
}
