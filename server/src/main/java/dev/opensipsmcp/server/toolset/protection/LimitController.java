package dev.opensipsmcp.server.toolset.protection;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Optional;

/**
 * The constants of the controller behind algorithm FEEDBACK. A node takes at most four characters
 * for each and keeps whole numbers only (source of 3.4 to 4.0): 0.5 would become 0, and 1.25 too
 * would be cut.
 */
final class LimitController {
  private static final String MODULE = "ratelimit";
  private static final List<String> NAMES = List.of("ki", "kp", "kd");
  private static final int LEAST = -999;
  private static final int MOST = 9999;

  private LimitController() {}

  static Tool get() {
    return Lever.read("ratelimit_get_pid", ProtectionToolset.NAME, "Feedback constants")
        .what("Get the constants of the rate limiter's feedback controller.")
        .useWhen("Use when pipes of algorithm FEEDBACK drop too much or too little.")
        .notFor("Not for the pipes; use `ratelimit_status`.")
        .returns("Returns one object of three numbers.")
        .sends("rl_get_pid", MODULE)
        .answer(
            Schema.object(
                "The controller",
                Schema.optional("ki", Schema.number("Integral constant")),
                Schema.optional("kp", Schema.number("Proportional constant")),
                Schema.optional("kd", Schema.number("Derivative constant"))),
            (_, answer) -> new Outcome.Value(constants(answer)))
        .examples(
            "What are the PID values of the rate limiter?",
            "Show ki, kp and kd",
            "How is the feedback algorithm tuned?")
        .tool();
  }

  static Tool set() {
    return Lever.change("ratelimit_set_pid", ProtectionToolset.NAME, "Tune the feedback controller")
        .what("Set the three constants of the rate limiter's feedback controller.")
        .useWhen("Use when pipes of algorithm FEEDBACK must react faster or slower.")
        .notFor("Not for reading them; use `ratelimit_get_pid`.")
        .effects(
            "Effects: in memory; the drop rate of FEEDBACK pipes changes within seconds. Undo: the"
                + " old values.")
        .returns("Returns the node's answer, with the values before and after.")
        .sends("rl_set_pid", MODULE)
        .also("rl_get_pid", MODULE)
        .required("ki", constant("Integral"))
        .required("kp", constant("Proportional"))
        .required("kd", constant("Derivative"))
        .risk(Risk.REVERSIBLE)
        .summary("Set the feedback controller to ki {ki}, kp {kp}, kd {kd}.")
        .plans("Pipes of algorithm FEEDBACK drop at another rate.")
        .noUndo("A fraction can only be set in the configuration file.")
        .state(States.made("rl_get_pid", (_, answer) -> constants(answer)))
        .proof(LimitController::shows)
        .inverse((_, before) -> back(before))
        .examples(
            "Set the rate limiter's PID to ki -25, kp 0, kd 0",
            "Make the feedback limiter react faster",
            "Change the PID constants")
        .tool();
  }

  private static Schema constant(String which) {
    return Schema.integer(which + " constant; the node keeps whole numbers only")
        .between(LEAST, MOST);
  }

  private static JsonObject constants(JsonElement answer) {
    JsonObject pid = Json.object(Json.asObject(answer), "PID");
    JsonObject constants = new JsonObject();
    for (String name : NAMES) {
      if (pid.get(name) instanceof JsonPrimitive value) {
        constants.add(name, number(value));
      }
    }
    return constants;
  }

  private static JsonPrimitive number(JsonPrimitive value) {
    try {
      double number = Double.parseDouble(value.getAsString());
      return number == Math.rint(number)
          ? new JsonPrimitive((long) number)
          : new JsonPrimitive(number);
    } catch (NumberFormatException _) {
      return value;
    }
  }

  private static boolean shows(Arguments arguments, JsonObject after) {
    return NAMES.stream()
        .allMatch(name -> Json.text(after, name).equals(arguments.json().get(name).getAsString()));
  }

  private static Optional<Step> back(JsonObject before) {
    boolean settable =
        NAMES.stream()
            .mapToLong(name -> Json.number(before, name, Long.MAX_VALUE))
            .allMatch(value -> value >= LEAST && value <= MOST);
    return settable ? Optional.of(new Step("ratelimit_set_pid", before)) : Optional.empty();
  }
}
