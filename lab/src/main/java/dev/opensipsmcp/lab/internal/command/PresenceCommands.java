package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.event.EventBus;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What modules presence and presence_dfks answer. */
final class PresenceCommands {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final Set<String> FEATURES =
      Set.of(
          "DoNotDisturb", "CallForwardingAlways", "CallForwardingBusy", "CallForwardingNoAnswer");

  private final Version version;
  private final Clock clock;
  private final Watching watching;
  private final EventBus events;

  PresenceCommands(Version version, Clock clock, Watching watching, EventBus events) {
    this.events = events;
    this.version = version;
    this.clock = clock;
    this.watching = watching;
  }

  List<Command> all() {
    List<Command> all = new ArrayList<>();
    if (!version.groupsMiCommands()) {
      all.add(Command.of("refreshWatchers", "presence:refresh_watchers", this::refresh));
    }
    all.add(Command.of("refresh_watchers", "presence:refresh_watchers", this::refresh));
    all.add(Command.of("cleanup", "presence:cleanup", none -> cleanup()));
    all.add(Command.of("pres_expose", "presence:expose", this::expose));
    all.add(Command.of("pres_phtable_list", "presence:phtable_list", none -> publications()));
    all.add(Command.of("subs_phtable_list", "presence:subs_phtable_list", this::subscriptions));
    return all;
  }

  Command features() {
    return Command.of("dfks_set_feature", "presence_dfks:set_feature", this::feature);
  }

  /** No rules of who may watch whom are stored here, and OpenSIPS just gives up without them. */
  private Outcome refresh(Arguments arguments) {
    String event = arguments.text("event");
    if (arguments.number("refresh_type") == 0 || !Watching.EVENTS.contains(event)) {
      return Outcome.serverError();
    }
    watching.notifyWatchers(
        one -> one.uri().equals(arguments.text("presentity_uri")) && one.event().equals(event));
    return Outcome.ok();
  }

  private Outcome cleanup() {
    watching.cleanUp();
    return Outcome.ok();
  }

  /** Raises one event per publication, as if it had just come. */
  private Outcome expose(Arguments arguments) {
    String event = arguments.text("event");
    if (!Watching.EVENTS.contains(event)) {
      return Outcome.refuse(404, "unknown event");
    }
    for (Watching.Publication publication : watching.publications()) {
      if (publication.event().equals(event)) {
        JsonObject params = new JsonObject();
        params.addProperty("user", user(publication.uri()));
        params.addProperty("domain", domain(publication.uri()));
        params.addProperty("event", event);
        params.addProperty("etag", publication.etag());
        params.addProperty("old_etag", "");
        events.raise("E_PRESENCE_EXPOSED", params);
      }
    }
    return Outcome.ok();
  }

  private Outcome feature(Arguments arguments) {
    if (!FEATURES.contains(arguments.text("feature"))) {
      return Outcome.refuse(400, "Unknown feature");
    }
    watching.notifyWatchers(one ->
        one.uri().equals(arguments.text("presentity")) && one.event().equals("as-feature-event"));
    return Outcome.ok();
  }

  private Outcome publications() {
    JsonArray list = new JsonArray();
    for (Watching.Publication publication : watching.publications()) {
      JsonObject json = new JsonObject();
      json.addProperty("pres_uri", publication.uri());
      json.addProperty("event", publication.number());
      json.addProperty("etag_count", 1);
      json.addProperty("etag", publication.etag());
      list.add(json);
    }
    return Outcome.value(list);
  }

  private Outcome subscriptions(Arguments arguments) {
    Predicate<String> from = matching(arguments.optionalText("from"));
    Predicate<String> to = matching(arguments.optionalText("to"));
    JsonArray list = new JsonArray();
    for (Watching.Subscription one : watching.subscriptions()) {
      if (from.test(one.watcher()) && to.test(one.uri())) {
        list.add(json(one));
      }
    }
    return Outcome.value(list);
  }

  /** Shell wildcards; here a star crosses a slash only where there is none. */
  private static Predicate<String> matching(Optional<String> pattern) {
    return pattern
        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
        .<Predicate<String>>map(matcher -> text -> matcher.matches(Path.of(text)))
        .orElse(any -> true);
  }

  private JsonObject json(Watching.Subscription one) {
    String host = "198.51.100." + (one.number() % 100 + 10);
    JsonObject json = new JsonObject();
    json.addProperty("pres_uri", one.uri());
    json.addProperty("event", one.event());
    json.addProperty(
        "expires", DATE.format(Instant.ofEpochSecond(one.until()).atZone(clock.getZone())));
    json.addProperty("db_flag", 2);
    json.addProperty("version", one.notified());
    json.addProperty("to_user", user(one.uri()));
    json.addProperty("to_domain", domain(one.uri()));
    json.addProperty("to_tag", "ps" + one.number());
    json.addProperty("from_user", user(one.watcher()));
    json.addProperty("from_domain", domain(one.watcher()));
    json.addProperty("from_tag", "wt" + one.number());
    json.addProperty("contact", "sip:" + user(one.watcher()) + "@" + host + ":5060");
    json.addProperty("callid", "sub-" + one.number() + "@" + host);
    json.addProperty("local_cseq", one.notified());
    json.addProperty("remote_cseq", 1);
    return json;
  }

  private static String user(String uri) {
    return uri.substring(uri.indexOf(':') + 1, Math.max(uri.indexOf('@'), uri.indexOf(':') + 1));
  }

  private static String domain(String uri) {
    return uri.substring(uri.indexOf('@') + 1);
  }
}
