package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.LabFeature;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What modules pua_mi, rls and xcap_client answer. The node publishes to itself and subscribes to
 * itself.
 */
final class PublishingCommands {
  private static final int GRANTED = 291;
  private static final Pattern URI = Pattern.compile("(?i)(sips?|tel|pres):[^ <>]+");
  private static final Set<String> PACKAGES = Set.of("presence", "dialog", "message-summary");

  private final NodeState state;
  private final Clock clock;
  private final Watching watching;

  PublishingCommands(NodeState state, Watching watching) {
    this.state = state;
    this.clock = state.clock();
    this.watching = watching;
  }

  List<Command> all() {
    return List.of(
        Command.of("refreshXcapDoc", "xcap_client:refreshXcapDoc", this::refresh),
        Command.of("pua_publish", "pua_mi:publish", this::publish),
        Command.of("pua_subscribe", "pua_mi:subscribe", this::subscribe),
        Command.of("rls_update_subscriptions", "rls:update_subscriptions", this::update));
  }

  /** Where nothing answers over HTTP, the command just gives up. */
  private Outcome refresh(Arguments arguments) {
    String document = arguments.text("doc_uri");
    if (document.isEmpty()) {
      return Outcome.refuse(404, "Empty document URL");
    }
    if (!state.has(LabFeature.XCAP_SERVER)) {
      return Outcome.serverError();
    }
    state
        .deeds()
        .note(Deed.Kind.DOCUMENT_FETCHED, document, "from port " + arguments.number("port"));
    return Outcome.ok();
  }

  private static boolean wrong(Arguments arguments, String name) {
    return !URI.matcher(arguments.text(name)).matches();
  }

  private Outcome publish(Arguments arguments) {
    String uri = arguments.text("presentity_uri");
    String event = arguments.text("event_package");
    if (wrong(arguments, "presentity_uri")) {
      return Outcome.refuse(404, "Bad presentity URI");
    }
    if (!PACKAGES.contains(event)) {
      return Outcome.refuse(400, "Unknown event");
    }
    String etag = arguments.text("etag");
    boolean known = watching.publications().stream().anyMatch(one -> one.etag().equals(etag));
    if (arguments.has("etag") && !known) {
      return Outcome.refuse(418, "Wrong ETag");
    }
    JsonObject json = new JsonObject();
    json.addProperty("reply", "200 OK");
    if (arguments.number("expires") == 0) {
      watching.withdraw(uri, event);
      json.addProperty("ETag", etag);
      json.addProperty("Expires", 0);
    } else {
      json.addProperty("ETag", watching.publish(uri, event));
      json.addProperty("Expires", GRANTED);
    }
    return Outcome.value(json);
  }

  private Outcome subscribe(Arguments arguments) {
    if (wrong(arguments, "presentity_uri") || wrong(arguments, "watcher_uri")) {
      return Outcome.refuse(400, "Bad uri");
    }
    String event = arguments.text("event_package");
    if (!PACKAGES.contains(event)) {
      return Outcome.refuse(400, "Unknown event");
    }
    String uri = arguments.text("presentity_uri");
    String watcher = arguments.text("watcher_uri");
    if (arguments.number("expires") == 0) {
      watching.unsubscribe(uri, watcher, event);
    } else {
      long until = clock.instant().getEpochSecond() + arguments.number("expires");
      watching.subscribe(uri, watcher, event, until);
    }
    return Outcome.value(new JsonPrimitive("accepted"));
  }

  private Outcome update(Arguments arguments) {
    if (wrong(arguments, "presentity_uri")) {
      return Outcome.serverError();
    }
    watching.notifyWatchers(one -> one.watcher().equals(arguments.text("presentity_uri")));
    return Outcome.ok();
  }
}
