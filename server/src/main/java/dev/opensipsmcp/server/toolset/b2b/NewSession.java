package dev.opensipsmcp.server.toolset.b2b;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the session that a scenario just started: the node answers without its key. */
final class NewSession {
  private static final int LOOKS = 10;

  private NewSession() {}

  /**
   * {@return the session that is new and calls the order's first party}
   *
   * @param order what was asked for
   * @param before the scenario's sessions before that
   * @param ports the node
   */
  static Outcome of(ScenarioOrder.Clear order, List<Session> before, WritePorts ports) {
    Set<String> known = new HashSet<>();
    for (Session session : before) {
      known.addAll(session.legKeys());
    }
    MiResult<Optional<Session>> seen = look(ports.mi(), order, known);
    for (int looks = 1; looks < LOOKS && !settled(seen) && Watch.pause(); looks++) {
      seen = look(ports.mi(), order, known);
    }
    return switch (seen) {
      case MiResult.Success<Optional<Session>>(var found) when found.isPresent() ->
          shown(found.get());
      case MiResult.Success<Optional<Session>> _ ->
          unproven("lists no new session: the call may have failed at once.");
      case MiResult.Failure<Optional<Session>>(MiError error) ->
          unproven("could not be read again: " + error.cause());
    };
  }

  private static Outcome shown(Session session) {
    return new Outcome.Value(
        session.json(),
        session.state().equals("bridged")
            ? List.of()
            : List.of("The parties have not both answered yet: the session is " + session.state()));
  }

  private static Outcome unproven(String what) {
    return ToolError.NOT_PROVEN.failure(
        "The node accepted the scenario, but " + what,
        "Look with b2b_list_sessions, and at the node's log.");
  }

  private static boolean settled(MiResult<Optional<Session>> seen) {
    return seen instanceof MiResult.Success<Optional<Session>>(var found)
        && found.isPresent()
        && found.get().state().equals("bridged");
  }

  private static MiResult<Optional<Session>> look(
      MiReads mi, ScenarioOrder.Clear order, Set<String> known) {
    return switch (B2bReader.ofScenario(mi, order.scenario())) {
      case MiResult.Success<List<Session>>(List<Session> sessions) ->
          new MiResult.Success<>(pick(sessions, order, known));
      case MiResult.Failure<List<Session>>(MiError error) -> new MiResult.Failure<>(error);
    };
  }

  private static Optional<Session> pick(
      List<Session> sessions, ScenarioOrder.Clear order, Set<String> known) {
    for (Session session : sessions) {
      for (Leg leg : session.legs()) {
        if (!session.hasLegOf(known) && leg.to().equals(order.first().uri())) {
          return Optional.of(session);
        }
      }
    }
    return Optional.empty();
  }
}
