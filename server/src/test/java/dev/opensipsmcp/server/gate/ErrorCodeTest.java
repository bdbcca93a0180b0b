package dev.opensipsmcp.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.policy.Rule;
import dev.opensipsmcp.server.policy.Verdict;
import dev.opensipsmcp.server.ratelimit.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code of the gate is one that a caller really gets: the shortest way to each. */
class ErrorCodeTest {
  private static final String END = "call_end";
  private static final String TAG = "call_tag";
  private static final String LIST = "call_list";

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void every_code_reaches_a_caller(ErrorCode code) throws IOException {
    assertThat(provoke(code))
        .isInstanceOfSatisfying(
            GateReply.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo(code.name());
              assertThat(failed.cause()).isNotBlank();
              assertThat(failed.nextStep()).isNotBlank();
            });
  }

  private GateReply provoke(ErrorCode code) throws IOException {
    return switch (code) {
      case UNKNOWN_TOOL -> plain().call(Role.VIEWER, "tool_call", "{'name':'no_such_tool'}");
      case TOOL_GONE -> plain().call(Role.VIEWER, "tool_call", "{'name':'lcr_dump'}");
      case TOOL_NOT_ENABLED ->
          plain()
              .call(
                  Role.ADMIN.rights("carol", false).heldTo(Set.of("mi")),
                  new FakeChannel(false),
                  LIST,
                  "{}");
      case SCOPE_MISSING -> plain().call(Role.VIEWER, TAG, "{}");
      case INVALID_ARGUMENTS -> plain().call(Role.VIEWER, LIST, "{'dialog_id':1}");
      case ARGUMENTS_TOO_LARGE ->
          plain().call(Role.VIEWER, LIST, "{'dialog_id':'" + "x".repeat(10_000_000) + "'}");
      case UNKNOWN_INSTANCE -> plain().call(Role.VIEWER, LIST, "{'instance':'nowhere'}");
      case INSTANCE_LIMITED ->
          new World(
                  directory,
                  List.of(
                      new Instance(
                          "lab",
                          new FakeNode(),
                          Optional.empty(),
                          List.of(),
                          Optional.of(Role.VIEWER))))
              .call(Role.ADMIN, TAG, "{}");
      case RATE_LIMITED -> {
        GateSettings slow = World.UNHURRIED.withRates(new Rate(0.001, 1), new Rate(0.001, 1));
        yield second(new World(directory, Policy.DEFAULT, slow), Role.VIEWER, LIST);
      }
      case POLICY_DENIED ->
          new World(directory, denying(TAG), World.UNHURRIED).call(Role.ADMIN, TAG, "{}");
      case APPROVAL_REQUIRED -> plain().call(Role.OPERATOR, END, "{}");
      case APPROVAL_DECLINED -> declined(plain());
      case APPROVAL_UNAVAILABLE -> {
        Files.writeString(directory.resolve("approvals"), "in the way");
        yield plain().call(Role.OPERATOR, END, "{}");
      }
      case TOO_MANY_APPROVALS -> {
        World world = plain();
        for (int i = 1; i <= 4; i++) {
          world.call(Role.OPERATOR, END, "{'dialog_id':'" + i + "'}");
        }
        yield world.call(Role.OPERATOR, END, "{'dialog_id':'5'}");
      }
      case PLAN_CHANGED -> {
        World world = plain();
        world.call(Role.OPERATOR, END, "{}");
        world.approvals.approve(world.approvals.pending().getFirst().id(), "root");
        world.node.state = "deleted";
        yield world.call(Role.OPERATOR, END, "{}");
      }
      case TARGET_MOVED -> {
        World world = plain();
        GateReply.Done done =
            (GateReply.Done) world.call(Role.OPERATOR, "call_mark", "{'state':'marked'}");
        world.node.state = "moved";
        String id = done.envelope().get("change_id").getAsString();
        yield world.call(Role.OPERATOR, "change_revert", "{'change_id':'" + id + "'}");
      }
      case AUDIT_UNAVAILABLE -> {
        Files.createDirectory(directory.resolve("audit.jsonl"));
        yield plain().call(Role.OPERATOR, TAG, "{}");
      }
      case OUTCOME_UNKNOWN -> {
        World world = plain();
        world.node.writesStall = true;
        yield world.call(Role.OPERATOR, TAG, "{}");
      }
      case DEADLINE_EXCEEDED ->
          new World(directory, Policy.DEFAULT, World.UNHURRIED.withDeadline(Duration.ofMillis(50)))
              .call(Role.VIEWER, "call_wait", "{}");
      case CANCELLED -> {
        FakeChannel channel = new FakeChannel(false);
        channel.whenProgress = channel::withdraw;
        yield plain().call(Role.VIEWER, channel, "call_count", "{}");
      }
      case INTERNAL_ERROR -> plain().call(Role.VIEWER, "call_crash", "{}");
    };
  }

  private World plain() {
    return new World(directory);
  }

  private static GateReply second(World world, Role role, String tool) {
    assertThat(world.call(role, tool, "{}")).isInstanceOf(GateReply.Done.class);
    return world.call(role, tool, "{}");
  }

  private static GateReply declined(World world) {
    FakeChannel channel = new FakeChannel(true);
    GateReply.AskPerson asked = (GateReply.AskPerson) world.call(Role.OPERATOR, channel, END, "{}");
    channel.answers.put(asked.approvalId(), Channel.Answer.DECLINED);
    return world.call(Role.OPERATOR, channel, END, "{}");
  }

  private static Policy denying(String tool) {
    Rule rule =
        new Rule(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(tool), Verdict.DENY);
    return new Policy(List.of(rule));
  }
}
