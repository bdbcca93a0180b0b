package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Session;
import dev.opensipsmcp.lab.internal.state.Sessions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists, starts, changes and ends B2B sessions. */
final class SessionCommands {
  private final NodeState state;
  private final Sessions sessions;
  private final UaSessions own;

  SessionCommands(NodeState state, UaSessions own) {
    this.state = state;
    this.sessions = state.sessions();
    this.own = own;
  }

  Command list() {
    return Command.of("b2be_list", "b2b_entities:list", none -> entities());
  }

  List<Command> all() {
    return List.of(
        new Command(
            "b2b_trigger_scenario", "b2b_logic:trigger_scenario", Set.of("context"), this::trigger),
        Command.of("b2b_bridge", "b2b_logic:bridge", this::bridge),
        Command.of("b2b_list", "b2b_logic:list", none -> tuples()),
        Command.of("b2b_terminate_call", "b2b_logic:terminate_call", this::terminate));
  }

  private long now() {
    return state.clock().instant().getEpochSecond();
  }

  private Outcome entities() {
    JsonArray list = new JsonArray();
    for (Session session : sessions.all()) {
      for (int i = 0; i < session.parties().size(); i++) {
        list.add(SessionJson.entity(session, session.parties().get(i), i));
      }
    }
    own.entities().forEach(list::add);
    return Outcome.value(list);
  }

  private Outcome tuples() {
    JsonArray list = new JsonArray();
    for (Session session : sessions.all()) {
      list.add(SessionJson.tuple(session, now()));
    }
    JsonObject json = new JsonObject();
    json.add("Tuples", list);
    return Outcome.value(json);
  }

  private Outcome trigger(Arguments arguments) {
    String[] first = arguments.text("entity1").split(",", -1);
    String[] second = arguments.text("entity2").split(",", -1);
    if (first.length < 2) {
      return Outcome.refuse(400, "Missing destination URI for entity1");
    }
    if (second.length < 2) {
      return Outcome.refuse(400, "Missing destination URI for entity2");
    }
    sessions.open(arguments.text("scenario_id"), first[0], first[1], second[0], second[1], now());
    return Outcome.ok();
  }

  private Outcome bridge(Arguments arguments) {
    Optional<Session> session = sessions.find(arguments.text("dialog_id"));
    session.ifPresent(found -> sessions.bridge(found, arguments.text("new_uri"), now()));
    return session.isPresent() ? Outcome.ok() : Outcome.serverError();
  }

  private Outcome terminate(Arguments arguments) {
    Optional<Session> session = sessions.find(arguments.text("key"));
    session.ifPresent(sessions::end);
    return session.isPresent() ? Outcome.ok() : Outcome.refuse(404, "B2B session not found");
  }
}
