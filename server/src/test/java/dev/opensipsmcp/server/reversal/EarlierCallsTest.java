package dev.opensipsmcp.server.reversal;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.backup.BackupSettings;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabFeature;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every call of the earlier server is answered, under its name and with its arguments: on a lab,
 * with a phone, a relay, a Homer and programs around it, through the gate.
 */
class EarlierCallsTest {
  private static final String CONFIGURATION =
      "socket=udp:127.0.0.1:5060\\nloadmodule \\\"proto_udp.so\\\"\\nroute {\\n\\texit;\\n}\\n";
  private static final Set<Scope> OF_DATABASE = Set.of(Scope.DB_READ, Scope.DB_WRITE);

  @TempDir Path directory;

  /**
   * A call, written as {@code name {arguments}}, or as {@code name with FEATURE {arguments}} where
   * the lab needs one, and {@code after name {arguments}} for each that has to be made before.
   *
   * @param call the call itself
   * @param features what the lab is configured with
   * @param first what is called before
   */
  private record Earlier(Sample.Call call, Set<LabFeature> features, List<Sample.Call> first) {
    static Earlier of(String line) {
      List<String> parts = List.of(line.replace("<cfg>", CONFIGURATION).split(" after ", -1));
      String head = parts.getFirst().substring(0, parts.getFirst().indexOf(" {"));
      Optional<String> with =
          head.contains(" with ")
              ? Optional.of(head.substring(head.indexOf(" with ") + 6))
              : Optional.empty();
      return new Earlier(
          call(parts.getFirst()),
          with.map(LabFeature::valueOf).stream().collect(toSet()),
          parts.stream().skip(1).map(Earlier::call).toList());
    }

    private static Sample.Call call(String text) {
      return new Sample.Call(
          text.substring(0, text.indexOf(' ')),
          JsonParser.parseString(text.substring(text.indexOf(" {"))).getAsJsonObject());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyEarlierCallIsAnswered() throws IOException {
    return lines("calls.txt").stream()
        .map(Earlier::of)
        .map(one -> DynamicTest.dynamicTest(one.call().tool(), () -> answered(one)));
  }

  @Test
  void everyEarlierNameIsCalled() throws IOException {
    List<String> names = lines("tools.txt").stream().map(line -> line.split(" ", 2)[0]).toList();

    assertThat(lines("calls.txt").stream().map(line -> line.split(" ", 2)[0]).toList())
        .containsExactlyElementsOf(names);
  }

  @Test
  void whatIsGoneIsAnsweredWithWhatToUseInstead() throws IOException {
    try (Stage stage = new Stage(Version.V3_6, directory.resolve("gone"))) {
      for (String line : lines("gone.txt")) {
        String name = line.substring(0, line.indexOf(' '));
        GateReply reply = stage.call(name, new JsonObject());

        assertThat(reply).as(name).isInstanceOf(GateReply.Failed.class);
        GateReply.Failed failed = (GateReply.Failed) reply;
        assertThat(failed.code()).as(name).isEqualTo("TOOL_GONE");
        assertThat(AllTools.tools().stream().map(Tool::name))
            .as("%s: %s", name, failed.nextStep())
            .anyMatch(tool -> failed.nextStep().contains(tool));
      }
    }
  }

  private void answered(Earlier one) {
    Tool tool =
        AllTools.tools().stream()
            .filter(it ->
                it.name().equals(one.call().tool()) || it.aliases().contains(one.call().tool()))
            .findFirst()
            .orElseThrow();
    Path state = directory.resolve(one.call().tool());
    if (!OF_DATABASE.contains(tool.demand().scope())) {
      try (Stage stage = new Stage(Version.V3_6, one.features(), state)) {
        answered(stage, one, tool);
      }
      return;
    }
    BackupSettings backups = new BackupSettings(state.resolve("backups"), false, "test");
    try (TestDatabase test = TestDatabase.of(DatabaseKind.SQLITE).withSchema(Version.V3_6);
        Database database = new Database(test.settings(), backups);
        Stage stage = new Stage(Version.V3_6, database, state)) {
      accounted(test);
      answered(stage, one, tool);
    }
  }

  /**
   * The columns that module acc adds, and a call of alice to bob that went well, and one missed.
   */
  private static void accounted(TestDatabase database) {
    for (String table : List.of("acc", "missed_calls")) {
      database.execute(
          "ALTER TABLE " + table + " ADD COLUMN src_user VARCHAR(64)",
          "ALTER TABLE " + table + " ADD COLUMN dst_user VARCHAR(64)",
          "INSERT INTO "
              + table
              + " (method, from_tag, to_tag, callid, sip_code, sip_reason, time, src_user, dst_user)"
              + " VALUES ('INVITE', 'f', 't', 'one@a', '200', 'OK', '2026-11-20 09:00:00', 'alice',"
              + " 'bob')");
    }
  }

  private static void answered(Stage stage, Earlier one, Tool tool) {
    one.first().forEach(call -> done(stage.call(call)));

    JsonElement data = done(stage.call(one.call())).get("data");

    Validator.Result valid =
        new ValidatorFactory()
            .withJsonNodeFactory(new GsonNode.Factory())
            .validate(tool.output().json().toString(), data.toString());
    assertThat(valid.isValid()).as("%s of %s", data, tool.name()).isTrue();
    assertThat(data.toString()).as("what is of use").hasSizeGreaterThan("[{}]".length());
  }

  private static JsonObject done(GateReply reply) {
    assertThat(reply).as("%s", reply).isInstanceOf(GateReply.Done.class);
    return ((GateReply.Done) reply).envelope();
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in =
        EarlierCallsTest.class.getResourceAsStream(
            "/dev/opensipsmcp/server/toolset/earlier/" + file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }
}
