package dev.opensipsmcp.server.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.gate.GateReply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that others name goes only when another bears the name, or when the caller insists. */
class NamedRowsTest {
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
  void theLastAgentOfASkillThatAFlowNeedsStays() {
    done("cc_agent_create", agent("ann", "sales,support"));
    done("cc_flow_create", "{'flowid':'f','skill':'sales','message_queue':'sip:m@192.0.2.1'}");
    assertThat(refused("cc_agent_delete", "{'agentid':'ann'}")).contains("cc_flows id=1");
    assertThat(refused("cc_agent_update", "{'agentid':'ann','skills':'support'}"))
        .contains("cc_flows id=1");
    done("cc_agent_update", "{'agentid':'ann','skills':'sales'}");
    done("cc_agent_create", agent("bob", "help, sales"));
    done("cc_agent_delete", "{'agentid':'ann'}");
  }

  @Test
  void aFlowSaysThatNobodyHasItsSkill() {
    done("cc_agent_create", agent("ann", "presales"));
    JsonObject plan =
        done(
            "cc_flow_create",
            "{'flowid':'f','skill':'sales','message_queue':'sip:m@192.0.2.1','dry_run':true}");
    assertThat(plan.toString())
        .contains("Table cc_flows names sales in skill, which table cc_agents does not have.");
  }

  @Test
  void aRowNumberIsANameToo() {
    done("rc_ratesheet_create", "{'ratesheet_table':'prices','currency':'EUR'}");
    done("rc_vendor_create", "{'vendor_id':'telco','vendor_rate':1}");
    assertThat(refused("rc_ratesheet_delete", "{'ratesheet_table':'prices'}"))
        .contains("rc_vendors id=1");
    done("rc_ratesheet_delete", "{'ratesheet_table':'prices','force':true}");
  }

  @Test
  void noRowNumberNamesNothing() {
    JsonObject plan = done("rc_vendor_create", "{'vendor_id':'v','vendor_rate':0,'dry_run':true}");
    assertThat(plan.toString()).doesNotContain("does not have");
  }

  private static String agent(String name, String skills) {
    return "{'agentid':'%s','skills':'%s','location':'sip:%s@192.0.2.1'}"
        .formatted(name, skills, name);
  }

  private JsonObject done(String tool, String arguments) {
    GateReply reply = stage.call(tool, json(arguments));
    assertThat(reply).isInstanceOf(GateReply.Done.class);
    return ((GateReply.Done) reply).envelope();
  }

  private String refused(String tool, String arguments) {
    GateReply reply = stage.call(tool, json(arguments));
    assertThat(reply).isInstanceOf(GateReply.Failed.class);
    assertThat(((GateReply.Failed) reply).code()).isEqualTo("ROW_REFERENCED");
    return ((GateReply.Failed) reply).cause();
  }

  private static JsonObject json(String arguments) {
    return JsonParser.parseString(arguments.replace('\'', '"')).getAsJsonObject();
  }
}
