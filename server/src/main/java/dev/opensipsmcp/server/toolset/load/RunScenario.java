package dev.opensipsmcp.server.toolset.load;

import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.load.ScenarioCheck;
import dev.opensipsmcp.sip.load.SippFlags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tool {@code sipp_run_scenario}.
 *
 * @param desk what it works with
 */
record RunScenario(LoadDesk desk) {
  private static final String FILE = "scenario_file";

  Tool tool() {
    return new Tool(
        "sipp_run_scenario",
        LoadToolset.NAME,
        "Run a SIPp scenario file",
        new Description(
            "Run a SIPp scenario file of the allowed directory, within bounds.",
            "Use when a scenario of one's own shall be run as a test or a load.",
            Optional.of("Not for the usual calls and registrations; use `sipp_load_test`."),
            Optional.of(
                "Effects: loads the target; calls in progress may suffer. Undo: load_stop; what was"
                    + " sent stays. Scenarios with exec are refused."),
            "Returns success, failures, retransmissions, p50 to p99."),
        LoadWork.DEMAND,
        false,
        Schema.arguments(
            required(FILE, text("One of sipp_list_scenarios")),
            LoadArguments.TARGET,
            optional("options", text("SIPp flags as JSON: {\"-d\":200,\"-m\":9}")),
            LoadArguments.rate("cps", 10),
            LoadArguments.duration("duration", 10),
            LoadArguments.LABEL,
            LoadArguments.BACKGROUND),
        LoadJson.run(),
        Needs.NOTHING,
        List.of(
            "Run the SIPp scenario reinvite.xml against 10.0.0.5:5060",
            "Run our SIPp file transfer.xml once and show what failed",
            "Execute the SIPp XML scenario uas-busy.xml in the background"),
        List.of(),
        new LoadWork(desk, "sipp_run_scenario", this::read));
  }

  private static LoadJob.Read refused(ToolError error, String cause, String next) {
    return new LoadJob.Read.Refused(error.failure(cause, next));
  }

  private LoadJob.Read read(Arguments arguments) {
    Optional<LoadPlace> place = LoadPlace.of(arguments);
    if (place.isEmpty()) {
      return new LoadJob.Read.Refused(LoadPlace.none());
    }
    Optional<Path> file = desk.files().inside(arguments.text(FILE));
    if (file.isEmpty()) {
      return refused(
          ToolError.LOAD_NOT_FOUND,
          "The file is not in the directory of scenarios.",
          "Take one that sipp_list_scenarios shows.");
    }
    Optional<Map<String, String>> options = options(arguments.maybeText("options").orElse("{}"));
    if (options.isEmpty()) {
      return refused(
          ToolError.ARGUMENTS_WRONG,
          "options is no JSON object of plain values.",
          "Write for example {\"-d\": 2000, \"-s\": \"bob\"}.");
    }
    Optional<Integer> calls = bound(options.get(), "-m");
    Optional<Integer> concurrent = bound(options.get(), "-l");
    return switch (SippFlags.read(options.get())) {
      case SippFlags.Read.Refused(String reason) ->
          refused(ToolError.ARGUMENTS_WRONG, reason, "Bounds are cps, duration, -m and -l.");
      case SippFlags.Read.Words(List<String> words) -> {
        try {
          byte[] bytes = LoadFiles.bytes(file.get(), ScenarioCheck.MOST + 1);
          yield checked(arguments, place.get(), file.get(), bytes, words).within(calls, concurrent);
        } catch (IOException e) {
          yield refused(
              ToolError.LOAD_NOT_FOUND,
              "The file can't be read: " + e.getMessage(),
              "Take one that sipp_list_scenarios shows.");
        }
      }
    };
  }

  /** Takes a bound out of the options: it is held against the settings, as the arguments are. */
  private static Optional<Integer> bound(Map<String, String> options, String name) {
    String given = options.getOrDefault(name, "");
    if (!given.matches("[1-9][0-9]{0,6}")) {
      return Optional.empty();
    }
    options.remove(name);
    return Optional.of(Integer.valueOf(given));
  }

  private LoadJob.Read checked(
      Arguments arguments, LoadPlace place, Path file, byte[] bytes, List<String> words) {
    return switch (ScenarioCheck.check(bytes)) {
      case ScenarioCheck.Verdict.Unfit(String reason) ->
          refused(ToolError.SCENARIO_REFUSED, reason, "Take it out, or run SIPp at a shell.");
      case ScenarioCheck.Verdict.Fit(String xml, boolean waits) -> {
        int at = words.indexOf("-d");
        int pause = at < 0 ? 0 : Integer.parseInt(words.get(at + 1));
        yield new LoadJob.Read.Wanted(
            new LoadJob(
                String.valueOf(file.getFileName()),
                xml,
                Optional.empty(),
                waits,
                place.transport(),
                LoadArguments.limits(
                    arguments.integer("cps", 10),
                    arguments.integer("duration", 10),
                    pause,
                    desk.settings().maxConcurrent()),
                pause,
                words));
      }
    };
  }

  private static Optional<Map<String, String>> options(String text) {
    try {
      Map<String, String> options = new HashMap<>();
      for (Map.Entry<String, JsonElement> option :
          JsonParser.parseString(text).getAsJsonObject().entrySet()) {
        options.put(option.getKey(), option.getValue().getAsString());
      }
      return Optional.of(options);
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException _) {
      return Optional.empty();
    }
  }
}
