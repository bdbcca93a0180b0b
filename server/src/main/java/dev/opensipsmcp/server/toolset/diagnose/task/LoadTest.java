package dev.opensipsmcp.server.toolset.diagnose.task;

import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import java.util.List;

/** Whether a release or configuration is as good as before, under load. */
final class LoadTest {
  static final Task TASK =
      new Task(
          "load_test",
          "Load test",
          List.of(
              "is the new release at least as good, load test it",
              "how many calls per second can the server take",
              "benchmark the configuration with SIPp",
              "stress test before go-live",
              "compare performance with the baseline",
              "how many calls per second before it fails, what is the limit of this box",
              "does the new build perform as well as before",
              "is the upgrade slower than before",
              "stress the server with traffic",
              "performance regression between releases",
              "measure capacity and compare with the last run",
              "run a benchmark"),
          List.of(
              Look.statistics(Overload.LOAD, "load before the test", "load:"),
              Look.statistics(Overload.QUEUES, "bytes that wait before the test", "net:"),
              Look.statistics(
                  Overload.SLOW,
                  "slow messages, DNS, SQL and cache queries so far",
                  "core:",
                  "dns:",
                  "sql:",
                  "cdb:"),
              Look.tool("health", "whether the node is fit for a test", "health_check"),
              Looks.lint("R24", "R27", "R28")),
          List.of(
              new Rule("slow queries that block workers", Overload::blocked),
              new Rule("workers busy before the test began", Overload::busy),
              new Rule("datagrams that wait unread", Overload::queued),
              Audit.rule(
                  "workers that wait, defaults for workers and memory", Confidence.POSSIBLE)),
          List.of(
              Move.of(
                  "statistics_watch",
                  "The node's counters while the load runs; the same before and after",
                  "groups",
                  List.of("load", "core", "tm", "shmem"),
                  "duration_sec",
                  60),
              Move.of("cdr_summary", "Success and set-up times of the test's calls"),
              Move.of("cfg_tune", "What the sizes should be for a rate", "cps", 100)));

  private LoadTest() {}
}
