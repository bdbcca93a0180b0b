package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks at a session again and again after a change, for about a second. */
final class Watch {
  private static final int LOOKS = 10;
  private static final long PAUSE_MS = 100;

  private Watch() {}

  /** What became of a session. */
  sealed interface Seen {
    /** The node lists it no more. */
    record Gone() implements Seen {}

    /** The node lists it, like this. */
    record Listed(Session session) implements Seen {}

    /** The node could not be read. */
    record Unread(String cause) implements Seen {}
  }

  /**
   * Looks until the session is gone or as wished.
   *
   * @param mi the node
   * @param target the session's identity, as {@link Session#identity} gives it
   * @param enough whether a listed session is as wished
   * @return the last look
   */
  static Seen until(MiReads mi, JsonObject target, Predicate<Session> enough) {
    Seen seen = look(mi, target);
    for (int looks = 1; looks < LOOKS && !settled(seen, enough) && pause(); looks++) {
      seen = look(mi, target);
    }
    return seen;
  }

  /** Waits until the next look; says false when the call was interrupted. */
  static boolean pause() {
    try {
      Thread.sleep(PAUSE_MS);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean settled(Seen seen, Predicate<Session> enough) {
    return switch (seen) {
      case Seen.Gone _ -> true;
      case Seen.Listed(Session session) -> enough.test(session);
      case Seen.Unread _ -> false;
    };
  }

  private static Seen look(MiReads mi, JsonObject target) {
    return switch (B2bReader.session(mi, Json.text(target, "key"))) {
      case MiResult.Success<Optional<Session>>(var found)
          when found.isPresent() && same(found.get(), target) ->
          new Seen.Listed(found.get());
      case MiResult.Success<Optional<Session>> _ -> new Seen.Gone();
      case MiResult.Failure<Optional<Session>>(var error) -> new Seen.Unread(error.cause());
    };
  }

  private static boolean same(Session session, JsonObject target) {
    Set<String> keys = new HashSet<>();
    for (JsonElement key : Json.list(target, "legs")) {
      keys.add(key.getAsString());
    }
    return keys.isEmpty() || session.hasLegOf(keys);
  }
}
