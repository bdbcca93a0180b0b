package dev.opensipsmcp.server.toolset.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends the calls of a profile, and does what is seldom done to dialogs. */
class DialogAdminTest {

  @ParameterizedTest
  @CsvSource({"V3_6, one_by_one", "V4_0, one_by_one", "V3_6, at_once", "V4_0, at_once"})
  void theCallsOfAProfileEndAndNoOthers(Version version, String mode) {
    try (OnLab lab = OnLab.of(version)) {
      int before = lab.rows("dlg_list", "{\"limit\":200}").size();

      JsonObject ended =
          lab.object(
              "dlg_end_profile",
              "{\"profile\":\"caller\",\"value\":\"bob\",\"mode\":\"" + mode + "\"}");

      assertThat(ended.get("before").getAsInt()).isEqualTo(2);
      assertThat(ended.get("ended").getAsInt()).isEqualTo(2);
      assertThat(ended.get("now").getAsInt()).isZero();
      assertThat(lab.rows("dlg_list", "{\"limit\":200}")).hasSize(before - 2);
    }
  }

  @Test
  void moreCallsThanAllowedAreNotTouched() {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      String order = "{\"profile\":\"inbound\",\"max_dialogs\":3}";

      assertThat(lab.code("dlg_end_profile", order)).isEqualTo("TOO_MANY_DIALOGS");
      assertThat(lab.node().received("dlg_end_dlg")).isZero();
      assertThat(lab.code("dlg_end_profile", "{\"profile\":\"inbond\"}"))
          .isEqualTo("PROFILE_NOT_FOUND");
      assertThat(lab.code("dlg_end_profile", "{\"profile\":\"caller\",\"value\":\"nobody\"}"))
          .isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void anApprovalDoesNotHangOnWhichCallsThereAre() {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      String order = "{\"profile\":\"caller\",\"value\":\"bob\"}";
      Plan.Ready first = lab.plan("dlg_end_profile", order);

      lab.object("dlg_end", "{\"callid\":\"7f0d5@ua41.example.com\"}");

      Plan.Ready second = lab.plan("dlg_end_profile", order);
      assertThat(second.target()).isEqualTo(first.target());
      assertThat(second.shown()).isNotEqualTo(first.shown());
    }
  }

  @Test
  void aStoredCallIsLoaded() {
    try (OnLab lab = OnLab.of(Version.V4_0)) {
      JsonObject loaded = lab.object("dlg_db_sync", "{}");
      assertThat(loaded.get("after").getAsInt()).isEqualTo(loaded.get("before").getAsInt() + 1);
      assertThat(lab.object("dlg_restore_db", "{}").get("answer")).hasToString("\"OK\"");
      assertThat(lab.code("dlg_cluster_sync", "{}")).isEqualTo("MI_REFUSED");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"method\":\"OPTIONS\"', 200",
    "'\"method\":\"INFO\",\"to\":\"callee\",\"body\":\"custom:text/plain:hi\"', 200",
    "'\"method\":\"INVITE\",\"challenge\":true', 400"
  })
  void aRequestWithinACallIsAnswered(String more, int code) {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      JsonObject sent =
          lab.object(
              "dlg_send_sequential", "{\"callid\":\"" + LabNode.STUCK_9H + "\"," + more + "}");

      assertThat(sent.getAsJsonObject("answer").get("Code").getAsInt()).isEqualTo(code);
      assertThat(lab.code("dlg_send_sequential", "{\"callid\":\"nope\"," + more + "}"))
          .isEqualTo("TARGET_NOT_FOUND");
    }
  }
}
