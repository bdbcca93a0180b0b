package dev.opensipsmcp.server.toolset;

import dev.opensipsmcp.server.config.InsightEntry;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.instance.FleetReads;
import dev.opensipsmcp.server.journal.ChangeReads;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Nodes;
import dev.opensipsmcp.server.toolset.abuse.AbuseToolset;
import dev.opensipsmcp.server.toolset.audit.AuditReads;
import dev.opensipsmcp.server.toolset.audit.AuditToolset;
import dev.opensipsmcp.server.toolset.authoring.AuthoringToolset;
import dev.opensipsmcp.server.toolset.b2b.B2bToolset;
import dev.opensipsmcp.server.toolset.backup.BackupToolset;
import dev.opensipsmcp.server.toolset.callcenter.CallCenterToolset;
import dev.opensipsmcp.server.toolset.callops.CallopsToolset;
import dev.opensipsmcp.server.toolset.capture.CaptureToolset;
import dev.opensipsmcp.server.toolset.cdr.CdrToolset;
import dev.opensipsmcp.server.toolset.change.ChangeToolset;
import dev.opensipsmcp.server.toolset.cluster.ClusterToolset;
import dev.opensipsmcp.server.toolset.common.Foreign;
import dev.opensipsmcp.server.toolset.config.ConfigDesk;
import dev.opensipsmcp.server.toolset.config.ConfigToolset;
import dev.opensipsmcp.server.toolset.containers.ContainersToolset;
import dev.opensipsmcp.server.toolset.core.CoreToolset;
import dev.opensipsmcp.server.toolset.cpl.CplToolset;
import dev.opensipsmcp.server.toolset.crash.CrashToolset;
import dev.opensipsmcp.server.toolset.database.DatabaseToolset;
import dev.opensipsmcp.server.toolset.diagnose.DiagnoseToolset;
import dev.opensipsmcp.server.toolset.dialog.DialogAdminToolset;
import dev.opensipsmcp.server.toolset.dialog.DialogToolset;
import dev.opensipsmcp.server.toolset.docs.DocsToolset;
import dev.opensipsmcp.server.toolset.drouting.DroutingToolset;
import dev.opensipsmcp.server.toolset.ecosystem.EcosystemToolset;
import dev.opensipsmcp.server.toolset.events.EventsToolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.fleet.FleetToolset;
import dev.opensipsmcp.server.toolset.freeswitch.FreeswitchToolset;
import dev.opensipsmcp.server.toolset.homer.HomerToolset;
import dev.opensipsmcp.server.toolset.ladder.LadderToolset;
import dev.opensipsmcp.server.toolset.live.LiveToolset;
import dev.opensipsmcp.server.toolset.load.LoadToolset;
import dev.opensipsmcp.server.toolset.logread.LogReadToolset;
import dev.opensipsmcp.server.toolset.logs.LogsToolset;
import dev.opensipsmcp.server.toolset.media.MediaToolset;
import dev.opensipsmcp.server.toolset.meta.MetaToolset;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import dev.opensipsmcp.server.toolset.mi.MiToolset;
import dev.opensipsmcp.server.toolset.node.NodeToolset;
import dev.opensipsmcp.server.toolset.numbers.NumbersToolset;
import dev.opensipsmcp.server.toolset.observability.ObservabilityToolset;
import dev.opensipsmcp.server.toolset.perf.PerfToolset;
import dev.opensipsmcp.server.toolset.presence.PresenceToolset;
import dev.opensipsmcp.server.toolset.probe.ProbeToolset;
import dev.opensipsmcp.server.toolset.protection.ProtectionToolset;
import dev.opensipsmcp.server.toolset.provision.ProvisionToolsets;
import dev.opensipsmcp.server.toolset.provision.kind.Kinds;
import dev.opensipsmcp.server.toolset.registration.RegistrationToolset;
import dev.opensipsmcp.server.toolset.relay.RelayToolset;
import dev.opensipsmcp.server.toolset.reload.ReloadToolset;
import dev.opensipsmcp.server.toolset.routing.RoutingToolset;
import dev.opensipsmcp.server.toolset.script.ScriptToolset;
import dev.opensipsmcp.server.toolset.security.SecurityToolset;
import dev.opensipsmcp.server.toolset.sip.SipToolset;
import dev.opensipsmcp.server.toolset.snapshot.SnapshotToolset;
import dev.opensipsmcp.server.toolset.sockets.SocketsToolset;
import dev.opensipsmcp.server.toolset.store.StoreToolset;
import dev.opensipsmcp.server.toolset.tls.TlsToolset;
import dev.opensipsmcp.server.toolset.trace.TraceToolset;
import dev.opensipsmcp.server.toolset.transaction.TransactionToolset;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All toolsets, and the choice of those that are listed. Each is made when first asked for, so that
 * a start pays only for those that are listed.
 */
