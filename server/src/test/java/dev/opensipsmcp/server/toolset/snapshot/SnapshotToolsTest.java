package dev.opensipsmcp.server.toolset.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.server.config.InsightEntry.SnapshotEntry;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody takes snapshots of a node before and after something happens, and compares them. */
class SnapshotToolsTest {
  private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir private Path folder;
  private LabNode lab = LabNode.start(Version.V3_6);
  private NodePorts ports = NodePorts.onto(lab.miUrl());
  private Instant now = START;

  @AfterEach
  void close() {
    ports.close();
    lab.close();
  }

  private void restart(Version version) {
    close();
    lab = LabNode.start(version);
    ports = NodePorts.onto(lab.miUrl());
  }

  private Tool tool(String name) {
    InstantSource clock = () -> now;
    return SnapshotToolset.make(
            new SnapshotEntry(List.of(folder.resolve("own"), folder.resolve("more")), 3, 30), clock)
        .tools()
        .stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Outcome run(String name, String arguments) {
    return ports.run(tool(name), arguments);
  }

  private String capture(String label) {
    JsonObject told =
        Outcomes.object(
            tool("snapshot_capture"), run("snapshot_capture", "{\"label\":\"" + label + "\"}"));
    now = now.plusSeconds(60);
    return Json.text(told, "path");
  }

  private JsonObject diff(String before, String after) {
    return diff(before, after, false);
  }

  private JsonObject diff(String before, String after, boolean all) {
    String arguments =
        "{\"before_path\":\"%s\",\"after_path\":\"%s\",\"show_unchanged\":%s}"
            .formatted(before, after, all);
    return Outcomes.object(tool("snapshot_diff"), run("snapshot_diff", arguments));
  }

  private static List<String> kinds(JsonObject diff) {
    return Json.list(diff, "findings").asList().stream()
        .map(finding -> Json.text(finding.getAsJsonObject(), "kind"))
        .toList();
  }

  private void send(String command, String params) {
    try (MiClient client =
        MiClient.of(MiEndpoint.parse(lab.miUrl().toString()), MiSettings.defaults())) {
      client.call(MiRequest.write(command, JsonParser.parseString(params).getAsJsonObject()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aSnapshotHoldsFiguresProcessesAndStatesButNobodysName(Version version) throws IOException {
    restart(version);
    Path file = Path.of(capture("before an upgrade!"));

    String text = Files.readString(file);
    assertThat(file.getFileName().toString())
        .startsWith("snapshot-lab-20261120T080000Z-before_an_upgrade_-")
        .endsWith(".json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    assertThat(Json.object(json, "statistics").keySet())
        .contains("shmem:used_size", "dialog:active_dialogs", "tm:inuse_transactions");
    assertThat(Json.list(json, "processes")).isNotEmpty();
    assertThat(Json.object(json, "states").keySet())
        .contains("dispatcher", "gateways", "load_balancer", "cluster");
    assertThat(text).doesNotContain("alice").doesNotContain("bob").doesNotContain("callid");
  }

  @Test
  void nothingHappenedAndNothingIsToldUnlessAsked() {
    String before = capture("a");
    String after = capture("b");

    JsonObject quiet = diff(before, after);
    JsonObject all = diff(before, after, true);

    assertThat(quiet.get("restarted").getAsBoolean()).isFalse();
    assertThat(quiet.get("seconds").getAsInt()).isEqualTo(60);
    assertThat(Json.list(quiet, "states")).isEmpty();
    assertThat(Json.list(quiet, "processes")).isEmpty();
    assertThat(Json.list(all, "states")).isNotEmpty();
    assertThat(Json.list(all, "processes")).isNotEmpty();
    assertThat(Json.object(quiet, "unchanged").get("states").getAsLong()).isPositive();
  }

  @Test
  void aCallThatEndedAndAGatewayThatWasSwitchedOffAreSeen() {
    String before = capture("a");
    send("dlg_end_dlg", "{\"dialog_id\":\"" + LabNode.STUCK_9H + "\"}");
    send("dr_gw_status", "{\"gw_id\":\"" + gateway(before) + "\",\"status\":0}");
    JsonObject diff = diff(before, capture("b"));

    assertThat(Json.list(diff, "statistics").toString()).contains("dialog:active_dialogs");
    assertThat(Json.list(diff, "states").asList())
        .anySatisfy(row -> assertThat(row.toString()).contains("\"gateways\""));
    assertThat(Json.list(diff, "findings").get(0).toString()).contains("warning").contains("then");
  }

  private static String gateway(String snapshot) {
    return Json.object(Json.object(read(snapshot), "states"), "gateways")
        .keySet()
        .iterator()
        .next();
  }

  @Test
  void aRestartIsToldFirstAndItsCountersAreNoResets() {
    String before = capture("a");
    JsonObject old = read(before);
    old.addProperty("up_s", 90_000);
    old.addProperty("up_since", "Thu Nov 19 07:00:00 2026");
    String earlier = write("snapshot-lab-20261120T075900Z-aaaaaa.json", old);
    JsonObject diff = diff(earlier, capture("b"));

    assertThat(diff.get("restarted").getAsBoolean()).isTrue();
    assertThat(kinds(diff)).startsWith("restarted").doesNotContain("counter_reset", "process");
  }

  @Test
  void countersThatWereSetBackAreToldAndCountFromZero() {
    String before = capture("a");
    JsonObject old = read(before);
    Json.object(old, "statistics").addProperty("core:rcv_requests", 1_000_000_000L);
    String earlier = write("snapshot-lab-20261120T075900Z-bbbbbb.json", old);
    JsonObject diff = diff(earlier, capture("b"));

    assertThat(kinds(diff)).contains("counter_reset");
    assertThat(Json.list(diff, "statistics").toString()).doesNotContain("\"per_second\":-");
  }

  @Test
  void aNodeOfTheClusterThatWentDownIsAWarning() {
    JsonObject old = read(capture("a"));
    String later = capture("b");
    JsonObject cluster = Json.object(Json.object(old, "states"), "cluster");
    String node = cluster.keySet().iterator().next();
    cluster.addProperty(node, "Probe, enabled");
    String earlier = write("snapshot-lab-20261120T075900Z-cccccc.json", old);

    assertThat(kinds(diff(earlier, later))).contains("cluster");
  }

  @Test
  void snapshotsAreListedNewestFirstAndDamagedOnesSayWhy() throws IOException {
    capture("old");
    String young = capture("young");
    Files.writeString(
        folder.resolve("own/snapshot-lab-20261101T000000Z-dddddd.json"), "{\"format\":");
    Files.writeString(folder.resolve("own/notes.txt"), "no snapshot");

    List<JsonObject> rows =
        Outcomes.rows(tool("snapshot_list"), run("snapshot_list", "{\"limit\":2}"));
    List<JsonObject> rest =
        Outcomes.rows(tool("snapshot_list"), run("snapshot_list", "{\"cursor\":\"2\"}"));

    assertThat(rows).hasSize(2);
    assertThat(Json.text(rows.getFirst(), "path")).isEqualTo(young);
    assertThat(Json.text(rest.getFirst(), "problem")).contains("no whole JSON");
    assertThat(Outcomes.rows(tool("snapshot_list"), run("snapshot_list", "{\"label\":\"youn\"}")))
        .hasSize(1);
  }

  @Test
  void oldOnesGoByCountAndByAgeAndOnlySnapshots() throws IOException {
    Path other = folder.resolve("own/keep-me.json");
    capture("ancient");
    now = now.plus(Duration.ofDays(40));
    for (int i = 0; i < 4; i++) {
      capture("n" + i);
    }
    Files.writeString(other, "{}");

    JsonObject gone = Outcomes.object(tool("snapshot_prune"), run("snapshot_prune", "{}"));

    assertThat(Json.list(gone, "deleted")).hasSize(2);
    assertThat(Outcomes.rows(tool("snapshot_list"), run("snapshot_list", "{}"))).hasSize(3);
    run("snapshot_prune", "{\"keep_newest\":0}");
    assertThat(Outcomes.rows(tool("snapshot_list"), run("snapshot_list", "{}"))).isEmpty();
    assertThat(other).exists();
  }

  @Test
  void onlyAllowedDirectoriesAreWrittenAndRead() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createDirectories(folder.resolve("more/deep"));
    Files.createSymbolicLink(folder.resolve("more/link"), outside);
    String good = capture("x");
    Path copy =
        Files.copy(Path.of(good), outside.resolve("snapshot-x-20261120T080000Z-eeeeee.json"));

    for (Path place : List.of(outside, folder.resolve("more/link"), Path.of("/tmp"))) {
      assertThat(code("snapshot_capture", "{\"out_dir\":\"" + place + "\"}"))
          .isEqualTo("SNAPSHOT_OUTSIDE");
    }
    run("snapshot_capture", "{\"out_dir\":\"" + folder.resolve("more/deep") + "\"}");
    assertThat(folder.resolve("more/deep").toFile().list()).hasSize(1);
    String pair = "{\"before_path\":\"%s\",\"after_path\":\"%s\"}";
    assertThat(code("snapshot_diff", pair.formatted(copy, good))).isEqualTo("SNAPSHOT_OUTSIDE");
    assertThat(code("snapshot_diff", pair.formatted("../outside/" + copy.getFileName(), good)))
        .isEqualTo("SNAPSHOT_OUTSIDE");
    assertThat(code("snapshot_diff", pair.formatted("none.json", good)))
        .isEqualTo("SNAPSHOT_UNREADABLE");
  }

  @Test
  void foreignFilesAndOtherVersionsAreRefusedInPlainWords() {
    String good = capture("x");
    String later = capture("y");
    JsonObject young = read(good);
    young.addProperty("version", 9);
    String pair = "{\"before_path\":\"%s\",\"after_path\":\"%s\"}";

    assertThat(cause(pair.formatted(write("v9.json", young), good))).contains("version 9");
    assertThat(cause(pair.formatted(write("other.json", new JsonObject()), good)))
        .contains("no snapshot of this server");
    assertThat(code("snapshot_diff", pair.formatted(later, good))).isEqualTo("TIME_RANGE_EMPTY");
  }

  private String cause(String arguments) {
    return Outcomes.failure(run("snapshot_diff", arguments)).cause();
  }

  private String code(String name, String arguments) {
    return Outcomes.failure(run(name, arguments)).code();
  }

  private static JsonObject read(String file) {
    try {
      return JsonParser.parseString(Files.readString(Path.of(file))).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(String name, JsonObject json) {
    try {
      return Files.writeString(folder.resolve("own").resolve(name), json.toString()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
