package dev.opensipsmcp.server.toolset.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialogToolsTest {

  /** A node and ports onto it. */
  private record Lab(LabNode node, NodePorts ports) implements AutoCloseable {
    static Lab of(Version version) {
      return of(LabSettings.of(version));
    }

    static Lab of(LabSettings settings) {
      LabNode node = LabNode.of(settings);
      return new Lab(node, NodePorts.onto(node.miUrl()));
    }

    Outcome run(String tool, String arguments) {
      Tool live = AllTools.live(tool);
      Outcome outcome = ports.run(live, arguments);
      assertThat(live.needs().miCommands()).as(tool).containsAll(ports.used());
      ports.used().clear();
      return outcome;
    }

    List<JsonObject> rows(String tool, String arguments) {
      return Outcomes.rows(AllTools.named(tool), run(tool, arguments));
    }

    JsonObject object(String tool, String arguments) {
      return Outcomes.object(AllTools.named(tool), run(tool, arguments));
    }

    /** {@return the seeded call that is nine hours old} */
    JsonObject stuck() {
      return rows("dlg_list", "{\"callid\":\"" + LabNode.STUCK_9H + "\"}").getFirst();
    }

    @Override
    public void close() {
      ports.close();
      node.close();
    }
  }

  private static String text(JsonObject row, String name) {
    return row.get(name).getAsString();
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void callsOlderThanEightHoursAreFound(Version version) {
    try (Lab lab = Lab.of(version)) {
      List<JsonObject> rows = lab.rows("dlg_list", "{\"older_than_s\":28800}");
      assertThat(rows)
          .extracting(row -> text(row, "callid"))
          .containsExactlyInAnyOrder(LabNode.STUCK_9H, LabNode.STUCK_12H);
      assertThat(rows).allMatch(row -> text(row, "state").equals("confirmed"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void theOldestComeFirstAndTheNextPageContinues(Version version) {
    try (Lab lab = Lab.of(version)) {
      String arguments = "{\"order\":\"oldest\",\"limit\":10";
      Outcome.Rows first = (Outcome.Rows) lab.run("dlg_list", arguments + "}");
      assertThat(text(first.rows().getFirst(), "callid")).isEqualTo(LabNode.STUCK_12H);
      assertThat(first.rows())
          .isSortedAccordingTo(
              Comparator.comparing((JsonObject row) -> row.get("age_s").getAsLong()).reversed());
      assertThat(first.more()).isTrue();
      String cursor = first.cursorAfter().apply(10);
      List<JsonObject> second = lab.rows("dlg_list", arguments + ",\"cursor\":\"" + cursor + "\"}");
      List<String> ids = new ArrayList<>();
      first.rows().forEach(row -> ids.add(text(row, "dialog_id")));
      second.forEach(row -> ids.add(text(row, "dialog_id")));
      assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"state\":\"confirmed\",", "{\"order\":\"newest\","})
  void pageAfterPageShowsEveryCallOnce(String start) {
    try (Lab lab = Lab.of(Version.V3_6)) {
      HashSet<String> seen = new HashSet<>();
      String cursor = "";
      int rows = 0;
      do {
        Outcome.Rows page =
            (Outcome.Rows) lab.run("dlg_list", start + "\"limit\":4" + cursor + "}");
        page.rows().forEach(row -> seen.add(text(row, "dialog_id")));
        rows += page.rows().size();
        cursor =
            page.more()
                ? ",\"cursor\":\"" + page.cursorAfter().apply(page.rows().size()) + "\""
                : "";
      } while (!cursor.isEmpty());
      assertThat(seen).hasSize(rows).hasSizeGreaterThan(15);
    }
  }

  @Test
  void statesAndUrisNarrowTheList() {
    try (Lab lab = Lab.of(Version.V4_0)) {
      assertThat(lab.rows("dlg_list", "{\"state\":\"early\"}"))
          .isNotEmpty()
          .allMatch(row -> text(row, "state").equals("early") && !row.has("age_s"));
      assertThat(lab.rows("dlg_list", "{\"caller\":\"ALICE\"}"))
          .isNotEmpty()
          .allMatch(row -> text(row, "caller").contains("alice"));
    }
  }

  @Test
  void aCallIdThatNobodyHasGivesAnEmptyList() {
    try (Lab lab = Lab.of(Version.V3_6)) {
      Outcome.Rows none = (Outcome.Rows) lab.run("dlg_list", "{\"callid\":\"nobody\"}");
      assertThat(none.rows()).isEmpty();
      assertThat(none.warnings()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"cursor\":\"x\"}", "{\"order\":\"oldest\",\"cursor\":\"x\"}"})
  void aCursorOfSomethingElseIsRefused(String arguments) {
    try (Lab lab = Lab.of(Version.V3_6)) {
      assertThat(Outcomes.failure(lab.run("dlg_list", arguments)).code())
          .isEqualTo("CURSOR_INVALID");
    }
  }

  @Test
  void aDialogIsFoundByItsIdAmongMany() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V3_6).dialogs(20_000))) {
      JsonObject wanted = lab.rows("dlg_list", "{\"cursor\":\"15432\",\"limit\":1}").getFirst();
      int before = lab.node().received("dlg_list");
      String id = text(wanted, "dialog_id");
      JsonObject got = lab.object("dlg_get", "{\"dialog_id\":\"" + id + "\"}");
      assertThat(text(got, "callid")).isEqualTo(text(wanted, "callid"));
      assertThat(lab.node().received("dlg_list") - before).isLessThan(25);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void oneCallIsShownWithoutItsSdpUnlessAskedFor(Version version) {
    try (Lab lab = Lab.of(version)) {
      String id = text(lab.stuck(), "dialog_id");
      JsonObject plain = lab.object("dlg_get", "{\"dialog_id\":\"" + id + "\"}");
      assertThat(plain.getAsJsonObject("caller_leg").keySet())
          .contains("caller_contact")
          .doesNotContain("caller_sdp");
      JsonObject withSdp =
          lab.object("dlg_get", "{\"callid\":\"" + LabNode.STUCK_9H + "\",\"sdp\":true}");
      assertThat(withSdp.getAsJsonObject("caller_leg").keySet()).contains("caller_sdp");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dlg_get", "dlg_end"})
  void aDialogThatDoesNotExistIsSaidSo(String tool) {
    try (Lab lab = Lab.of(Version.V4_0)) {
      assertThat(Outcomes.failure(lab.run(tool, "{\"dialog_id\":\"fff.12345678\"}")).code())
          .isEqualTo("DIALOG_NOT_FOUND");
      assertThat(Outcomes.failure(lab.run(tool, "{}")).code()).isEqualTo("ARGUMENTS_INCOMPLETE");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void endingACallByItsIdEndsItAndProvesIt(Version version) {
    try (Lab lab = Lab.of(version)) {
      String id = text(lab.stuck(), "dialog_id");
      JsonObject result = lab.object("dlg_end", "{\"dialog_id\":\"" + id + "\"}");
      assertThat(result.get("ended").getAsBoolean()).isTrue();
      assertThat(result.get("gone").getAsBoolean()).isTrue();
      assertThat(lab.rows("dlg_list", "{\"callid\":\"" + LabNode.STUCK_9H + "\"}")).isEmpty();
      assertThat(Outcomes.failure(lab.run("dlg_end", "{\"dialog_id\":\"" + id + "\"}")).code())
          .isIn("DIALOG_NOT_FOUND", "DIALOG_ALREADY_ENDED");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void endingACallByCallIdAndTagsEndsThatCallFromEitherSide(Version version) {
    for (boolean fromCallee : new boolean[] {false, true}) {
      try (Lab lab = Lab.of(version)) {
        JsonObject row = lab.stuck();
        String from = text(row, fromCallee ? "to_tag" : "from_tag");
        String to = text(row, fromCallee ? "from_tag" : "to_tag");
        JsonObject result = lab.object("dlg_end", tags(LabNode.STUCK_9H, from, to));
        assertThat(result.get("gone").getAsBoolean()).isTrue();
      }
    }
  }

  @Test
  void aTagThatIsNotOfTheCallIsNamedAndNothingEnds() {
    try (Lab lab = Lab.of(Version.V3_6)) {
      JsonObject row = lab.stuck();
      Outcome.Failure wrong =
          Outcomes.failure(
              lab.run("dlg_end", tags(LabNode.STUCK_9H, text(row, "from_tag"), "wrong")));
      assertThat(wrong.code()).isEqualTo("TAG_MISMATCH");
      assertThat(wrong.cause()).contains("to_tag wrong").doesNotContain("from_tag");
      Outcome.Failure same =
          Outcomes.failure(
              lab.run(
                  "dlg_end", tags(LabNode.STUCK_9H, text(row, "from_tag"), text(row, "from_tag"))));
      assertThat(same.code()).isEqualTo("TAG_MISMATCH");
      assertThat(lab.node().received("dlg_end_dlg")).isZero();
    }
  }

  @Test
  void aPlanShowsTheCallAndRestsOnlyOnWhatDoesNotMove() throws InterruptedException {
    try (Lab lab = Lab.of(Version.V3_6)) {
      Tool tool = AllTools.live("dlg_end");
      String arguments = "{\"callid\":\"" + LabNode.STUCK_9H + "\"}";
      Plan.Ready first = (Plan.Ready) lab.ports().plan(tool, arguments);
      assertThat(first.summary()).contains("9 h").contains("reception");
      assertThat(first.shown().get("age_s").getAsLong()).isGreaterThanOrEqualTo(9 * 3600);
      Thread.sleep(1100);
      Plan.Ready second = (Plan.Ready) lab.ports().plan(tool, arguments);
      assertThat(second.target()).isEqualTo(first.target());
      assertThat(lab.node().received("dlg_end_dlg")).isZero();
    }
  }

  @Test
  void aCallThatEndsBetweenPlanAndApplyIsSaidToBeGoneAlready() {
    try (Lab lab = Lab.of(Version.V3_6)) {
      Tool tool = AllTools.live("dlg_end");
      Plan.Ready plan =
          (Plan.Ready) lab.ports().plan(tool, "{\"callid\":\"" + LabNode.STUCK_9H + "\"}");
      JsonObject unused = lab.object("dlg_end", "{\"callid\":\"" + LabNode.STUCK_9H + "\"}");
      assertThat(unused.get("ended").getAsBoolean()).isTrue();
      Outcome again =
          ((DlgEnd) tool.work())
              .apply(
                  plan, new dev.opensipsmcp.server.tool.Arguments(new JsonObject()), lab.ports());
      JsonObject result = Outcomes.object(tool, again);
      assertThat(result.get("ended").getAsBoolean()).isFalse();
      assertThat(result.get("gone").getAsBoolean()).isTrue();
    }
  }

  @Test
  void anEndThatTheNodeDidNotConfirmIsFoundOutByReading() {
    try (Lab lab = Lab.of(Version.V3_6)) {
      lab.node().faults().next("dlg_end_dlg", 1, new Fault.Close(true));
      Outcome outcome = lab.run("dlg_end", "{\"callid\":\"" + LabNode.STUCK_9H + "\"}");
      assertThat(Outcomes.object(AllTools.named("dlg_end"), outcome).get("gone").getAsBoolean())
          .isTrue();
      assertThat(((Outcome.Value) outcome).warnings()).isNotEmpty();
      assertThat(lab.node().received("dlg_end_dlg")).isEqualTo(1);
    }
  }

  @Test
  void anEndThatDidNotRunAndWasNotConfirmedStaysUnknown() {
    try (Lab lab = Lab.of(Version.V3_6)) {
      lab.node().faults().next("dlg_end_dlg", 1, new Fault.Close(false));
      Outcome.Failure failure =
          Outcomes.failure(lab.run("dlg_end", "{\"callid\":\"" + LabNode.STUCK_9H + "\"}"));
      assertThat(failure.mayHaveRun()).isTrue();
      assertThat(lab.node().received("dlg_end_dlg")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aVariableIsSetAndReadBack(Version version) {
    try (Lab lab = Lab.of(version)) {
      String arguments =
          "{\"callid\":\"" + LabNode.STUCK_9H + "\",\"var_name\":\"trunk\",\"var_value\":\"B\"}";
      JsonObject result = lab.object("dlg_push_var", arguments);
      assertThat(text(result, "var_value")).isEqualTo("B");
      JsonObject got = lab.object("dlg_get", "{\"callid\":\"" + LabNode.STUCK_9H + "\"}");
      assertThat(text(got.getAsJsonObject("variables"), "trunk")).isEqualTo("B");
      Plan.Ready plan = (Plan.Ready) lab.ports().plan(AllTools.live("dlg_push_var"), arguments);
      assertThat(plan.undo()).contains("B");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void profilesAreCountedAsAWholeByValueAndByCall(Version version) {
    try (Lab lab = Lab.of(version)) {
      assertThat(lab.rows("dlg_get_profiles", "{}"))
          .extracting(row -> text(row, "profile"))
          .contains("inbound", "caller");
      assertThat(lab.rows("dlg_get_profiles", "{\"profile\":\"caller\"}"))
          .isNotEmpty()
          .allMatch(row -> row.has("value") && row.has("calls"));
      assertThat(lab.rows("dlg_get_profiles", "{\"profile\":\"caller\",\"list\":true,\"limit\":2}"))
          .hasSizeLessThanOrEqualTo(2)
          .allMatch(row -> row.has("dialog_id"));
    }
  }

  @Test
  void aProfileThatDoesNotExistIsSaidSoWithTheNearest() {
    try (Lab lab = Lab.of(Version.V3_6)) {
      Outcome.Failure failure =
          Outcomes.failure(lab.run("dlg_get_profiles", "{\"profile\":\"callr\"}"));
      assertThat(failure.code()).isEqualTo("PROFILE_NOT_FOUND");
      assertThat(failure.nextStep()).contains("caller");
    }
  }

  @Test
  void everyDialogToolFailsPlainlyOnANodeThatDoesNotAnswer() {
    for (String name :
        List.of("dlg_list", "dlg_get", "dlg_end", "dlg_push_var", "dlg_get_profiles")) {
      String arguments =
          name.equals("dlg_get_profiles") || name.equals("dlg_list")
              ? "{}"
              : "{\"callid\":\"x\",\"var_name\":\"a\",\"var_value\":\"b\"}";
      try (NodePorts ports = NodePorts.nowhere()) {
        assertThat(Outcomes.failure(ports.run(AllTools.live(name), arguments)).code())
            .as(name)
            .isEqualTo("MI_UNREACHABLE");
      }
    }
  }

  private static String tags(String callid, String from, String to) {
    return "{\"callid\":\"%s\",\"from_tag\":\"%s\",\"to_tag\":\"%s\"}".formatted(callid, from, to);
  }
}