public final class Toolsets {
  /** Every toolset's name, in the order of {@link #all}. */
  public static final List<String> NAMES =
      List.of(
          "meta",
          "core",
          "mi",
          "fleet",
          "dialog",
          "dialog_admin",
          "callops",
          "b2b",
          "transaction",
          "registration",
          "routing",
          "drouting",
          "numbers",
          "reload",
          "provisioning",
          "subscribers",
          "platform",
          "cdr",
          "media",
          "freeswitch",
          "presence",
          "callcenter",
          "protection",
          "cluster",
          "trace",
          "sip",
          "capture",
          "ladder",
          "diagnose",
          "homer",
          "live",
          "load",
          "relay",
          "probe",
          "abuse",
          "tls",
          "sockets",
          "events",
          "node",
          "perf",
          "snapshot",
          "ecosystem",
          "logs",
          "logread",
          "crash",
          "store",
          "script",
          "cpl",
          "security",
          "config",
          "observability",
          "authoring",
          "containers",
          "docs",
          "backup",
          "database",
          "change",
          "audit");

  /** The toolsets that are listed when nothing is configured. */
  public static final List<String> DEFAULT =
      List.of("meta", "core", "mi", "fleet", "dialog", "change", "audit");

  /** Those whose results hold what others wrote, and that do not mark it themselves. */
  private static final Set<String> FOREIGN =
      Set.of(
          "dialog",
          "callops",
          "b2b",
          "registration",
          "presence",
          "cdr",
          "capture",
          "ladder",
          "live",
          "homer",
          "relay",
          "events",
          "snapshot",
          "subscribers",
          "platform",
          "provisioning",
          "store",
          "config",
          "containers",
          "callcenter");

  private final Parts parts;
  private final Map<String, Toolset> made = new HashMap<>();

  /**
   * Makes the choice; no toolset is made before somebody asks for it.
   *
   * @param parts what the tools need
   */
  public Toolsets(Parts parts) {
    this.parts = parts;
  }

  /**
   * What the tools need.
   *
   * @param clock the time that ages are counted to
   * @param table what each MI command asks of its caller
   * @param trail the audit trail
   * @param changes the changes that can be taken back
   * @param ears receive the nodes' events
   * @param fleet all nodes
   * @param secrets where secrets come from
   * @param configurations what tools on opensips.cfg work with
   * @param evidence what tools on the evidence of calls work with
   * @param insight where snapshots and logs are, and what else belongs to the site
   * @param documents the directories of the operator's own documents
   * @param stateDirectory where tools keep what outlives a process
   * @param listed the names of the toolsets that are listed
   * @param instances the names of the nodes, the first being meant by default
   */
  public record Parts(
      InstantSource clock,
      MiTable table,
      AuditReads trail,
      ChangeReads changes,
      EventEars ears,
      FleetReads fleet,
      Secrets secrets,
      ConfigDesk configurations,
      EvidenceDesk evidence,
      InsightEntry insight,
      List<Path> documents,
      Path stateDirectory,
      Set<String> listed,
      List<String> instances) {
    public Parts {
      documents = List.copyOf(documents);
      listed = Set.copyOf(listed);
      instances = List.copyOf(instances);
    }
  }

  /** {@return every toolset, listed or not} */
  public static List<Toolset> all(Parts parts) {
    return new Toolsets(parts).all();
  }

  /** {@return every toolset, in the order of {@link #NAMES}} */
  public List<Toolset> all() {
    List<Toolset> all = new ArrayList<>(NAMES.size());
    for (String name : NAMES) {
      all.add(named(name));
    }
    return all;
  }

  /** {@return the toolset of that name, which is one of {@link #NAMES}; made when first asked} */
  public synchronized Toolset named(String name) {
    Toolset toolset = made.get(name);
    if (toolset == null) {
      toolset = FOREIGN.contains(name) ? Foreign.marked(make(name)) : make(name);
      made.put(name, toolset);
    }
    return toolset;
  }

