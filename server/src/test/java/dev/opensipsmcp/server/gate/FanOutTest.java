package dev.opensipsmcp.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.policy.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One call on several nodes: reads ask all of them at once, changes are about one. */
@Timeout(60)
class FanOutTest {
  @TempDir Path directory;

  private final FakeNode edge1 = new FakeNode();
  private final FakeNode edge2 = new FakeNode();
  private final FakeNode core = new FakeNode();
  private World world = new World(Path.of("."));

  @BeforeEach
  void threeNodes() {
    world =
        new World(
            directory,
            List.of(
                new Instance("edge-1", edge1, Optional.of(1), List.of("edge"), Optional.empty()),
                new Instance("edge-2", edge2, Optional.of(1), List.of("edge", "new"), cap()),
                new Instance("core", core, Optional.of(2), List.of(), Optional.empty())));
  }

  private static Optional<Role> cap() {
    return Optional.of(Role.VIEWER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'all'|edge-1 edge-2 core",
        "'edge-1,core'|edge-1 core",
        "'core , edge-1'|core edge-1",
        "'core,core'|core",
        "['core','edge-1']|core edge-1",
        "['core']|core",
        "'tag:edge'|edge-1 edge-2",
        "'tag:new,edge-1'|edge-2 edge-1",
        "'cluster:2'|core",
        "'cluster:1,core'|edge-1 edge-2 core",
      })
  void aReadAsksEveryNodeThatIsMeantOnce(String instance, String meant) {
    JsonObject envelope = envelope("{'instance':" + instance + "}");

    assertThat(names(envelope)).containsExactly(meant.split(" "));
    assertThat(envelope.has("data")).isFalse();
    assertThat(List.of(edge1, edge2, core))
        .allSatisfy(node -> assertThat(node.requests).hasSizeLessThanOrEqualTo(1));
    for (JsonElement row : envelope.getAsJsonArray("nodes")) {
      assertThat(row.getAsJsonObject().get("ok").getAsBoolean()).isTrue();
      assertThat(row.getAsJsonObject().get("version").getAsString()).contains("3.6.8");
      assertThat(row.getAsJsonObject().getAsJsonObject("data").get("state").getAsString())
          .isEqualTo("confirmed");
    }
  }

