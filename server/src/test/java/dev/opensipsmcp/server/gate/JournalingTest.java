package dev.opensipsmcp.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.journal.ChangeRecord;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.policy.Rule;
import dev.opensipsmcp.server.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change found is written down before it runs, and brings it back as long as it stands. */
class JournalingTest {
  @TempDir Path directory;

  @Test
  void a_change_is_taken_back_by_its_id() throws IOException {
    World world = new World(directory);
    String id = mark(world, "marked");
    assertThat(world.node.state).isEqualTo("marked");

    JsonObject reverted = revert(world, id);

    assertThat(world.node.state).isEqualTo("confirmed");
    ChangeRecord change = world.journal.find(id).orElseThrow();
    assertThat(change.status()).isEqualTo(ChangeRecord.Status.REVERTED);
    assertThat(change.revertedBy()).contains(reverted.get("change_id").getAsString());
    assertThat(world.events()).containsExactly("intent", "outcome OK", "intent", "outcome OK");
    assertThat(world.trail().get(2).get("reverts").getAsString()).isEqualTo(id);
  }

  @Test
  void taking_back_can_be_taken_back() {
    World world = new World(directory);
    String first = mark(world, "marked");
    String second = revert(world, first).get("change_id").getAsString();

    revert(world, second);

    assertThat(world.node.state).isEqualTo("marked");
  }

  @Test
  void a_change_is_taken_back_once() {
    World world = new World(directory);
    String id = mark(world, "marked");
    revert(world, id);

    GateReply.Failed again = failedRevert(world, Role.OPERATOR, id);

    assertThat(again.code()).isEqualTo("CHANGE_NOT_REVERTIBLE");
    assertThat(again.cause()).contains("was taken back by");
  }

  @Test
  void nothing_is_taken_back_once_the_target_has_moved_on() {
    World world = new World(directory);
    String id = mark(world, "marked");
    world.node.state = "moved by somebody";
    int sent = world.node.writes().size();

    GateReply.Failed failed = failedRevert(world, Role.OPERATOR, id);

    assertThat(failed.code()).isEqualTo("TARGET_MOVED");
    assertThat(failed.cause()).contains("moved by somebody", id);
    assertThat(world.node.writes()).hasSize(sent);
  }

  @Test
  void a_later_process_takes_back_what_an_earlier_one_changed() {
    World before = new World(directory);
    String id = mark(before, "marked");
    World after = new World(directory);
    after.node.state = "marked";

    revert(after, id);

    assertThat(after.node.state).isEqualTo("confirmed");
  }

  @Test
  void a_viewer_takes_nothing_back() {
    World world = new World(directory);
    String id = mark(world, "marked");

    assertThat(failedRevert(world, Role.VIEWER, id).code()).isEqualTo("SCOPE_MISSING");
    assertThat(world.node.state).isEqualTo("marked");
  }

  @Test
  void a_policy_about_the_undoing_tool_holds_for_taking_back() {
    String id = mark(new World(directory), "marked");
    Rule rule =
        new Rule(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("call_mark"),
            Verdict.DENY);
    World strict = new World(directory, new Policy(List.of(rule)), World.UNHURRIED);

    assertThat(failedRevert(strict, Role.ADMIN, id).code()).isEqualTo("POLICY_DENIED");
  }

  @Test
  void a_dry_run_shows_how_it_would_be_taken_back() {
    World world = new World(directory);
    String id = mark(world, "marked");

    GateReply reply =
        world.call(Role.OPERATOR, "change_revert", "{'change_id':'" + id + "','dry_run':true}");

    assertThat(reply).isInstanceOf(GateReply.Done.class);
    assertThat(world.node.state).isEqualTo("marked");
  }

  @Test
  void a_change_that_may_not_have_happened_is_not_taken_back() {
    World world = new World(directory);
    world.node.writesStall = true;
    world.call(Role.OPERATOR, "call_mark", "{'state':'marked'}");
    GateReply.Done list = (GateReply.Done) world.call(Role.OPERATOR, "change_list", "{}");
    JsonObject row = list.envelope().getAsJsonArray("data").get(0).getAsJsonObject();

    assertThat(row.get("status").getAsString()).isEqualTo("unknown");
    assertThat(failedRevert(world, Role.OPERATOR, row.get("change_id").getAsString()).code())
        .isEqualTo("CHANGE_NOT_REVERTIBLE");
  }

  @Test
  void nothing_is_changed_when_it_can_not_be_written_down() throws IOException {
    Files.createDirectory(directory.resolve("changes.jsonl"));
    World world = new World(directory);

    assertThat(world.failed(Role.OPERATOR, "call_mark", "{'state':'marked'}").code())
        .isEqualTo("AUDIT_UNAVAILABLE");
    assertThat(world.node.writes()).isEmpty();
  }

  @Test
  void a_change_whose_intent_can_not_be_written_counts_as_not_made() throws IOException {
    Files.createDirectory(directory.resolve("audit.jsonl"));
    World world = new World(directory);

    assertThat(world.failed(Role.OPERATOR, "call_mark", "{'state':'marked'}").code())
        .isEqualTo("AUDIT_UNAVAILABLE");
    assertThat(world.journal.newestFirst())
        .extracting(ChangeRecord::status)
        .containsExactly(ChangeRecord.Status.FAILED);
  }

  @Test
  void a_change_whose_caller_leaves_can_still_be_taken_back() throws IOException {
    World world = new World(directory);
    FakeChannel channel = new FakeChannel(false);
    world.node.whenWritten = channel::withdraw;
    world.call(Role.OPERATOR, channel, "call_mark", "{'state':'marked'}");

    revert(world, world.journal.newestFirst().getFirst().id());

    assertThat(world.node.state).isEqualTo("confirmed");
  }

  @Test
  void a_call_with_a_secret_is_not_written_down() throws IOException {
    World world = new World(directory);

    GateReply.Done done =
        (GateReply.Done)
            world.call(
                Role.OPERATOR, "call_mark", "{'state':'marked','password':'CANARYpassword'}");

    assertThat(done.envelope().has("change_id")).isFalse();
    assertThat(world.journal.newestFirst()).isEmpty();
  }

  @Test
  void an_unknown_id_is_told() {
    assertThat(failedRevert(new World(directory), Role.OPERATOR, "nothing").code())
        .isEqualTo("CHANGE_NOT_FOUND");
  }

  @Test
  void a_line_cut_off_by_a_crash_hides_no_other_change() throws IOException {
    World world = new World(directory);
    String id = mark(world, "marked");
    Files.writeString(
        directory.resolve("changes.jsonl"),
        "{\"kind\":\"begun\",\"id\":\"x\"",
        java.nio.file.StandardOpenOption.APPEND);

    assertThat(world.journal.newestFirst()).extracting(ChangeRecord::id).containsExactly(id);
  }

  private static String mark(World world, String state) {
    GateReply.Done done =
        (GateReply.Done) world.call(Role.OPERATOR, "call_mark", "{'state':'" + state + "'}");
    return done.envelope().get("change_id").getAsString();
  }

  private static JsonObject revert(World world, String id) {
    return ((GateReply.Done)
            world.call(Role.OPERATOR, "change_revert", "{'change_id':'" + id + "'}"))
        .envelope();
  }

  private static GateReply.Failed failedRevert(World world, Role role, String id) {
    return world.failed(role, "change_revert", "{'change_id':'" + id + "'}");
  }
}
