package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.lab.LabNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change whose end nobody saw is never repeated and never forgotten. */
class InterruptedChangeTest {
  private static final String END = "dlg_end_dlg";

  @TempDir Path folder;

  @Test
  void a_node_that_falls_silent_in_a_change_leaves_the_outcome_unknown() throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      node.faults().always(END, new Fault.Silence(false));

      Product.Run run = allowed(node).run("", "call", "dlg_end", "callid=" + LabNode.STUCK_9H);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("OUTCOME_UNKNOWN");
      assertThat(node.received(END)).isEqualTo(1);
      assertThat(trail()).contains("OUTCOME_UNKNOWN");
    }
  }

  @Test
  void a_change_whose_answer_was_lost_is_proven_by_reading_and_not_repeated() throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      node.faults().always(END, new Fault.Silence(true));

      Product.Run run = allowed(node).run("", "call", "dlg_end", "callid=" + LabNode.STUCK_9H);

      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.err()).contains("did not confirm");
      assertThat(node.received(END)).isEqualTo(1);
    }
  }

  @Test
  void a_program_that_dies_in_a_change_reports_it_at_its_next_start() throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      node.faults().always(END, new Fault.Slow(Duration.ofSeconds(30)));
      Process dying = allowed(node).start("call", "dlg_end", "callid=" + LabNode.STUCK_9H);
      awaitIntent();
      dying.destroyForcibly().waitFor();

      Product.Run next = new Product(folder).run("", "serve");

      assertThat(next.err()).contains("interrupted", "dlg_end");
      assertThat(trail()).contains("\"event\":\"recovered\"");
      assertThat(new Product(folder).run("", "audit", "verify").status()).isZero();
    }
  }

  @Test
  void without_a_place_for_the_trail_nothing_is_changed() throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      Path blocked = Files.writeString(folder.resolve("state"), "a file where a folder should be");

      Product.Run run = allowed(node).run("", "call", "dlg_end", "callid=" + LabNode.STUCK_9H);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("AUDIT_UNAVAILABLE");
      assertThat(node.received(END)).isZero();
      assertThat(blocked).isRegularFile();
    }
  }

  private Product allowed(LabNode node) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("config.yaml"),
            """
            role: operator
            policy:
              - role: operator
                toolset: dialog
                decision: allow
            instances:
              - name: lab
                mi: %s
                read_timeout_ms: 3000
            """
                .formatted(node.miUrl()));
    return new Product(folder).with("OPENSIPS_MCP_CONFIG", config.toString());
  }

  private String trail() throws Exception {
    return Files.readString(folder.resolve("state").resolve("audit.jsonl"));
  }

  private void awaitIntent() throws Exception {
    Path trail = folder.resolve("state").resolve("audit.jsonl");
    for (int i = 0; i < 200; i++) {
      if (Files.exists(trail) && Files.readString(trail).contains("\"event\":\"intent\"")) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("The change never began");
  }
}
