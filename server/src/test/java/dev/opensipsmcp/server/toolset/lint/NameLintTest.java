package dev.opensipsmcp.server.toolset.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names, titles and the surface that they make together. */
class NameLintTest {
  private static final Set<String> VERBS =
      Set.of(
          "activate",
          "add",
          "answer",
          "apply",
          "audit",
          "backup",
          "ban",
          "bridge",
          "broadcast",
          "build",
          "call",
          "cancel",
          "check",
          "clean",
          "clear",
          "close",
          "compare",
          "compose",
          "correlate",
          "count",
          "create",
          "deactivate",
          "decode",
          "delete",
          "describe",
          "diagnose",
          "diff",
          "disable",
          "dispatch",
          "drain",
          "dump",
          "enable",
          "end",
          "exchange",
          "execute",
          "explain",
          "export",
          "expose",
          "fetch",
          "flush",
          "force",
          "fork",
          "format",
          "generate",
          "get",
          "hold",
          "inject",
          "insert",
          "lint",
          "list",
          "load",
          "login",
          "lookup",
          "migrate",
          "normalize",
          "parse",
          "ping",
          "plan",
          "preprocess",
          "probe",
          "promote",
          "prune",
          "publish",
          "push",
          "query",
          "raise",
          "read",
          "record",
          "refresh",
          "release",
          "reload",
          "remove",
          "rename",
          "replace",
          "reply",
          "reset",
          "resize",
          "restore",
          "resume",
          "revert",
          "rollback",
          "rotate",
          "run",
          "save",
          "search",
          "send",
          "set",
          "show",
          "start",
          "stop",
          "store",
          "subscribe",
          "suggest",
          "sync",
          "teardown",
          "terminate",
          "test",
          "transfer",
          "translate",
          "trigger",
          "tune",
          "unban",
          "unblock",
          "unhold",
          "unsubscribe",
          "update",
          "upsert",
          "validate",
          "wait",
          "watch",
          "write");

  /** Names that prompts written for the earlier server use, with the verb that they lack. */
  private static final Map<String, String> KEPT =
      Map.ofEntries(
          Map.entry("opensips_version", "get"),
          Map.entry("presence_cleanup", "clean"),
          Map.entry("event_subscriptions", "list"),
          Map.entry("whoami", "tell"),
          Map.entry("diagnose", "diagnose"),
          Map.entry("dlg_summary", "count"),
          Map.entry("registrar_stats", "get"),
          Map.entry("registration_summary", "count"),
          Map.entry("presence_summary", "count"),
          Map.entry("cc_agent_login", "log"),
          Map.entry("cc_status", "tell"),
          Map.entry("cluster_status", "list"),
          Map.entry("cluster_topology", "list"),
          Map.entry("ratelimit_status", "list"),
          Map.entry("module_scaffold", "create"),
          Map.entry("module_compile", "build"),
          Map.entry("docker_status", "list"),
          Map.entry("docker_logs", "read"),
          Map.entry("docker_restart", "restart"),
          Map.entry("docker_deploy_scenario", "describe"),
          Map.entry("cfg_outline", "outline"),
          Map.entry("cfg_flow", "show"),
          Map.entry("cfg_migrate_plan", "plan"),
          Map.entry("call_ladder", "draw"),
          Map.entry("bench_quick_invite", "run"),
          Map.entry("bench_quick_register", "run"),
          Map.entry("bench_summary", "list"),
          Map.entry("sipp_load_test", "run"),
          Map.entry("homer_health", "check"),
          Map.entry("homer_stats", "count"),
          Map.entry("cdr_audit", "check"),
          Map.entry("cdr_summary", "count"),
          Map.entry("perf_hotspots", "find"),
          Map.entry("perf_memory_report", "report"),
          Map.entry("perf_process_breakdown", "count"),
          Map.entry("sl_stats", "count"),
          Map.entry("snapshot_capture", "capture"),
          Map.entry("ecosystem_health", "check"),
          Map.entry("ecosystem_overview", "show"),
          Map.entry("opensips_cp_status", "check"));

  @Test
  void everyNameIsLowerSnakeCaseWithAVerb() {
    for (Tool tool : AllTools.tools()) {
      if (!KEPT.containsKey(tool.name())) {
        assertThat(tool.name()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)+").hasSizeLessThanOrEqualTo(64);
        assertThat(words(tool))
            .as("%s needs a verb out of %s", tool.name(), VERBS)
            .anyMatch(VERBS::contains);
      }
    }
  }

  @Test
  void namesAndAliasesAreUnique() {
    List<String> all = new ArrayList<>();
    for (Tool tool : AllTools.tools()) {
      all.add(tool.name());
      all.addAll(tool.aliases());
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void noTwoNamesDifferByNumberOnly() {
    Set<String> singular = new HashSet<>();
    for (Tool tool : AllTools.tools()) {
      assertThat(singular.add(tool.name().replaceAll("s$", "")))
          .as("another tool is called almost %s", tool.name())
          .isTrue();
    }
  }

  @Test
  void everyToolIsInTheToolsetThatItNamesSortedByName() {
    for (Toolset toolset : AllTools.toolsets()) {
      assertThat(toolset.tools())
          .isSortedAccordingTo(Comparator.comparing(Tool::name))
          .allSatisfy(tool -> assertThat(tool.toolset()).isEqualTo(toolset.name()));
    }
  }

  @Test
  void everyTitleSaysMoreThanTheName() {
    for (Tool tool : AllTools.tools()) {
      assertThat(tool.title())
          .isNotBlank()
          .hasSizeLessThanOrEqualTo(40)
          .isNotEqualToIgnoringCase(tool.name());
    }
  }

  @Test
  void theFirstWordIsTheVerbOfTheName() {
    for (Tool tool : AllTools.tools()) {
      String first = tool.description().what().split(" ", 2)[0].toLowerCase(Locale.ROOT);
      List<String> verbs =
          KEPT.containsKey(tool.name()) ? List.of(KEPT.get(tool.name())) : words(tool);
      assertThat(verbs).as(tool.name()).contains(first);
    }
  }

  private static List<String> words(Tool tool) {
    return List.of(tool.name().split("_", -1));
  }
}
