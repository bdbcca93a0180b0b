package dev.opensipsmcp.server.toolset.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several dialogs with one Call-ID: none of them is taken for another. */
class ForkedCallsTest {
  private static final int CONFIRMED = 4;
  private static final int DELETED = 5;
  private static final String CALLID = "\"callid\":\"" + ForkedCalls.CALLID + "\"";

  private final ForkedCalls node =
      new ForkedCalls()
          .with("591.2919274", "a1", "b1", CONFIRMED)
          .with("591.3a0f2c1", "a2", "b2", CONFIRMED);
  private final NodePorts ports = NodePorts.over(node);
  private final Tool end = AllTools.live("dlg_end");

  @Test
  void all_of_them_are_listed() {
    Tool list = AllTools.live("dlg_list");
    assertThat(Outcomes.rows(list, ports.run(list, "{" + CALLID + "}")))
        .extracting(row -> row.get("dialog_id").getAsString())
        .containsExactly("591.2919274", "591.3a0f2c1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dlg_end", "dlg_get", "dlg_push_var"})
  void the_call_id_alone_is_refused_with_all_their_names(String tool) {
    Outcome.Failure refused = failure(tool, CALLID + ",\"var_name\":\"trunk\",\"var_value\":\"B\"");
    assertThat(refused.code()).isEqualTo("DIALOG_AMBIGUOUS");
    assertThat(refused.cause()).contains("2 dialogs", "591.2919274", "591.3a0f2c1");
    assertThat(refused.nextStep()).contains("dialog_id");
    assertThat(node.ended()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"from_tag\":\"a2\"",
        "\"from_tag\":\"a2\",\"to_tag\":\"b2\"",
        "\"from_tag\":\"b2\",\"to_tag\":\"a2\""
      })
  void tags_say_which_one_ends(String tags) {
    JsonObject result = Outcomes.object(end, ports.run(end, "{" + CALLID + "," + tags + "}"));
    assertThat(result.get("dialog_id").getAsString()).isEqualTo("591.3a0f2c1");
    assertThat(result.get("gone").getAsBoolean()).as("though its sibling is still there").isTrue();
    assertThat(node.ended()).containsExactly("591.3a0f2c1");
  }

  @Test
  void tags_of_two_different_ones_fit_none() {
    assertThat(failure("dlg_end", CALLID + ",\"from_tag\":\"a1\",\"to_tag\":\"b2\"").code())
        .isEqualTo("TAG_MISMATCH");
    assertThat(node.ended()).isEmpty();
  }

  @Test
  void a_dialog_id_with_the_call_id_of_another_call_is_refused() {
    assertThat(failure("dlg_end", "\"dialog_id\":\"591.2919274\",\"callid\":\"other\"").code())
        .isEqualTo("DIALOG_MISMATCH");
    assertThat(node.ended()).isEmpty();
  }

  @Test
  void one_that_has_ended_and_is_still_listed_is_not_ended_again() {
    node.with("591.4b1e3d2", "a3", "b3", DELETED);
    assertThat(failure("dlg_end", "\"dialog_id\":\"591.4b1e3d2\"").code())
        .isEqualTo("DIALOG_ALREADY_ENDED");
    assertThat(node.ended()).isEmpty();
  }

  private Outcome.Failure failure(String tool, String arguments) {
    return Outcomes.failure(ports.run(AllTools.live(tool), "{" + arguments + "}"));
  }
}
