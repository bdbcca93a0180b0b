package dev.opensipsmcp.server.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.server.gate.GateReply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a stored row when the node's reload does not simply succeed. */
class ActivationTest {
  @TempDir Path directory;

  private TestDatabase database;
  private Stage stage;

  @BeforeEach
  void open() {
    database = TestDatabase.of(DatabaseKind.SQLITE).withSchema(Version.V3_6);
    stage = new Stage(Version.V3_6, database.database(), directory);
  }

  @AfterEach
  void close() {
    stage.close();
    database.close();
  }

  @Test
  void aReloadThatFailsLeavesTheRowStoredAndSaysHowToGoOn() {
    stage
        .lab()
        .faults()
        .always("domain_reload", new Fault.Refused(500, "Domain table reload failed"));

    JsonObject answer = created();

    JsonObject active = activation(answer);
    assertThat(active.get("state").getAsString()).isEqualTo("not_active");
    assertThat(active.get("why").getAsString()).contains("Domain table reload failed");
    assertThat(active.get("next_step").getAsString()).contains("reload_tables");
    assertThat(answer.get("warnings").toString()).contains("Stored, not active", "change_revert");
    assertThat(answer.get("change_id").getAsString()).isNotEmpty();
  }

  @Test
  void aModuleThatReadsItsTableAtEachRequestNeedsNoReload() {
    stage
        .lab()
        .faults()
        .always("domain_reload", new Fault.Refused(500, "DB is disabled (db_mode=0)"));

    JsonObject answer = created();

    assertThat(activation(answer).get("state").getAsString()).isEqualTo("active");
    assertThat(answer.toString()).doesNotContain("not active");
  }

  @Test
  void aNodeThatBreaksOffDuringTheReloadIsNotTakenForActive() {
    stage.lab().faults().always("domain_reload", new Fault.Close(false));

    assertThat(activation(created()).get("state").getAsString()).isEqualTo("not_active");
  }

  @Test
  void aTableWithoutAReloadSaysWhatMakesTheRowActive() {
    JsonObject answer = created("carrierroute_carrier_create", "{\"carrier\":\"telco\"}");

    assertThat(answer.get("warnings").toString())
        .contains("carrierroute needs a restart")
        .doesNotContain("To activate");
  }

  private JsonObject created() {
    return created("domain_create", "{\"domain\":\"sip.example.org\"}");
  }

  private JsonObject created(String tool, String text) {
    GateReply reply = stage.call(tool, JsonParser.parseString(text).getAsJsonObject());
    assertThat(reply).isInstanceOf(GateReply.Done.class);
    return ((GateReply.Done) reply).envelope();
  }

  private static JsonObject activation(JsonObject answer) {
    return answer.getAsJsonObject("data").getAsJsonArray("activation").get(0).getAsJsonObject();
  }
}
