package dev.opensipsmcp.server.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.tool.Risk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalsTest {
  @TempDir Path directory;
  private final Hand clock = new Hand();
  private Approvals approvals;

  /** A clock that a test moves. */
  private static final class Hand extends Clock implements InstantSource {
    private Instant now = Instant.parse("2026-11-20T22:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void startEmpty() {
    AuditLog audit = new AuditLog(directory.resolve("audit.jsonl"), clock);
    approvals =
        new Approvals(directory.resolve("approvals"), Duration.ofMinutes(10), 3, audit, clock);
  }

  @Test
  void an_approval_works_once() throws IOException {
    String id = ask(call("alice", "a", "t"));
    assertThat(approvals.approve(id, "root")).isInstanceOf(Answer.Taken.class);
    assertThat(approvals.stand(call("alice", "a", "t")))
        .isInstanceOfSatisfying(
            Standing.Granted.class,
            granted -> assertThat(granted.approval().by()).isEqualTo("root"));
    assertThat(approvals.stand(call("alice", "a", "t"))).isInstanceOf(Standing.Waiting.class);
  }

  @Test
  void of_many_that_come_at_once_one_gets_it() throws Exception {
    approvals.approve(ask(call("alice", "a", "t")), "root");
    List<Callable<Standing>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tries.add(() -> approvals.stand(call("alice", "a", "t")));
    }
    int granted = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : threads.invokeAll(tries)) {
        granted += each.get() instanceof Standing.Granted ? 1 : 0;
      }
    }
    assertThat(granted).isEqualTo(1);
  }

  @Test
  void it_is_for_no_other_caller_tool_instance_or_arguments() {
    JsonObject arguments = JsonParser.parseString("{\"dialog_id\":\"1\"}").getAsJsonObject();
    JsonObject other = JsonParser.parseString("{\"dialog_id\":\"2\"}").getAsJsonObject();
    assertThat(
            List.of(
                Digests.binding("alice", "dlg_end", "lab", arguments),
                Digests.binding("bob", "dlg_end", "lab", arguments),
                Digests.binding("alice", "dlg_list", "lab", arguments),
                Digests.binding("alice", "dlg_end", "edge", arguments),
                Digests.binding("alice", "dlg_end", "lab", other)))
        .doesNotHaveDuplicates();
  }

  @Test
  void the_order_of_arguments_does_not_matter() {
    assertThat(Digests.of(JsonParser.parseString("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}")))
        .isEqualTo(Digests.of(JsonParser.parseString("{\"b\":{\"d\":3,\"c\":2},\"a\":1}")));
  }

  @Test
  void it_is_void_once_the_target_is_not_as_it_was() throws IOException {
    approvals.approve(ask(call("alice", "a", "before")), "root");
    assertThat(approvals.stand(call("alice", "a", "after"))).isInstanceOf(Standing.Changed.class);
    assertThat(approvals.stand(call("alice", "a", "before"))).isInstanceOf(Standing.Waiting.class);
  }

  @Test
  void a_question_about_a_changed_target_is_asked_anew() throws IOException {
    String id = ask(call("alice", "a", "before"));
    assertThat(ask(call("alice", "a", "after"))).isNotEqualTo(id);
    assertThat(approvals.approve(id, "root")).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void a_late_answer_does_not_count() throws IOException {
    String id = ask(call("alice", "a", "t"));
    clock.now = clock.now.plus(Duration.ofMinutes(10));
    assertThat(approvals.approve(id, "root")).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void an_approval_that_nobody_uses_lapses() throws IOException {
    approvals.approve(ask(call("alice", "a", "t")), "root");
    clock.now = clock.now.plus(Duration.ofMinutes(10));
    assertThat(approvals.stand(call("alice", "a", "t"))).isInstanceOf(Standing.Waiting.class);
  }

  @Test
  void who_was_declined_stays_declined_for_a_while() throws IOException {
    approvals.decline(ask(call("alice", "a", "t")), "root");
    assertThat(approvals.stand(call("alice", "a", "t"))).isInstanceOf(Standing.Declined.class);
    assertThat(approvals.pending()).isEmpty();
  }

  @Test
  void the_first_answer_counts() throws IOException {
    String id = ask(call("alice", "a", "t"));
    approvals.decline(id, "root");
    assertThat(approvals.approve(id, "mallory")).isInstanceOf(Answer.AlreadyAnswered.class);
    assertThat(approvals.stand(call("alice", "a", "t"))).isInstanceOf(Standing.Declined.class);
  }

  @Test
  void asking_again_is_the_same_question() throws IOException {
    assertThat(ask(call("alice", "a", "t"))).isEqualTo(ask(call("alice", "a", "t")));
    assertThat(approvals.pending()).hasSize(1);
  }

  @Test
  void nobody_can_ask_without_end() throws IOException {
    for (int i = 0; i < 3; i++) {
      ask(call("alice", "a" + i, "t"));
    }
    assertThat(approvals.stand(call("alice", "x", "t"))).isInstanceOf(Standing.TooMany.class);
    assertThat(approvals.stand(call("bob", "y", "t"))).isInstanceOf(Standing.Waiting.class);
  }

  @Test
  void ids_of_other_files_lead_nowhere() throws IOException {
    ask(call("alice", "a", "t"));
    assertThat(approvals.approve("../audit", "x")).isInstanceOf(Answer.Unknown.class);
    assertThat(approvals.show("")).isEmpty();
  }

  @Test
  void a_damaged_file_approves_nothing() throws IOException {
    String id = ask(call("alice", "a", "t"));
    approvals.approve(id, "root");
    Files.writeString(directory.resolve("approvals").resolve(id + ".json"), "{\"id\":");
    assertThat(approvals.stand(call("alice", "a", "t"))).isInstanceOf(Standing.Waiting.class);
  }

  @Test
  void only_the_owner_can_read_them() throws IOException {
    Path file = directory.resolve("approvals").resolve(ask(call("alice", "a", "t")) + ".json");
    assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
  }

  @Test
  void an_answer_that_can_not_be_audited_does_not_count() throws IOException {
    String id = ask(call("alice", "a", "t"));
    Files.delete(directory.resolve("audit.jsonl"));
    Files.createDirectory(directory.resolve("audit.jsonl"));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> approvals.approve(id, "root"));
    assertThat(approvals.show(id).orElseThrow().state()).isEqualTo(Approval.State.PENDING);
  }

  private String ask(Approval.Call call) throws IOException {
    return ((Standing.Waiting) approvals.stand(call)).approval().id();
  }

  private static Approval.Call call(String subject, String binding, String target) {
    return new Approval.Call(
        subject,
        "operator",
        "dlg_end",
        "lab",
        Risk.DISRUPTIVE,
        new JsonObject(),
        subject + binding,
        target);
  }
}
