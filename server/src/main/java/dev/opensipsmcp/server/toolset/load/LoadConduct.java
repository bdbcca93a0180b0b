package dev.opensipsmcp.server.toolset.load;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.load.LoadTarget;
import dev.opensipsmcp.sip.load.SippOrder;
import dev.opensipsmcp.sip.load.SippRun;
import dev.opensipsmcp.sip.load.SippRunner;
import dev.opensipsmcp.sip.load.UserList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run from its start to its kept result.
 *
 * @param desk what it works with
 * @param tool the tool's name
 * @param job what to run
 * @param target where to
 * @param place where the result is kept
 */
record LoadConduct(LoadDesk desk, String tool, LoadJob job, LoadTarget target, Path place) {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'.'SSS'Z'").withZone(ZoneOffset.UTC);

  Outcome run(Arguments arguments, String password, WritePorts ports) {
    String label = arguments.maybeText("label").orElse(job.kind().replaceAll("\\W", "_"));
    Instant now = desk.clock().instant();
    Optional<LoadRuns.Slot> free = desk.runs().take(label, tool, target.text(), job.waits(), now);
    if (free.isEmpty()) {
      return ToolError.LOAD_BUSY.failure(
          "As many runs as may are going on.",
          "Look with load_get_status, wait, or end one with load_stop.");
    }
    LoadRuns.Slot slot = free.get();
    boolean background = arguments.flag("background", false);
    Optional<NodeCounters> counters =
        arguments.flag("live", false) && !background
            ? Optional.of(NodeCounters.of(ports))
            : Optional.empty();
    SippOrder order =
        new SippOrder(
            job.xml(),
            job.users().map(users -> UserList.text(users, password)).orElse(""),
            job.waits(),
            target,
            job.transport(),
            job.limits(),
            OptionalInt.empty(),
            job.flags());
    SippRunner runner =
        new SippRunner(
            desk.settings().program().orElseThrow(), desk.settings().directory().orElseThrow());
    switch (runner.start(order)) {
      case SippRunner.Started.Failed(String reason) -> {
        desk.runs().ended(slot);
        return ToolError.LOAD_FAILED.failure(reason, "Check load.program and load.directory.");
      }
      case SippRunner.Started.Running(SippRun run) -> {
        if (!desk.runs().started(slot, run)) {
          run.stop(Duration.ZERO);
        }
        if (background) {
          Thread.ofVirtual().start(() -> conducted(slot, run, counters, Optional.empty()));
          JsonObject json = base(slot, run);
          json.addProperty("run_id", slot.id());
          return new Outcome.Value(
              json, List.of("It goes on; see load_get_status, and bench_summary for its result."));
        }
        return conducted(slot, run, counters, Optional.of(ports));
      }
    }
  }

  private JsonObject base(LoadRuns.Slot slot, SippRun run) {
    JsonObject json = Json.object("label", slot.label());
    json.addProperty("kind", job.kind());
    json.addProperty("target", target.text());
    json.addProperty(LoadJson.STARTED, slot.since().toString());
    if (job.waits()) {
      json.addProperty("waits_at", run.own());
    }
    return json;
  }

  private Outcome conducted(
      LoadRuns.Slot slot,
      SippRun run,
      Optional<NodeCounters> counters,
      Optional<WritePorts> ports) {
    Outcome outcome =
        ToolError.LOAD_FAILED.failure("The run was broken off.", "Look with load_get_status.");
    try {
      watch(run, counters, ports);
      outcome = result(slot, run, counters);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      outcome =
          ToolError.LOAD_FAILED.failure(
              String.valueOf(e.getMessage()), "Check the scenario, the target and the program.");
    } finally {
      run.close();
      desk.runs().ended(slot);
      slot.result().complete(outcome);
    }
    return outcome;
  }

  private void watch(SippRun run, Optional<NodeCounters> counters, Optional<WritePorts> ports)
      throws InterruptedException {
    int total = job.limits().seconds();
    int seconds = 0;
    while (!run.await(LOOK)) {
      seconds++;
      counters.ifPresent(NodeCounters::sample);
      if (ports.isPresent()) {
        String said =
            run.statistics()
                .map(now -> now.created() + " calls, " + now.failed() + " failed")
                .orElse("starting");
        ports.get().progress(Math.min(seconds, total), total, said);
        if (ports.get().withdrawn()) {
          run.stop(Duration.ofMillis(job.callMs()).plus(LOOK));
        }
      }
    }
  }

  private Outcome result(LoadRuns.Slot slot, SippRun run, Optional<NodeCounters> counters)
      throws IOException {
    JsonObject json = base(slot, run);
    json.addProperty("ended", run.ended().name().toLowerCase(Locale.ROOT));
    LoadJson.add(json, run.figures());
    List<String> warnings = new ArrayList<>();
    if (counters.isPresent()) {
      counters.get().sample();
      if (counters.get().any()) {
        json.add("node", counters.get().json());
      } else {
        warnings.add("The node told no counters.");
      }
    }
    String name = slot.label() + '-' + STAMP.format(slot.since()) + '-' + slot.id();
    try {
      Path file = LoadFiles.keep(place, name, json);
      json.addProperty("result", name);
      json.addProperty("file", file.toString());
    } catch (IOException e) {
      warnings.add("The result could not be kept: " + e.getMessage());
    }
    return new Outcome.Value(json, warnings);
  }
}
