package dev.opensipsmcp.server.toolset.protection;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The pipes of the rate limiter, fullest first, and setting one back to empty. */
final class PipeStatus implements Work.Read {
  private static final String MODULE = "ratelimit";
  private static final int PAGE = 50;
  private static final int NEAR_PERCENT = 80;

  private PipeStatus() {}

  static Tool tool() {
    return Lever.read("ratelimit_status", ProtectionToolset.NAME, "Rate-limit pipes")
        .what("List rate-limit pipes with use and limit, fullest first.")
        .useWhen("Use when calls are refused, or to see which limit is nearly reached.")
        .notFor("Not for blocked sources; use `pike_list_blocked`.")
        .returns("Returns a page of pipes; near_limit marks those at 80 percent or more.")
        .sends("rl_list", MODULE)
        .local(Schema.optional("pipe", Schema.text("Part of the pipe's name")))
        .local(
            Schema.optional(
                "near_limit_only", Schema.flag("Only pipes near their limit").byDefault(false)))
        .rows("Pipes[]")
        .column("pipe", "id", Schema.text("Its name"))
        .column("algorithm", "algorithm", Schema.text("TAILDROP, SBT, FEEDBACK or NETWORK"))
        .column("limit", "limit", Schema.integer("Requests let through per interval"))
        .column("counter", "counter", Schema.integer("Counted in the last interval"))
        .column("used_percent", "used_percent", Schema.integer("Counter against limit"))
        .column("near_limit", "near_limit", Schema.flag("At 80 percent of the limit or more"))
        .examples(
            "Which rate limits are close to full?",
            "Show the rate limit pipes",
            "Is the INVITE limiter dropping calls?")
        .tool(new PipeStatus());
  }

  static Tool reset() {
    return Lever.change("ratelimit_reset", ProtectionToolset.NAME, "Empty a rate-limit pipe")
        .what("Reset the counter of one rate-limit pipe to zero.")
        .useWhen("Use when a limit was reached by mistake and traffic must flow now.")
        .notFor("Not for looking; use `ratelimit_status`.")
        .effects(
            "Effects: in memory; up to the limit of further requests pass at once. Not undoable; the"
                + " counter fills by itself.")
        .returns("Returns the node's answer, with the counter before and after.")
        .sends("rl_reset_pipe", MODULE)
        .also("rl_dump_pipe", MODULE)
        .required("pipe", Schema.text("The pipe's exact name").longest(255).examples("gw_pstn"))
        .risk(Risk.DISRUPTIVE)
        .summary("Reset rate-limit pipe {pipe}.")
        .plans("The pipe counts from zero: requests that it held back pass again.")
        .noUndo("The counter fills again by itself.")
        .moving(
            States.answer(
                "rl_dump_pipe",
                arguments -> Json.object("pipe", arguments.text("pipe")),
                List.of("Algorithm", "Total")))
        .mustExist("Take a pipe from ratelimit_status.")
        .examples(
            "Reset the rate limit counter of gw_pstn",
            "Empty this pipe so calls get through again",
            "Clear the limiter of REGISTER requests")
        .tool();
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("rl_list", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          Paging.page(rows(Json.asObject(answer), arguments), arguments, PAGE, dropping(answer));
    };
  }

  private static List<JsonObject> rows(JsonObject answer, Arguments arguments) {
    String part = arguments.maybeText("pipe").orElse("").toLowerCase(Locale.ROOT);
    boolean nearOnly = arguments.flag("near_limit_only", false);
    List<JsonObject> rows = new ArrayList<>();
    for (JsonElement element : Json.list(answer, "Pipes")) {
      JsonObject row = row(Json.asObject(element));
      boolean named = Json.text(row, "pipe").toLowerCase(Locale.ROOT).contains(part);
      if (named && (!nearOnly || row.get("near_limit").getAsBoolean())) {
        rows.add(row);
      }
    }
    rows.sort(
        Comparator.comparingLong((JsonObject row) -> -Json.number(row, "used_percent", 0))
            .thenComparing(row -> Json.text(row, "pipe")));
    return rows;
  }

  private static JsonObject row(JsonObject pipe) {
    long limit = Json.number(pipe, "limit", 0);
    long counter = Json.number(pipe, "counter", 0);
    long used = limit <= 0 ? 0 : counter * 100 / limit;
    JsonObject row = new JsonObject();
    row.addProperty("pipe", Json.text(pipe, "id"));
    row.addProperty("algorithm", Json.text(pipe, "algorithm"));
    row.addProperty("limit", limit);
    row.addProperty("counter", counter);
    row.addProperty("used_percent", used);
    row.addProperty("near_limit", used >= NEAR_PERCENT);
    return row;
  }

  private static List<String> dropping(JsonElement answer) {
    long rate = Json.number(Json.asObject(answer), "drop_rate", 0);
    // A node computes the rate even when no pipe of that algorithm is there (seen on 3.6 and 4.0).
    boolean used =
        Json.list(Json.asObject(answer), "Pipes").asList().stream()
            .anyMatch(pipe -> Json.text(Json.asObject(pipe), "algorithm").equals("FEEDBACK"));
    return rate == 0 || !used
        ? List.of()
        : List.of(
            "The feedback controller drops "
                + rate
                + " percent of the requests of FEEDBACK pipes.");
  }
}
