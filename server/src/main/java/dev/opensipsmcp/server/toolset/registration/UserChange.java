package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Optional;

/** A change of one user's contacts: the user is read before and after. */
abstract class UserChange implements Work.Reversible {
  private final String tool;
  private final String command;

  UserChange(String tool, String command) {
    this.tool = tool;
    this.command = command;
  }

  /** What of the user the change touches; the user may be missing. */
  abstract JsonObject state(Optional<User> user, Arguments arguments);

  /** What the change comes to, or why it is refused. */
  abstract Plan plan(Optional<User> user, JsonObject before, Arguments arguments);

  abstract JsonObject params(Arguments arguments);

  /** Whether the state afterwards shows the change. */
  abstract boolean done(JsonObject after, Arguments arguments);

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return switch (User.read(arguments, ports)) {
      case MiResult.Failure<Optional<User>>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<Optional<User>>(Optional<User> user) ->
          new MiResult.Success<>(state(user, arguments));
    };
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (User.read(arguments, ports)) {
      case MiResult.Failure<Optional<User>>(MiError error) ->
          new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<Optional<User>>(Optional<User> user) ->
          plan(user, state(user, arguments), arguments);
    };
  }

  /** A plan that can be made. */
  Plan ready(
      String summary,
      JsonObject before,
      JsonObject shown,
      List<String> effects,
      Arguments arguments,
      Optional<Step> back,
      String undo) {
    JsonObject target = new JsonObject();
    target.addProperty("command", command);
    target.add("params", params(arguments));
    target.add("before", before);
    return new Plan.Ready(
        summary,
        target,
        shown,
        effects,
        back.isPresent() ? "change_revert with this change's ID. " + undo : undo,
        back.map(step -> new Restore(before, new Step(tool, arguments.json().deepCopy()), step)));
  }

  static Plan missing(String what) {
    return new Plan.Refused(
        ToolError.TARGET_NOT_FOUND.failure(
            what, "Look with ul_show_contacts, or find users with registration_list."));
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    JsonObject result = new JsonObject();
    switch (ports.miWrites().write(command, plan.target().getAsJsonObject("params"))) {
      case MiResult.Failure<JsonElement>(MiError error) -> {
        return Outcome.Failure.of(error);
      }
      case MiResult.Success<JsonElement>(JsonElement answer) -> result.add("answer", answer);
    }
    result.add("before", plan.target().get("before"));
    return switch (state(arguments, ports)) {
      case MiResult.Failure<JsonObject>(MiError error) ->
          new Outcome.Value(
              result,
              List.of("The node accepted it, but could not be read again: " + error.cause()));
      case MiResult.Success<JsonObject>(JsonObject after) when !done(after, arguments) ->
          ToolError.NOT_PROVEN.failure(
              "The node accepted " + command + ", but shows " + after + " afterwards.",
              "Look with ul_show_contacts before doing anything else.");
      case MiResult.Success<JsonObject>(JsonObject after) -> {
        result.add("after", after);
        yield new Outcome.Value(result);
      }
    };
  }

  /** The state of one contact of a user. */
  static JsonObject contactState(Optional<User> user, String uri) {
    Optional<JsonObject> contact = user.flatMap(one -> one.contact(uri));
    if (contact.isEmpty()) {
      return States.missing();
    }
    JsonObject state = new JsonObject();
    state.addProperty(States.EXISTS, true);
    User.state(contact.get()).asMap().forEach(state::add);
    return state;
  }
}
