package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.config.InsightEntry;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Growing;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.snapshot.Baselines;
import dev.opensipsmcp.server.toolset.snapshot.SnapshotToolset;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lab node, maybe a database and a relay, and an operator who asks. */
final class OnNode implements AutoCloseable {
  /** Commands whose former names 4.0 does not know. */
  private static final Map<String, String> NEW =
      Map.of(
          "pike_list", "pike:list",
          "nh_enable_ping", "nathelper:enable_ping",
          "rtpengine_show", "rtpengine:show");

  private final LabNode node;
  private final NodePorts ports;
  private Optional<TestDatabase> base = Optional.empty();
  private List<RelayEntry> relays = List.of();
  private Optional<Rights> rights = Optional.empty();
  private Baselines baselines = baselines(Path.of("target", "no-snapshots"));
  private Runnable meanwhile = () -> {};
  private Instant now = Instant.now();

  private OnNode(LabNode node) {
    this.node = node;
    this.ports = NodePorts.onto(node.miUrl());
  }

  static OnNode of(Version version) {
    return new OnNode(LabNode.of(LabSettings.of(version)));
  }

  static OnNode make() {
    return of(Version.V3_6);
  }

  LabNode node() {
    return node;
  }

  /** A command answers this from now on. */
  OnNode answers(String command, String json) {
    String name = node.version() == Version.V4_0 ? NEW.getOrDefault(command, command) : command;
    node.faults().always(name, new Fault.Instead(JsonParser.parseString(json)));
    return this;
  }

  OnNode statistic(String name, int value) {
    node.setStatistic(name, value);
    return this;
  }

  OnNode with(TestDatabase database) {
    base = Optional.of(database);
    return this;
  }

  /** The operator has these rights and no others. */
  OnNode as(Rights given) {
    rights = Optional.of(given);
    return this;
  }

  OnNode with(RelayEntry... entries) {
    relays = List.of(entries);
    return this;
  }

  /** {@return the diagnosis, whose every member is as the schema says and whose calls are right} */
  JsonObject ask(Object... pairs) {
    return run("diagnose", Move.arguments(pairs));
  }

  Outcome outcome(String tool, JsonObject arguments) {
    return ((Work.Read) tool(tool).work()).run(new Arguments(arguments), new Ports());
  }

  JsonObject run(String tool, JsonObject arguments) {
    JsonObject json = Outcomes.object(tool(tool), outcome(tool, arguments));
    assertThat(json.toString().length()).as("size of %s", json).isLessThan(8_000);
    List<JsonObject> moves = new ArrayList<>();
    json.getAsJsonArray("next").forEach(next -> moves.add(next.getAsJsonObject()));
    for (JsonElement one : json.getAsJsonArray("findings")) {
      JsonObject finding = one.getAsJsonObject();
      assertThat(finding.getAsJsonArray("evidence")).as("%s", finding).isNotEmpty();
      if (finding.has("next")) {
        finding.getAsJsonArray("next").forEach(next -> moves.add(next.getAsJsonObject()));
      }
      if (finding.has("change")) {
        moves.add(finding.getAsJsonObject("change"));
      }
    }
    moves.forEach(Moves::check);
    return json;
  }

  /** This happens on the node while a diagnosis watches it; the time goes by at once. */
  OnNode meanwhile(Runnable happens) {
    meanwhile = happens;
    return this;
  }

  /** It is that much later. */
  OnNode later(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Snapshots of the node lie in a directory. */
  OnNode withSnapshots(Path directory) {
    baselines = baselines(directory);
    return this;
  }

  private static Baselines baselines(Path directory) {
    return new Baselines(InsightEntry.snapshotsIn(directory).snapshots());
  }

  /** A snapshot of the node is taken now. */
  String snapshot(Path directory) {
    return SnapshotToolset.make(InsightEntry.snapshotsIn(directory).snapshots(), () -> now)
        .tools()
        .stream()
        .filter(tool -> tool.name().equals("snapshot_capture"))
        .map(tool -> Json.text(Outcomes.object(tool, ports.run(tool, "{}")), "path"))
        .findFirst()
        .orElseThrow();
  }

  private void pass(Duration time) {
    later(time);
    meanwhile.run();
  }

  private Tool tool(String name) {
    EvidenceDesk evidence = desk();
    Desk work =
        new Desk(
            AllTools.directory(evidence), evidence, new Growing(baselines, this::pass), () -> now);
    return DiagnoseToolset.make(work).tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** {@return the database that was given} */
  Optional<TestDatabase> base() {
    return base;
  }

  EvidenceDesk desk() {
    EvidenceDesk none = EvidenceDesk.none();
    EvidenceEntry base = none.settings();
    return new EvidenceDesk(
        new EvidenceEntry(
            base.captures(),
            base.hep(),
            base.homer(),
            relays,
            base.fail2ban(),
            base.probes(),
            base.aliases()),
        none.clock());
  }

  /** {@return the statement of the surest finding} */
  String first(Object... pairs) {
    JsonObject json = ask(pairs);
    assertThat(json.getAsJsonArray("findings")).as("%s", json).isNotEmpty();
    return json.getAsJsonArray("findings").get(0).getAsJsonObject().get("statement").getAsString();
  }

  /** Nothing wrong may be found, and something must have been looked at. */
  void findsNothing(Object... pairs) {
    JsonObject json = ask(pairs);
    assertThat(json.getAsJsonArray("findings")).as("%s", json).isEmpty();
    assertThat(json.getAsJsonArray("fine")).as("%s", json).isNotEmpty();
  }

  @Override
  public void close() {
    ports.close();
    node.close();
    base.ifPresent(TestDatabase::close);
  }

  /** The node's ports with the database, when there is one. */
  private final class Ports implements ReadPorts {
    @Override
    public MiReads mi() {
      return ports.mi();
    }

    @Override
    public DbResult<DbReads> db() {
      return base.<DbResult<DbReads>>map(it -> new DbResult.Success<>(it.database().reads()))
          .orElseGet(() -> new DbResult.Failure<>(NO_DATABASE));
    }

    @Override
    public Rights rights() {
      return rights.orElseGet(ports::rights);
    }

    @Override
    public void progress(double done, double total, String message) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
