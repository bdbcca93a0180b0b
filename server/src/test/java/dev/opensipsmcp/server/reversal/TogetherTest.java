package dev.opensipsmcp.server.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.gate.GateReply;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A gateway, its carrier and its rule come together or not at all, and go together. */
class TogetherTest {
  private static final String GATEWAY =
      "{'entity':'drouting_gateway','action':'create',"
          + "'values':{'gwid':'gwx','address':'203.0.113.20:5060'}}";
  private static final String CARRIER =
      "{'entity':'drouting_carrier','action':'create',"
          + "'values':{'carrierid':'cx','gwlist':'gwx=1'}}";
  private static final String WRONG =
      "{'entity':'drouting_carrier','action':'update','values':{'carrierid':'nobody','flags':1}}";

  @TempDir Path directory;

  private static Stream<DatabaseKind> kinds() {
    return DatabaseKind.available().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void allComeAndAreActiveAndGoAgainWithOneRevert(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.of(kind).withSchema(Version.V3_6);
        Stage stage = new Stage(Version.V3_6, database.database(), directory)) {
      JsonObject answer = done(apply(stage, GATEWAY, CARRIER));

      assertThat(rows(database)).containsExactly("gwx", "cx");
      for (JsonElement table : answer.getAsJsonObject("data").getAsJsonArray("activation")) {
        assertThat(table.getAsJsonObject().get("state").getAsString()).isEqualTo("active");
      }

      done(stage.revert(answer.get("change_id").getAsString()));
      assertThat(rows(database)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void oneThatCanNotBeLeavesNoneOfThem(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.of(kind).withSchema(Version.V3_6);
        Stage stage = new Stage(Version.V3_6, database.database(), directory)) {
      GateReply reply = apply(stage, GATEWAY, CARRIER, WRONG);

      assertThat(reply).isInstanceOf(GateReply.Failed.class);
      assertThat(((GateReply.Failed) reply).cause()).contains("Change 3");
      assertThat(rows(database)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void twoThatCollideOnlyInTheDatabaseLeaveNoneEither(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.of(kind).withSchema(Version.V3_6);
        Stage stage = new Stage(Version.V3_6, database.database(), directory)) {
      GateReply reply = apply(stage, CARRIER, GATEWAY, GATEWAY);

      assertThat(reply).isInstanceOf(GateReply.Failed.class);
      assertThat(((GateReply.Failed) reply).code()).isEqualTo("DB_DUPLICATE");
      assertThat(rows(database)).isEmpty();
    }
  }

  private static GateReply apply(Stage stage, String... changes) {
    String all = "{'changes':[" + String.join(",", changes) + "],'force':true}";
    return stage.call(
        "provision_apply", JsonParser.parseString(all.replace('\'', '"')).getAsJsonObject());
  }

  private static List<String> rows(TestDatabase database) {
    return Stream.of("SELECT gwid FROM dr_gateways", "SELECT carrierid FROM dr_carriers")
        .flatMap(statement -> database.query(statement).stream())
        .toList();
  }

  private static JsonObject done(GateReply reply) {
    assertThat(reply).isInstanceOf(GateReply.Done.class);
    return ((GateReply.Done) reply).envelope();
  }
}
