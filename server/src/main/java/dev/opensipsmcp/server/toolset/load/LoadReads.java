package dev.opensipsmcp.server.toolset.load;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.number;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.load.ScenarioCheck;
import dev.opensipsmcp.sip.load.SippRun;
import dev.opensipsmcp.sip.load.SippStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tools that only look: scenarios, runs, results.
 *
 * @param desk what they work with
 */
record LoadReads(LoadDesk desk) {
  private static final int PAGE = 50;

  private static Tool tool(
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      List<String> aliases,
      Work.Read work) {
    return new Tool(
        name,
        LoadToolset.NAME,
        title,
        description,
        new Demand(Scope.RESOURCE_READ, Risk.READ),
        true,
        input,
        output,
        Needs.NOTHING,
        examples,
        aliases,
        work);
  }

  Tool scenarios() {
    return tool(
        "sipp_list_scenarios",
        "SIPp scenario files",
        new Description(
            "List the SIPp scenario files of the allowed directory, and whether each may be run.",
            "Use when a scenario file shall be chosen for a run.",
            Optional.of("Not for writing one; use `sip_generate_sipp_scenario`."),
            Optional.empty(),
            "Returns a page of files, at most 1,000 in all."),
        Schema.arguments(
            optional("scenarios_dir", text("A directory below it").longest(1_000)),
            SharedParameters.limit(PAGE, 500),
            SharedParameters.CURSOR),
        Schema.list(
            "Scenarios",
            object(
                "Scenario",
                required("file", text("Path")),
                required("bytes", integer("Size")),
                required("runs", flag("Whether it may be run")),
                optional("waits", flag("Whether it waits for calls")),
                optional("reason", text("Why it may not")))),
        List.of(
            "Which SIPp scenarios are there?",
            "List the SIPp XML files on this host",
            "Is there a scenario file for transfers?"),
        List.of(),
        (arguments, _) -> scenarios(arguments));
  }

  private Outcome scenarios(Arguments arguments) {
    Optional<Outcome.Failure> without = desk.noDirectory();
    if (without.isPresent()) {
      return without.get();
    }
    Optional<Path> below = arguments.maybeText("scenarios_dir").flatMap(desk.files()::inside);
    if (arguments.has("scenarios_dir") && below.isEmpty()) {
      return ToolError.LOAD_NOT_FOUND.failure(
          "scenarios_dir is not within the directory of scenarios.", "Leave it out.");
    }
    List<JsonObject> rows = new ArrayList<>();
    for (Path file : desk.files().scenarios()) {
      if (below.isEmpty()
          || desk.files().inside(file.toString()).equals(below)
          || desk.files()
              .inside(file.toString())
              .filter(it -> it.startsWith(below.get()))
              .isPresent()) {
        rows.add(scenario(file));
      }
    }
    return Paging.page(rows, arguments, PAGE, List.of());
  }

  private static JsonObject scenario(Path file) {
    JsonObject row = Json.object("file", file.toString());
    try {
      row.addProperty("bytes", Files.size(file));
      switch (ScenarioCheck.check(LoadFiles.bytes(file, ScenarioCheck.MOST + 1))) {
        case ScenarioCheck.Verdict.Fit(_, boolean waits) -> {
          row.addProperty("runs", true);
          row.addProperty("waits", waits);
        }
        case ScenarioCheck.Verdict.Unfit(String reason) -> {
          row.addProperty("runs", false);
          row.addProperty("reason", reason);
        }
      }
    } catch (IOException e) {
      row.addProperty("bytes", 0);
      row.addProperty("runs", false);
      row.addProperty("reason", "It can't be read: " + e.getMessage());
    }
    return row;
  }

  Tool status() {
    return tool(
        "load_get_status",
        "What loads run",
        new Description(
            "Get whether loads run here, their figures so far, and what the settings allow.",
            "Use when a load was started in the background, or before one is started.",
            Optional.of("Not for results of ended runs; use `bench_summary`."),
            Optional.empty(),
            "Returns the runs, and the bounds: program, targets, rate, calls, seconds."),
        Schema.arguments(),
        object(
            "Status",
            required("runs", Schema.list("Runs that go on", running())),
            required("allowed", flag("Whether loads can be run here")),
            optional("reason", text("Why not")),
            required("targets", texts("What may be loaded")),
            required("max_rate", integer("Calls a second at most")),
            required("max_concurrent", integer("Calls at the same time at most")),
            required("max_calls", integer("Calls of a run at most")),
            required("max_seconds", integer("Seconds of a run at most"))),
        List.of(
            "Is a load test running?",
            "How far is the SIPp run in the background?",
            "Which targets may be loaded here, and how much?"),
        List.of("load_status"),
        (_, _) -> now());
  }

