package dev.opensipsmcp.server.toolset.b2b;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.Optional;

/** The one session that a change is about, or why there is none. */
sealed interface SessionTarget {

  /** It exists and goes on. */
  record Found(Session session) implements SessionTarget {}

  /** It does not exist, is over, or could not be read. */
  record Missed(Outcome.Failure failure) implements SessionTarget {}

  /** {@return the session of that key, if it goes on} */
  static SessionTarget of(MiReads mi, String key) {
    return switch (B2bReader.session(mi, key)) {
      case MiResult.Success<Optional<Session>>(var found) when found.isEmpty() ->
          missed(
              ToolError.B2B_SESSION_NOT_FOUND,
              "The node has no B2B session " + key + "; it may have ended already.",
              "List the sessions with b2b_list_sessions.");
      case MiResult.Success<Optional<Session>>(var found) when found.get().ending() ->
          missed(
              ToolError.B2B_SESSION_ENDED,
              "B2B session " + key + " has ended and only waits to be removed.",
              "Nothing is left to do; b2b_list_sessions will stop showing it.");
      case MiResult.Success<Optional<Session>>(var found) -> new Found(found.get());
      case MiResult.Failure<Optional<Session>>(MiError error) ->
          new Missed(Outcome.Failure.of(error));
    };
  }

  private static Missed missed(ToolError error, String cause, String nextStep) {
    return new Missed(error.failure(cause, nextStep));
  }
}