  private Toolset make(String name) {
    return switch (name) {
      case "meta" -> MetaToolset.make(new ToolDirectory(this), parts.instances());
      case "core" -> CoreToolset.make();
      case "mi" -> MiToolset.make(parts.table(), new ToolDirectory(this));
      case "dialog" -> DialogToolset.make(parts.clock());
      case "b2b" -> B2bToolset.make();
      case "callcenter" -> CallCenterToolset.make();
      case "cluster" -> ClusterToolset.make(parts.table());
      case "protection" -> ProtectionToolset.make();
      case "tls" -> TlsToolset.make(parts.clock(), parts.evidence());
      case "trace" -> TraceToolset.make();
      case "registration" -> RegistrationToolset.make();
      case "routing" -> RoutingToolset.make();
      case "drouting" -> DroutingToolset.make();
      case "reload" -> ReloadToolset.make(parts.table());
      case "provisioning", "subscribers", "platform" ->
          ProvisionToolsets.make(name, Kinds.all(), parts.secrets(), parts.clock(), parts.table());
      case "dialog_admin" -> DialogAdminToolset.make();
      case "callops" -> CallopsToolset.make();
      case "presence" -> PresenceToolset.make();
      case "transaction" -> TransactionToolset.make();
      case "freeswitch" -> FreeswitchToolset.make();
      case "numbers" -> NumbersToolset.make();
      case "media" -> MediaToolset.make();
      case "sockets" -> SocketsToolset.make();
      case "cpl" -> CplToolset.make();
      case "cdr" -> CdrToolset.make();
      case "events" -> EventsToolset.make(parts.ears());
      case "node" -> NodeToolset.make();
      case "perf" -> PerfToolset.make();
      case "snapshot" -> SnapshotToolset.make(parts.insight().snapshots(), parts.clock());
      case "ecosystem" -> EcosystemToolset.make(parts.fleet(), parts.evidence(), parts.insight());
      case "logs" -> LogsToolset.make();
      case "logread" -> LogReadToolset.make(parts.insight().logs(), parts.clock());
      case "crash" -> CrashToolset.make(parts.configurations());
      case "store" -> StoreToolset.make();
      case "script" -> ScriptToolset.make();
      case "sip" -> SipToolset.make(parts.evidence());
      case "capture" -> CaptureToolset.make(parts.evidence());
      case "ladder" -> LadderToolset.make(parts.evidence());
      case "diagnose" ->
          DiagnoseToolset.make(
              new ToolDirectory(this),
              parts.evidence(),
              parts.insight().snapshots(),
              parts.clock());
      case "homer" -> HomerToolset.make(parts.evidence());
      case "live" -> LiveToolset.make(parts.evidence());
      case "load" -> LoadToolset.make(parts.evidence(), parts.secrets());
      case "relay" -> RelayToolset.make(parts.evidence());
      case "probe" -> ProbeToolset.make(parts.evidence(), parts.secrets());
      case "abuse" -> AbuseToolset.make(parts.evidence());
      case "config" -> ConfigToolset.make(parts.configurations());
      case "authoring" -> AuthoringToolset.make(parts.configurations());
      case "containers" -> ContainersToolset.make(parts.configurations().programs());
      case "observability" -> ObservabilityToolset.make(parts.configurations());
      case "docs" ->
          DocsToolset.make(
              new ToolDirectory(this), parts.documents(), parts.configurations().assumed());
      case "backup" -> BackupToolset.make(parts.stateDirectory(), parts.secrets());
      case "change" -> ChangeToolset.make(parts.changes());
      case "audit" -> AuditToolset.make(parts.trail());
      case "database" -> DatabaseToolset.make();
      case "security" -> SecurityToolset.make(parts.secrets());
      case "fleet" -> FleetToolset.make(parts.fleet());
      default -> throw new IllegalArgumentException("There is no toolset " + name);
    };
  }

  /** {@return the names of the toolsets that are listed} */
  public Set<String> listed() {
    return parts.listed();
  }

  /**
   * {@return the names of the toolsets that a setting lists, in the order of {@link #NAMES}}
   *
   * @param setting {@code default} (also when empty), {@code all}, or names separated by commas,
   *     {@code default} among them if wanted; {@code meta} always comes with them
   * @throws IllegalArgumentException when a name is none of {@link #NAMES}; the message says which
   */
  public static Set<String> parse(String setting) {
    return parse(setting, Nodes.ONE);
  }

  /**
   * {@return the same where there are so many nodes: with several, what looks over all of them is
   * among what is listed by default}
   *
   * @param setting as above
   * @param nodes how many nodes are configured
   * @throws IllegalArgumentException as above
   */
  public static Set<String> parse(String setting, Nodes nodes) {
    Set<String> wanted = new LinkedHashSet<>();
    wanted.add("meta");
    int from = 0;
    while (from <= setting.length()) {
      int comma = setting.indexOf(',', from);
      int to = comma < 0 ? setting.length() : comma;
      add(setting.substring(from, to).strip(), nodes, wanted);
      from = to + 1;
    }
    Set<String> ordered = new LinkedHashSet<>(NAMES);
    ordered.retainAll(wanted);
    return ordered;
  }

  private static void add(String name, Nodes nodes, Set<String> wanted) {
    switch (name) {
      case "", "default" -> {
        wanted.addAll(DEFAULT);
        if (nodes == Nodes.SEVERAL) {
          wanted.add("fleet");
        }
      }
      case "all" -> wanted.addAll(NAMES);
      default -> {
        if (!NAMES.contains(name)) {
          throw new IllegalArgumentException(
              "There is no toolset "
                  + name
                  + ": give default, all, or some of "
                  + String.join(", ", NAMES));
        }
        wanted.add(name);
      }
    }
  }
}