  private static Schema running() {
    return object(
        "Run",
        required("run_id", integer("Its number")),
        required("label", text("As it was named")),
        required("tool", text("What started it")),
        required("target", text("Where it goes")),
        required(LoadJson.STARTED, text("When it began")),
        optional("pid", integer("Process ID of SIPp")),
        optional("waits_at", text("Where it waits for calls")),
        optional("calls", integer("Calls so far")),
        optional("current", integer("Calls in progress")),
        optional("successful", integer("Calls that went well")),
        optional("failed", integer("Calls that did not")),
        optional("rate", number("Calls a second")));
  }

  private Outcome now() {
    JsonObject json = new JsonObject();
    JsonArray runs = new JsonArray();
    desk.runs().all().forEach(slot -> runs.add(row(slot)));
    json.add("runs", runs);
    Optional<Outcome.Failure> closed = desk.closed();
    json.addProperty("allowed", closed.isEmpty());
    closed.ifPresent(failure -> json.addProperty("reason", failure.cause()));
    json.add("targets", Json.texts(desk.settings().targets()));
    json.addProperty("max_rate", desk.settings().maxRate());
    json.addProperty("max_concurrent", desk.settings().maxConcurrent());
    json.addProperty("max_calls", desk.settings().maxCalls());
    json.addProperty("max_seconds", desk.settings().maxSeconds());
    return new Outcome.Value(json);
  }

  private static JsonObject row(LoadRuns.Slot slot) {
    JsonObject row = new JsonObject();
    row.addProperty("run_id", slot.id());
    row.addProperty("label", slot.label());
    row.addProperty("tool", slot.tool());
    row.addProperty("target", slot.target());
    row.addProperty(LoadJson.STARTED, slot.since().toString());
    if (slot.run().isPresent()) {
      SippRun run = slot.run().get();
      row.addProperty("pid", run.pid());
      if (slot.waits()) {
        row.addProperty("waits_at", run.own());
      }
      Optional<SippStatistics> now = run.statistics();
      if (now.isPresent()) {
        row.addProperty("calls", now.get().created());
        row.addProperty("current", now.get().current());
        row.addProperty("successful", now.get().successful());
        row.addProperty("failed", now.get().failed());
        row.addProperty("rate", LoadJson.rounded(now.get().rate()));
      }
    }
    return row;
  }

  Tool summary() {
    return tool(
        "bench_summary",
        "Results of loads",
        new Description(
            "List the results of load runs that are kept, and compare them with one of them.",
            "Use when runs shall be compared: before and after a change, or over weeks.",
            Optional.of("Not for runs that go on; use `load_get_status`."),
            Optional.empty(),
            "Returns a page, newest first, each with figures; with baseline a verdict: worse means"
                + " success fell by over 0.5 points, or p50 or p95 rose by over 20 % and 2 ms."),
        Schema.arguments(
            LoadArguments.OUT_DIR,
            LoadArguments.LABEL,
            LoadArguments.BASELINE,
            SharedParameters.limit(PAGE, 500),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list("Results", LoadJson.run()),
        List.of(
            "Summarise the benchmark results",
            "Compare the load runs with the baseline of last week",
            "Did the registrar get slower since the upgrade?"),
        List.of(),
        (arguments, _) -> summary(arguments));
  }

  private Outcome summary(Arguments arguments) {
    Optional<Outcome.Failure> without = desk.noDirectory();
    if (without.isPresent()) {
      return without.get();
    }
    Optional<Path> place =
        arguments.has("out_dir")
            ? desk.files().inside(arguments.text("out_dir")).filter(Files::isDirectory)
            : Optional.of(desk.files().directory());
    if (place.isEmpty()) {
      return ToolError.LOAD_NOT_FOUND.failure(
          "out_dir is no directory within load.directory.", "Leave it out.");
    }
    List<LoadFiles.Kept> kept = LoadFiles.kept(place.get());
    Optional<LoadFiles.Kept> baseline =
        arguments
            .maybeText("baseline")
            .flatMap(name -> kept.stream().filter(one -> one.name().equals(name)).findFirst());
    if (arguments.has("baseline") && baseline.isEmpty()) {
      return ToolError.LOAD_NOT_FOUND.failure(
          "There is no such baseline.", "Take the result of one of the rows without baseline.");
    }
    Optional<String> label = arguments.maybeText("label");
    List<JsonObject> rows = new ArrayList<>();
    for (LoadFiles.Kept one : kept) {
      if (label.isEmpty() || label.get().equals(Json.text(one.json(), "label"))) {
        JsonObject row = one.json();
        row.addProperty("result", one.name());
        baseline
            .filter(it -> !it.name().equals(one.name()))
            .ifPresent(before -> LoadJson.compare(row, before));
        rows.add(row);
      }
    }
    return Paging.page(rows, arguments, PAGE, List.of());
  }
}
