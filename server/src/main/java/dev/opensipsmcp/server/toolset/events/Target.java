package dev.opensipsmcp.server.toolset.events;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.events.EventEar;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.MiFailures;
import java.util.Optional;

/**
 * What a subscription tool is about: an event, and a socket that is this server's own when none is
 * given.
 *
 * @param event the event's name
 * @param socket the given socket
 * @param ear receives for this server, when no socket was given
 */
record Target(String event, Optional<String> socket, Optional<EventEar> ear) {
  static final String EVENT = "event";
  static final String SOCKET = "socket";
  static final String EXPIRE = "expire";
  static final String SUBSCRIBED = "subscribed";

  /** The event, the same for every tool that names one. */
  static final Schema EVENT_NAME =
      Schema.text("Name, as event_list shows it")
          .matching("^[A-Z][A-Z0-9_]{1,63}$")
          .examples("E_DLG_STATE_CHANGED", "E_DISPATCHER_STATUS");

  static final Schema SOCKET_ADDRESS =
      Schema.text("Where the node sends it; this server when absent")
          .matching("^[a-z][a-z0-9_]*:.+$")
          .longest(256)
          .examples("udp:192.0.2.9:4000", "tcp:192.0.2.9:4000/method");

  static Target of(Arguments arguments, ReadPorts ports, EventEars ears) {
    Optional<String> socket = arguments.maybeText(SOCKET);
    return new Target(
        arguments.text(EVENT),
        socket,
        socket.isPresent() ? Optional.empty() : Optional.of(ears.of(ports.mi().instance())));
  }

  /** {@return whether the node sends it there; a failure when it has no such event} */
  MiResult<JsonObject> state(ReadPorts ports) {
    return switch (ports.mi().read("subscribers_list", Json.object(EVENT, event))) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          new MiResult.Success<>(state(answer));
    };
  }

  private JsonObject state(JsonElement answer) {
    Optional<String> where = socket.or(() -> ear.flatMap(EventEar::socket));
    Optional<Listed> found =
        Listed.of(answer).stream()
            .filter(one -> where.isPresent() && one.socket().equals(where.get()) && one.lives())
            .findFirst();
    JsonObject state = new JsonObject();
    state.addProperty(SUBSCRIBED, found.isPresent());
    // This server renews its own: when they would end otherwise is nobody's setting.
    if (socket.isPresent() && found.isPresent()) {
      found.get().expire().ifPresent(seconds -> state.addProperty(EXPIRE, seconds));
    }
    return state;
  }

  /** {@return the arguments that name this target} */
  JsonObject arguments() {
    JsonObject arguments = Json.object(EVENT, event);
    socket.ifPresent(where -> arguments.addProperty(SOCKET, where));
    return arguments;
  }

  /** {@return the target as a person reads it} */
  String where() {
    return socket.orElse("this server");
  }

  static boolean subscribed(JsonObject state) {
    return state.get(SUBSCRIBED).getAsBoolean();
  }

  static boolean unknownEvent(MiError error) {
    return MiFailures.notFound(error);
  }
}
