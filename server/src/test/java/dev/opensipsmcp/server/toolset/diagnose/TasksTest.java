package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import dev.opensipsmcp.server.toolset.diagnose.task.NatOfCall;
import dev.opensipsmcp.server.toolset.diagnose.task.Tasks;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.validation.ArgumentCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tasks' data hold: tools, arguments, statistics. */
class TasksTest {
  private static final Map<String, Tool> TOOLS =
      AllTools.tools().stream().collect(Collectors.toMap(Tool::name, tool -> tool));
  private static final Question FULL =
      new Question(
          new Arguments(
              Move.arguments(
                  "call_id",
                  "a@b",
                  "aor",
                  "sip:alice@example.com",
                  "number",
                  "4930",
                  "gateway",
                  "gw1",
                  "text",
                  "loadmodule \"tm.so\"",
                  "from_ts",
                  "2026-11-20T00:00:00")),
          Instant.EPOCH);

  private static List<Task> all() {
    List<Task> all = new ArrayList<>(Tasks.ALL);
    all.add(NatOfCall.TASK);
    return all;
  }

  @Test
  void everyLookIsThroughAToolThatReadsWithArgumentsThatItTakes() {
    ArgumentCheck check = new ArgumentCheck();
    for (Task task : all()) {
      for (Look look : task.looks()) {
        if (look.way().apply(FULL) instanceof Way.Tool(String name, JsonObject arguments)) {
          assertThat(TOOLS).as(task.id()).containsKey(name);
          Tool tool = TOOLS.get(name);
          assertThat(tool.work()).as(name).isInstanceOf(Work.Read.class);
          assertThat(tool.demand().risk()).as(name).isEqualTo(Risk.READ);
          assertThat(check.faults(tool, arguments)).as("%s %s", name, arguments).isEmpty();
        }
      }
    }
  }

  @Test
  void everyCallThatATaskAlwaysAdvisesIsOneThatTheToolTakes() {
    for (Task task : all()) {
      task.tools()
          .forEach(move -> {
            JsonObject json = new JsonObject();
            json.addProperty("tool", move.tool());
            json.add("arguments", move.arguments());
            json.addProperty("why", move.why());
            Moves.check(json);
          });
    }
  }

  @Test
  void theKeysOfATasksLooksAreDistinct() {
    for (Task task : all()) {
      assertThat(task.looks()).as(task.id()).extracting(Look::key).doesNotHaveDuplicates();
    }
  }

  /** What rules read; the names are held against the statistics of each version. */
  private static final Set<String> READ =
      Set.of(
          "real_used_size",
          "max_used_size",
          "total_size",
          "free_size",
          "fragments",
          "waiting_udp",
          "sql_total_queries",
          "sql_slow_queries",
          "dns_total_queries",
          "dns_slow_queries",
          "cdb_total_queries",
          "cdb_slow_queries",
          "load",
          "load1m",
          "load10m",
          "processes_number",
          "active_dialogs",
          "inuse_transactions",
          "accepted_regs",
          "rejected_regs",
          "default_expire");

  @Test
  void everyStatisticThatRulesReadIsInTheFactsOfEveryVersion() {
    for (Version version : List.of(Version.V3_4, Version.V3_5, Version.V3_6, Version.V4_0)) {
      for (String name : READ) {
        assertThat(Facts.of(version).statistics())
            .as("%s %s", version, name)
            .anyMatch(statistic -> statistic.name().equals(name));
      }
    }
  }

  @Test
  void whatTheCallerMayNotReadIsToldAndNotRead() {
    Rights few = new Rights("few", "few", Set.of(Scope.MI_READ));
    try (OnNode on = OnNode.make().as(few)) {
      String unseen = on.ask("task", "memory").getAsJsonArray("unseen").toString();
      assertThat(unseen).contains("stats.read");
      unseen = on.ask("task", "cdr_wrong").getAsJsonArray("unseen").toString();
      assertThat(unseen).contains("The caller may not call cdr_audit");
      assertThat(on.ask("task", "cdr_wrong").get("summary").getAsString())
          .startsWith("Nothing was seen that tells right from wrong");
    }
  }

  @Test
  void aNodeThatDoesNotAnswerIsToldAndNothingIsMadeUp() {
    try (OnNode on = OnNode.make()) {
      on.node().close();
      for (Task task : Tasks.ALL) {
        JsonObject json = on.ask("task", task.id());
        assertThat(json.getAsJsonArray("findings")).as(task.id()).isEmpty();
        assertThat(json.getAsJsonArray("unseen")).as(task.id()).isNotEmpty();
      }
    }
  }
}
