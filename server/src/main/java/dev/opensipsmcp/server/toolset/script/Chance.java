package dev.opensipsmcp.server.toolset.script;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Optional;

/** The probability by which a script takes a turn at random, for trials with a share of calls. */
final class Chance {
  private static final String MEMBER = "actual probability percent";

  private Chance() {}

  static Tool get() {
    return Lever.read("rand_get_probability", ScriptToolset.NAME, "Probability of a random turn")
        .what("Get the probability by which the script takes its random turn.")
        .useWhen("Use when a share of calls goes another way by chance.")
        .notFor("Not for setting it; use `rand_set_probability`.")
        .returns("Returns one object.")
        .sends("rand_get_prob", "cfgutils")
        .answer(
            Schema.object("It", Schema.required("percent", Schema.integer("Percent of calls"))),
            (arguments, answer) -> new Outcome.Value(percent(answer)))
        .examples(
            "How many percent of the calls take the random route?",
            "What is the rand probability?",
            "Show the share of calls that is diverted by chance")
        .aliases("rand_get_prob")
        .tool();
  }

  private static JsonObject percent(JsonElement answer) {
    JsonObject percent = new JsonObject();
    percent.addProperty("percent", Json.number(Json.asObject(answer), MEMBER, 0));
    return percent;
  }

  static Tool set() {
    return draft("rand_set_probability", "Set the random turn")
        .what("Set the probability by which the script takes its random turn.")
        .useWhen("Use when more or fewer calls should go the other way.")
        .notFor("Not for the value of the configuration file; use `rand_reset_probability`.")
        .sends("rand_set_prob", "cfgutils")
        .also("rand_get_prob", "cfgutils")
        .required("percent", "prob_proc", Schema.integer("Percent of calls").between(0, 100))
        .proof(
            (arguments, after) -> Json.number(after, MEMBER, -1) == arguments.integer("percent", 0))
        .inverseSets("percent", MEMBER)
        .summary("Set the random turn's probability to {percent} percent.")
        .examples(
            "Send 20 percent of the calls the random way",
            "Set the rand probability to 50",
            "Raise the share of calls diverted by chance")
        .aliases("rand_set_prob")
        .tool();
  }

  static Tool reset() {
    return draft("rand_reset_probability", "Reset the random turn")
        .what("Reset the probability of the script's random turn to the one it started with.")
        .useWhen("Use when a trial with a share of calls is over.")
        .notFor("Not for another value; use `rand_set_probability`.")
        .sends("rand_reset_prob", "cfgutils")
        .also("rand_get_prob", "cfgutils")
        .inverse(Chance::back)
        .summary("Reset the random turn's probability to its configured value.")
        .examples(
            "Put the rand probability back to the configured one",
            "The trial is over, reset the random share",
            "Reset rand_prob")
        .aliases("rand_reset_prob")
        .tool();
  }

  private static ChangeDraft draft(String name, String title) {
    return Lever.change(name, ScriptToolset.NAME, title)
        .returns("Returns the percentage before and after.")
        .risk(Risk.REVERSIBLE)
        .state(States.answer("rand_get_prob", States.nothing(), List.of(MEMBER)))
        .plans("New requests are diverted by the new share.")
        .effects("Effects: in memory at once, for new requests. Undo: set the old percentage.");
  }

  private static Optional<Step> back(Arguments arguments, JsonObject before) {
    JsonObject call = new JsonObject();
    call.add("percent", before.get(MEMBER));
    return before.has(MEMBER)
        ? Optional.of(new Step("rand_set_probability", call))
        : Optional.empty();
  }
}