  @Test
  void oneNodeNamedAsOneAnswersAsEver() {
    JsonObject envelope = envelope("{'instance':'core'}");
    assertThat(envelope.has("nodes")).isFalse();
    assertThat(envelope.getAsJsonObject("source").get("instance").getAsString()).isEqualTo("core");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'core,nowhere'", "'tag:none'", "'cluster:3'", "','", "['core','x']"})
  void whatNamesNothingIsSaidWithWhatThereIs(String instance) {
    GateReply.Failed failed =
        world.failed(Role.VIEWER, "call_list", "{'instance':" + instance + "}");
    assertThat(failed.code()).isEqualTo("UNKNOWN_INSTANCE");
    assertThat(failed.nextStep())
        .contains("edge-1", "edge-2", "core", "tag:edge", "tag:new", "cluster:1", "all");
    assertThat(core.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "['core',1]", "[]", "{'name':'core'}"})
  void whatIsNoNameIsAnInvalidArgument(String instance) {
    assertThat(world.failed(Role.VIEWER, "call_list", "{'instance':" + instance + "}").code())
        .isEqualTo("INVALID_ARGUMENTS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "call_tag|{'instance':'edge-1,core'}",
        "call_tag|{'instance':['core']}",
        "call_tag|{'instance':'cluster:2'}",
        "call_end|{'instance':'all','dry_run':true}",
        "mi_run|{'instance':'tag:edge','command':'dlg_list'}",
        "tool_call|{'name':'call_tag','arguments':{'instance':'all'}}",
      })
  void aChangeNamesExactlyOne(String tool, String arguments) throws IOException {
    GateReply.Failed failed = world.failed(Role.ADMIN, tool, arguments);
    assertThat(failed.code()).isEqualTo("INVALID_ARGUMENTS");
    assertThat(failed.cause()).contains("one node at a time");
    assertThat(failed.nextStep()).startsWith("Name exactly one node: ");
    assertThat(List.of(edge1, edge2, core)).allSatisfy(node -> assertThat(node.requests).isEmpty());
    assertThat(world.events()).containsExactly("denied INVALID_ARGUMENTS");
  }

  @Test
  void aReadThroughTheProxyFansOutToo() {
    GateReply.Done done =
        (GateReply.Done)
            world.call(
                Role.VIEWER, "tool_call", "{'name':'call_list','arguments':{'instance':'all'}}");
    assertThat(names(done.envelope())).containsExactly("edge-1", "edge-2", "core");
  }

  @Test
  void aNodeThatFailsHasAnErrorOfItsOwn() throws IOException {
    edge2.unreachable =
        Optional.of(new MiError.Unreachable("No secret=CANARYconfigured answers.", "Look there."));
    JsonObject envelope = envelope("{'instance':'all'}");

    assertThat(names(envelope)).containsExactly("edge-1", "edge-2", "core");
    JsonObject row = envelope.getAsJsonArray("nodes").get(1).getAsJsonObject();
    assertThat(row.get("ok").getAsBoolean()).isFalse();
    assertThat(row.getAsJsonObject("error").get("code").getAsString()).isEqualTo("MI_UNREACHABLE");
    assertThat(row.getAsJsonObject("error").get("next_step").getAsString())
        .isEqualTo("Look there.");
    assertThat(envelope.toString()).doesNotContain("CANARYconfigured");
    assertThat(envelope.getAsJsonArray("warnings").get(0).getAsString())
        .isEqualTo("1 of 3 nodes gave no result: edge-2");
    assertThat(world.events())
        .containsExactlyInAnyOrder("read OK", "read OK", "read MI_UNREACHABLE");
    assertThat(world.trail())
        .extracting(event -> event.get("instance").getAsString())
        .containsExactlyInAnyOrder("edge-1", "edge-2", "core");
    assertThat(world.trail())
        .extracting(event -> event.get("id").getAsString())
        .containsOnly(world.trail().getFirst().get("id").getAsString());
  }

  @Test
  void theNodesAreAskedAtTheSameTime() {
    CountDownLatch all = new CountDownLatch(3);
    for (FakeNode node : List.of(edge1, edge2, core)) {
      node.whenAsked =
          () -> {
            all.countDown();
            assertThat(await(all)).isTrue();
          };
    }
    assertThat(envelope("{'instance':'all'}").getAsJsonArray("warnings")).isEmpty();
  }

  @Test
  void anAdminIsAViewerOnANodeThatLetsNobodyDoMore() throws IOException {
    for (String arguments :
        List.of("{'instance':'edge-2'}", "{'instance':'edge-2','dry_run':true}")) {
      GateReply.Failed failed = world.failed(Role.ADMIN, "call_tag", arguments);
      assertThat(failed.code()).isEqualTo("INSTANCE_LIMITED");
      assertThat(failed.cause()).contains("edge-2", "viewer", "mi.write");
    }
    assertThat(
            world
                .failed(Role.ADMIN, "mi_run", "{'instance':'edge-2','command':'dlg_end_dlg'}")
                .code())
        .isEqualTo("INSTANCE_LIMITED");
    assertThat(edge2.writes()).isEmpty();
    assertThat(world.events())
        .containsExactly(
            "denied INSTANCE_LIMITED", "denied INSTANCE_LIMITED", "denied INSTANCE_LIMITED");

    assertThat(world.call(Role.ADMIN, "call_tag", "{'instance':'edge-1'}"))
        .isInstanceOf(GateReply.Done.class);
    assertThat(world.call(Role.ADMIN, "mi_run", "{'instance':'edge-2','command':'dlg_list'}"))
        .isInstanceOf(GateReply.Done.class);
  }

  @Test
  void aChangeIsTakenBackOnItsOwnNodeAndNotPastACapThatCameSince() {
    GateReply.Done done =
        (GateReply.Done)
            world.call(Role.OPERATOR, "call_mark", "{'instance':'core','state':'marked'}");
    String revert = "{'change_id':'" + done.envelope().get("change_id").getAsString() + "'}";

    World capped =
        new World(
            directory,
            List.of(
                new Instance("edge-1", edge1),
                new Instance("core", core, Optional.empty(), List.of(), cap())));
    assertThat(capped.failed(Role.ADMIN, "change_revert", revert).code())
        .isEqualTo("INSTANCE_LIMITED");
    assertThat(core.state).isEqualTo("marked");

    assertThat(world.call(Role.OPERATOR, "change_revert", revert))
        .isInstanceOf(GateReply.Done.class);
    assertThat(core.state).isEqualTo("confirmed");
    assertThat(edge1.requests).isEmpty();
  }

  @Test
  void aCapNeverGivesWhatTheRoleLacks() {
    assertThat(world.failed(Role.VIEWER, "call_tag", "{'instance':'edge-2'}").code())
        .isEqualTo("SCOPE_MISSING");
    assertThat(world.failed(Role.VIEWER, "call_tag", "{'instance':'edge-1'}").code())
        .isEqualTo("SCOPE_MISSING");
  }

  @Test
  void allNodesShareTheSizeOfAResult() {
    for (FakeNode node : List.of(edge1, edge2, core)) {
      node.state = "x".repeat(50_000);
    }
    JsonObject envelope = envelope("{'instance':'all'}");
    assertThat(envelope.toString().length()).isBetween(15_000, 20_000);
    assertThat(envelope.get("truncated").getAsBoolean()).isTrue();
    for (JsonElement row : envelope.getAsJsonArray("nodes")) {
      assertThat(row.getAsJsonObject().get("truncated").getAsBoolean()).isTrue();
      assertThat(row.getAsJsonObject().getAsJsonArray("warnings")).isNotEmpty();
    }
  }

  @Test
  void moreNodesThanAResultHoldsAreRefusedWithHowManyItHolds() throws IOException {
    List<Instance> many = new ArrayList<>();
    IntStream.range(0, 40).forEach(i -> many.add(new Instance("n" + i, edge1)));
    World wide = new World(directory, many);
    GateReply.Failed failed = wide.failed(Role.VIEWER, "call_list", "{'instance':'all'}");
    assertThat(failed.code()).isEqualTo("INVALID_ARGUMENTS");
    assertThat(failed.nextStep()).contains("at most 18");
    assertThat(wide.events()).containsExactly("denied INVALID_ARGUMENTS");
    assertThat(wide.trail().getFirst().get("instance").getAsString()).startsWith("n0,n1,n2,");

    String most = String.join(",", many.subList(0, 18).stream().map(Instance::name).toList());
    edge1.unreachable = Optional.of(new MiError.Unreachable("c".repeat(3_000), "n".repeat(3_000)));
    GateReply.Done done =
        (GateReply.Done) wide.call(Role.VIEWER, "call_list", "{'instance':'" + most + "'}");
    assertThat(done.envelope().toString().length()).isLessThanOrEqualTo(20_000);
  }

  @Test
  void aWithdrawnCallEndsOnEveryNode() throws InterruptedException {
    List<GateReply> replies = new ArrayList<>();
    CountDownLatch asked = new CountDownLatch(3);
    for (FakeNode node : List.of(edge1, edge2, core)) {
      node.whenAsked =
          () -> {
            asked.countDown();
            await(new CountDownLatch(1));
          };
    }
    Thread caller =
        Thread.ofVirtual()
            .start(() -> replies.add(world.call(Role.VIEWER, "call_list", "{'instance':'all'}")));
    assertThat(await(asked)).isTrue();
    caller.interrupt();
    caller.join();
    JsonObject envelope = ((GateReply.Done) replies.getFirst()).envelope();
    for (JsonElement row : envelope.getAsJsonArray("nodes")) {
      assertThat(row.getAsJsonObject().getAsJsonObject("error").get("code").getAsString())
          .isEqualTo("CANCELLED");
    }
  }

  private JsonObject envelope(String arguments) {
    return ((GateReply.Done) world.call(Role.VIEWER, "call_list", arguments)).envelope();
  }

  private static List<String> names(JsonObject envelope) {
    return envelope.getAsJsonArray("nodes").asList().stream()
        .map(row -> row.getAsJsonObject().get("instance").getAsString())
        .toList();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
