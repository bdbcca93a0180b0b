package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;

/** What a call of {@code b2b_trigger_scenario} asks for, or why a node could not take it. */
sealed interface ScenarioOrder {

  /**
   * It is clear.
   *
   * @param scenario the scenario's ID
   * @param first whom the node calls first
   * @param second whom it joins with the first
   * @param context values for the scenario, each {@code key=value}
   */
  record Clear(String scenario, Party first, Party second, List<String> context)
      implements ScenarioOrder {
    public Clear {
      context = List.copyOf(context);
    }

    /** {@return the parameters on the wire} */
    JsonObject params() {
      JsonObject params = new JsonObject();
      params.addProperty("scenario_id", scenario);
      params.addProperty("entity1", first.text());
      params.addProperty("entity2", second.text());
      if (!context.isEmpty()) {
        params.add("context", Json.texts(context));
      }
      return params;
    }
  }

  /** It is not. */
  record Wrong(Outcome.Failure failure) implements ScenarioOrder {}

  /**
   * One side of the call.
   *
   * @param id its name in the scenario
   * @param uri whom to call
   * @param text the whole entity on the wire
   */
  record Party(String id, String uri, String text) {

    /**
     * {@return the party of a text {@code id,sip:uri[,display name]}; empty for any other} The node
     * cuts at each comma and trims, without quotes, and ignores a fourth part: one is refused here.
     */
    static Optional<Party> of(String text) {
      String[] parts = text.split(",", -1);
      if (parts.length < 2 || parts.length > 3) {
        return Optional.empty();
      }
      String id = parts[0].strip();
      String uri = parts[1].strip();
      return id.isEmpty() || !Words.sipUri(uri)
          ? Optional.empty()
          : Optional.of(new Party(id, uri, text));
    }
  }

  /** {@return the order that these arguments give} */
  static ScenarioOrder of(Arguments arguments) {
    if (arguments.has("custom_hdrs") || arguments.has("params")) {
      return wrong(
          "MI takes neither custom_hdrs nor params when it starts a scenario.",
          "Give the two parties as entity1 and entity2, each id,sip:uri, and values for the"
              + " scenario as context, each key=value; a scenario sets headers in its routes.");
    }
    Optional<String> scenario = arguments.maybeText("scenario_id");
    if (scenario.isEmpty() || !arguments.has("entity1") || !arguments.has("entity2")) {
      return wrong(
          "A scenario needs scenario_id, entity1 and entity2.",
          "Give all three; an entity is id,sip:uri[,display name], for example"
              + " client1,sip:alice@example.com.");
    }
    Optional<Party> first = Party.of(arguments.text("entity1"));
    Optional<Party> second = Party.of(arguments.text("entity2"));
    if (first.isEmpty() || second.isEmpty()) {
      String name = first.isEmpty() ? "entity1" : "entity2";
      return wrong(
          name + " is not id,sip:uri[,display name]: " + arguments.text(name) + ".",
          "Write it like client1,sip:alice@example.com,Alice; no part may hold a comma.");
    }
    List<String> context = arguments.texts("context");
    for (String value : context) {
      if (value.indexOf('=') < 1) {
        return wrong(
            "context holds " + value + ", which is not key=value.",
            "Write each value like agent=sip:bob@example.com.");
      }
    }
    return new Clear(scenario.get(), first.get(), second.get(), context);
  }

  private static Wrong wrong(String cause, String nextStep) {
    return new Wrong(ToolError.B2B_WRONG_ARGUMENTS.failure(cause, nextStep));
  }
}
