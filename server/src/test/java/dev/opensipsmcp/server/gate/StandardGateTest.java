package dev.opensipsmcp.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.server.audit.AuditVerdict;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.policy.Rule;
import dev.opensipsmcp.server.policy.Verdict;
import dev.opensipsmcp.server.ratelimit.Rate;
import dev.opensipsmcp.server.tool.Rights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardGateTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call_end|{'dialog_id':'1'}",
        "call_end|{'dry_run':true}",
        "call_kill|{}",
        "Call_End|{}",
        "CALL_END|{}",
        "call_tag|{}",
        "call_peek|{}",
        "tool_call|{'name':'call_end'}",
        "tool_call|{'name':'call_kill','arguments':{'dialog_id':'1'}}",
        "tool_call|{'name':'tool_call','arguments':{'name':'call_end'}}",
        "tool_call|{'name':'mi_run','arguments':{'command':'dlg_end_dlg'}}",
        "mi_run|{'command':'dlg_end_dlg'}",
        "mi_run|{'command':'lb_status','params':{'status':1}}",
        "mi_run|{'command':'no_such_command'}",
        "call_end|{'approved':true}",
        "call_end|{'approval_id':'abcdefgh'}",
        "call_end|{'role':'admin'}"
      })
  void a_viewer_changes_nothing_by_any_route(String tool, String arguments) {
    World world = new World(directory);
    GateReply reply = world.call(Role.VIEWER, new FakeChannel(true), tool, arguments);
    assertThat(reply).isInstanceOfAny(GateReply.Failed.class, GateReply.NoSuchTool.class);
    assertThat(world.node.writes()).isEmpty();
    assertThat(world.node.requests)
        .allSatisfy(request -> assertThat(request.command()).isNotEqualTo("dlg_end_dlg"));
  }

  @Test
  void a_viewer_runs_a_command_that_reads_and_sets_as_long_as_it_only_reads() {
    World world = new World(directory);
    assertThat(world.call(Role.VIEWER, "mi_run", "{'command':'lb_status'}"))
        .isInstanceOf(GateReply.Done.class);
    assertThat(
            world
                .failed(Role.VIEWER, "mi_run", "{'command':'lb_status','params':{'status':1}}")
                .code())
        .isEqualTo("SCOPE_MISSING");
  }

  @Test
  void a_read_tells_where_it_comes_from_and_leaves_one_line() throws IOException {
    World world = new World(directory);
    GateReply.Done done = (GateReply.Done) world.call(Role.VIEWER, "call_list", "{}");
    JsonObject source = done.envelope().getAsJsonObject("source");
    assertThat(source.get("instance").getAsString()).isEqualTo("lab");
    assertThat(source.get("version").getAsString()).contains("3.6.8");
    assertThat(world.events()).containsExactly("read OK");
  }

  @Test
  void the_named_instance_is_the_one_that_is_asked() {
    World world = new World(directory);
    world.call(Role.VIEWER, "call_list", "{'instance':'edge'}");
    assertThat(world.node.requests).isEmpty();
    assertThat(world.other.requests).hasSize(1);
    assertThat(world.failed(Role.VIEWER, "call_list", "{'instance':'nowhere'}"))
        .satisfies(failed -> assertThat(failed.code()).isEqualTo("UNKNOWN_INSTANCE"))
        .satisfies(failed -> assertThat(failed.nextStep()).contains("lab", "edge"));
  }

  @Test
  void a_reversible_change_runs_with_its_intent_before_and_its_outcome_after() throws IOException {
    World world = new World(directory);
    assertThat(world.call(Role.OPERATOR, "call_tag", "{}")).isInstanceOf(GateReply.Done.class);
    assertThat(world.node.writes()).extracting(MiRequest::command).containsExactly("dlg_push_var");
    assertThat(world.events()).containsExactly("intent", "outcome OK");
    assertThat(world.audit.verify()).isInstanceOf(AuditVerdict.Intact.class);
  }

  @Test
  void a_dry_run_shows_the_plan_and_changes_nothing() throws IOException {
    World world = new World(directory);
    GateReply.Done done =
        (GateReply.Done) world.call(Role.OPERATOR, "call_end", "{'dry_run':true}");
    assertThat(done.envelope().getAsJsonObject("data").keySet())
        .containsExactly("summary", "target", "shown", "effects", "undo");
    assertThat(world.node.writes()).isEmpty();
    assertThat(world.events()).containsExactly("plan OK");
    assertThat(world.approvals.pending()).isEmpty();
  }

  @Test
  void without_a_person_on_the_channel_a_disruptive_change_waits_for_one_outside()
      throws IOException {
    World world = new World(directory);
    GateReply.Failed asked = world.failed(Role.OPERATOR, "call_end", "{'dialog_id':'1'}");
    String id = world.approvals.pending().getFirst().id();
    assertThat(asked.code()).isEqualTo("APPROVAL_REQUIRED");
    assertThat(asked.nextStep()).contains("opensips-mcp approve " + id);
    world.approvals.approve(id, "root");
    assertThat(world.call(Role.OPERATOR, "call_end", "{'dialog_id':'2'}"))
        .as("an approval is for its arguments only")
        .isInstanceOf(GateReply.Failed.class);
    assertThat(world.call(Role.ENGINEER, "call_end", "{'dialog_id':'1'}"))
        .as("an approval is for its caller only")
        .isInstanceOf(GateReply.Failed.class);
    assertThat(world.call(Role.OPERATOR, "call_end", "{'dialog_id':'1','instance':'edge'}"))
        .as("an approval is for its instance only")
        .isInstanceOf(GateReply.Failed.class);
    assertThat(world.node.writes()).isEmpty();
    assertThat(world.call(Role.OPERATOR, "call_kill", "{'dialog_id':'1'}"))
        .as("an alias is the same tool")
        .isInstanceOf(GateReply.Done.class);
    assertThat(world.node.writes()).hasSize(1);
    assertThat(world.failed(Role.OPERATOR, "call_end", "{'dialog_id':'1'}").code())
        .as("an approval works once")
        .isEqualTo("APPROVAL_REQUIRED");
    assertThat(world.trail().stream().filter(e -> e.get("event").getAsString().equals("intent")))
        .singleElement()
        .satisfies(e -> assertThat(e.toString()).contains(id, "root"));
  }

  @Test
  void a_person_on_the_channel_is_asked_and_the_same_call_then_runs_once() {
    World world = new World(directory);
    FakeChannel channel = new FakeChannel(true);
    GateReply.AskPerson asked =
        (GateReply.AskPerson) world.call(Role.OPERATOR, channel, "call_end", "{}");
    assertThat(asked.question()).contains("End the call", "lab", "BYE", "Nothing can");
    assertThat(world.node.writes()).isEmpty();
    channel.answers.put(asked.approvalId(), Channel.Answer.APPROVED);
    assertThat(world.call(Role.OPERATOR, channel, "call_end", "{}"))
        .isInstanceOf(GateReply.Done.class);
    assertThat(world.call(Role.OPERATOR, channel, "call_end", "{}"))
        .as("a replayed answer counts for nothing")
        .isInstanceOfSatisfying(
            GateReply.AskPerson.class,
            again -> assertThat(again.approvalId()).isNotEqualTo(asked.approvalId()));
    assertThat(world.node.writes()).hasSize(1);
  }

  @Test
  void an_answer_to_one_question_is_none_to_another() {
    World world = new World(directory);
    FakeChannel channel = new FakeChannel(true);
    GateReply.AskPerson first =
        (GateReply.AskPerson) world.call(Role.OPERATOR, channel, "call_end", "{'dialog_id':'1'}");
    channel.answers.put(first.approvalId(), Channel.Answer.APPROVED);
    channel.answers.put("forged00", Channel.Answer.APPROVED);
    assertThat(world.call(Role.OPERATOR, channel, "call_end", "{'dialog_id':'2'}"))
        .isInstanceOf(GateReply.AskPerson.class);
    assertThat(world.node.writes()).isEmpty();
  }

  @Test
  void who_was_declined_is_not_asked_again() {
    World world = new World(directory);
    FakeChannel channel = new FakeChannel(true);
    GateReply.AskPerson asked =
        (GateReply.AskPerson) world.call(Role.OPERATOR, channel, "call_end", "{}");
    channel.answers.put(asked.approvalId(), Channel.Answer.DECLINED);
    for (int i = 0; i < 2; i++) {
      assertThat(world.call(Role.OPERATOR, channel, "call_end", "{}"))
          .isInstanceOfSatisfying(
              GateReply.Failed.class,
              failed -> assertThat(failed.code()).isEqualTo("APPROVAL_DECLINED"));
    }
    assertThat(world.node.writes()).isEmpty();
  }

  @Test
  void an_approval_is_void_once_the_target_changed() throws IOException {
    World world = new World(directory);
    world.call(Role.OPERATOR, "call_end", "{}");
    world.approvals.approve(world.approvals.pending().getFirst().id(), "root");
    world.node.state = "deleted";
    assertThat(world.failed(Role.OPERATOR, "call_end", "{}").code()).isEqualTo("PLAN_CHANGED");
    assertThat(world.failed(Role.OPERATOR, "call_end", "{}").code()).isEqualTo("APPROVAL_REQUIRED");
    assertThat(world.node.writes()).isEmpty();
  }

  @Test
  void too_many_open_questions_are_refused() {
    World world = new World(directory);
    for (int i = 1; i <= 4; i++) {
      world.call(Role.OPERATOR, "call_end", "{'dialog_id':'" + i + "'}");
    }
    assertThat(world.failed(Role.OPERATOR, "call_end", "{'dialog_id':'5'}").code())
        .isEqualTo("TOO_MANY_APPROVALS");
  }

  @Test
  void where_nobody_can_be_asked_because_approvals_can_not_be_stored_the_answer_is_no()
      throws IOException {
    Files.writeString(directory.resolve("approvals"), "in the way");
    World world = new World(directory);
    assertThat(world.call(Role.ADMIN, new FakeChannel(true), "call_end", "{}"))
        .isInstanceOfSatisfying(
            GateReply.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo("APPROVAL_UNAVAILABLE"));
    assertThat(world.node.writes()).isEmpty();
  }

  @Test
  void a_change_whose_intent_can_not_be_written_does_not_run() throws IOException {
    Files.createDirectory(directory.resolve("audit.jsonl"));
    World world = new World(directory);
    assertThat(world.failed(Role.OPERATOR, "call_tag", "{}").code()).isEqualTo("AUDIT_UNAVAILABLE");
    assertThat(world.node.writes()).isEmpty();
    assertThat(world.call(Role.VIEWER, "call_list", "{}"))
        .as("a read still answers, and says so")
        .isInstanceOfSatisfying(
            GateReply.Done.class,
            done -> assertThat(done.envelope().toString()).contains("audit trail"));
  }

  @Test
  void a_write_that_got_no_answer_is_reported_as_unknown_and_sent_once() throws IOException {
    World world = new World(directory);
    world.node.writesStall = true;
    GateReply.Failed failed = world.failed(Role.OPERATOR, "call_tag", "{}");
    assertThat(failed.code()).isEqualTo("OUTCOME_UNKNOWN");
    assertThat(failed.nextStep()).contains("dlg_list");
    assertThat(world.node.writes()).hasSize(1);
    assertThat(world.events()).containsExactly("intent", "outcome OUTCOME_UNKNOWN");
  }

  @Test
  void a_tool_can_not_send_more_than_its_call_passed_the_gate_for() {
    World world = new World(directory);
    assertThat(world.failed(Role.ADMIN, "call_sneak", "{}").cause()).contains("disruptive");
    assertThat(world.node.writes()).isEmpty();
  }

  @Test
  void planted_secrets_reach_no_result_plan_error_log_or_audit_line() throws IOException {
    World world = new World(directory);
    FakeChannel channel = new FakeChannel(true);
    String secrets = "{'password':'CANARYargument','dialog_id':'CANARYconfigured'";
    StringBuilder out = new StringBuilder();
    out.append(world.call(Role.ADMIN, channel, "call_list", secrets + "}"));
    out.append(world.call(Role.ADMIN, channel, "call_end", secrets + "}"));
    out.append(world.call(Role.ADMIN, channel, "call_end", secrets + ",'dry_run':true}"));
    out.append(world.call(Role.ADMIN, channel, "call_crash", secrets + "}"));
    out.append(world.call(Role.ADMIN, channel, "CANARYconfigured", "{}"));
    out.append(world.call(Role.ADMIN, channel, "call_list", "{'password':{'x':'CANARYnested'}}"));
    out.append(world.call(Role.ADMIN, channel, "call_list", "{'CANARYconfigured':1}"));
    out.append(world.incidents);
    out.append(Files.readString(directory.resolve("audit.jsonl")));
    for (Path file : Files.list(directory.resolve("approvals")).toList()) {
      out.append(Files.readString(file));
    }
    assertThat(out.toString()).doesNotContain("CANARY");
  }

  @Test
  void unknown_names_are_refused_with_the_nearest() {
    World world = new World(directory);
    assertThat(world.call(Role.VIEWER, "call_lst", "{}"))
        .isInstanceOfSatisfying(
            GateReply.NoSuchTool.class,
            unknown -> assertThat(unknown.nearest()).contains("call_list"));
    assertThat(world.failed(Role.VIEWER, "tool_call", "{'name':'call_lst'}"))
        .satisfies(failed -> assertThat(failed.code()).isEqualTo("UNKNOWN_TOOL"))
        .satisfies(failed -> assertThat(failed.nextStep()).contains("call_list"));
    assertThat(world.failed(Role.VIEWER, "call_list", "{'dialogid':'1'}"))
        .satisfies(failed -> assertThat(failed.code()).isEqualTo("INVALID_ARGUMENTS"))
        .satisfies(failed -> assertThat(failed.cause()).contains("did you mean dialog_id?"));
  }

  @Test
  void who_is_held_to_toolsets_reaches_no_other_by_any_route() {
    World world = new World(directory);
    Rights held = Role.ADMIN.rights("carol", false).heldTo(Set.of("mi"));
    for (String[] call :
        new String[][] {{"call_list", "{}"}, {"tool_call", "{'name':'call_list'}"}}) {
      assertThat(world.call(held, new FakeChannel(false), call[0], call[1]))
          .isInstanceOfSatisfying(
              GateReply.Failed.class,
              failed -> assertThat(failed.code()).isEqualTo("TOOL_NOT_ENABLED"));
    }
    assertThat(held.heldTo(Set.of("dialog", "mi")).reaches("dialog")).isFalse();
  }

  @Test
  void a_role_hides_what_it_may_not_call() {
    Catalogue catalogue = new Catalogue(FakeTools.all());
    assertThat(catalogue.visible(Role.VIEWER.rights("v", false)))
        .extracting(tool -> tool.name())
        .contains("call_list", "mi_run")
        .doesNotContain("call_end", "call_tag");
  }

  @Test
  void the_policy_can_deny_what_a_role_could_do() {
    Rule rule =
        new Rule(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("call_tag"),
            Verdict.DENY);
    World world = new World(directory, new Policy(List.of(rule)), World.UNHURRIED);
    assertThat(world.failed(Role.ADMIN, "call_tag", "{}").code()).isEqualTo("POLICY_DENIED");
    assertThat(world.failed(Role.ADMIN, "call_tag", "{'dry_run':true}").code())
        .isEqualTo("POLICY_DENIED");
  }

  @Test
  void who_calls_too_often_is_told_when_to_come_back() {
    GateSettings slow = World.UNHURRIED.withRates(new Rate(0.001, 3), new Rate(0.001, 1));
    World world = new World(directory, Policy.DEFAULT, slow);
    assertThat(world.call(Role.ADMIN, "call_tag", "{}")).isInstanceOf(GateReply.Done.class);
    assertThat(world.failed(Role.ADMIN, "call_tag", "{}").code()).isEqualTo("RATE_LIMITED");
    assertThat(world.call(Role.ADMIN, "call_list", "{}")).isInstanceOf(GateReply.Done.class);
    assertThat(world.failed(Role.ADMIN, "call_list", "{}").nextStep()).contains(" ms");
    assertThat(world.call(Role.VIEWER, "call_list", "{}")).isInstanceOf(GateReply.Done.class);
  }

  @Test
  void ten_megabytes_of_arguments_are_turned_away() {
    World world = new World(directory);
    String large = "{'dialog_id':'" + "x".repeat(10_000_000) + "'}";
    assertThat(world.failed(Role.VIEWER, "call_list", large).code())
        .isEqualTo("ARGUMENTS_TOO_LARGE");
  }

  @Test
  void a_read_that_takes_too_long_is_given_up() {
    World world =
        new World(directory, Policy.DEFAULT, World.UNHURRIED.withDeadline(Duration.ofMillis(100)));
    assertThat(world.failed(Role.VIEWER, "call_wait", "{}").code()).isEqualTo("DEADLINE_EXCEEDED");
  }

  @Test
  void a_read_that_declares_more_time_gets_it() {
    World world =
        new World(directory, Policy.DEFAULT, World.UNHURRIED.withDeadline(Duration.ofMillis(100)));
    assertThat(world.call(Role.VIEWER, new FakeChannel(false), "call_watch", "{}"))
        .isInstanceOf(GateReply.Done.class);
  }

  @Test
  void a_withdrawn_read_ends_and_stands_in_the_trail() throws IOException {
    World world = new World(directory);
    Thread.currentThread().interrupt();
    GateReply.Failed failed = world.failed(Role.VIEWER, "call_wait", "{}");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failed.code()).isEqualTo("CANCELLED");
    assertThat(world.trail().toString()).contains("call_wait").contains("CANCELLED");
  }

  @Test
  void what_a_withdrawn_read_got_so_far_is_no_answer() throws IOException {
    World world = new World(directory);
    FakeChannel channel = new FakeChannel(false);
    assertThat(world.call(Role.VIEWER, channel, "call_count", "{}"))
        .isInstanceOfSatisfying(
            GateReply.Done.class, whole -> assertThat(rows(whole)).isEqualTo(3));
    channel.whenProgress = channel::withdraw;
    assertThat(world.call(Role.VIEWER, channel, "call_count", "{}"))
        .isInstanceOfSatisfying(
            GateReply.Failed.class, failed -> assertThat(failed.code()).isEqualTo("CANCELLED"));
    assertThat(world.events()).containsExactly("read OK", "read CANCELLED");
  }

  @Test
  void a_change_that_is_withdrawn_while_it_is_planned_does_not_run() {
    World world = new World(directory);
    FakeChannel channel = new FakeChannel(false);
    channel.whenProgress = channel::withdraw;
    assertThat(world.call(Role.OPERATOR, channel, "call_tag_all", "{'dialog_id':'1'}"))
        .isInstanceOfSatisfying(
            GateReply.Failed.class, failed -> assertThat(failed.code()).isEqualTo("CANCELLED"));
    assertThat(world.node.writes()).isEmpty();
  }

  @Test
  void a_change_that_began_is_proven_by_whole_reads_though_its_caller_left() throws IOException {
    World world = new World(directory);
    FakeChannel channel = new FakeChannel(false);
    channel.whenProgress = channel::withdraw;
    assertThat(world.call(Role.OPERATOR, channel, "call_tag_all", "{}"))
        .isInstanceOfSatisfying(GateReply.Done.class, done -> assertThat(rows(done)).isEqualTo(3));
    assertThat(world.events()).containsExactly("intent", "outcome OK");
  }

  private static int rows(GateReply.Done done) {
    return done.envelope().getAsJsonArray("data").size();
  }

  @Test
  void a_fault_of_the_server_shows_a_number_and_no_trace() {
    World world = new World(directory);
    GateReply.Failed failed = world.failed(Role.VIEWER, "call_crash", "{}");
    assertThat(failed.code()).isEqualTo("INTERNAL_ERROR");
    assertThat(failed.cause()).doesNotContain("Exception", "crashed");
    assertThat(world.incidents).singleElement().asString().contains("IllegalStateException");
  }
}
