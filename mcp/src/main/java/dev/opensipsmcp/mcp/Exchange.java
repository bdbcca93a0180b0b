package dev.opensipsmcp.mcp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/** One request while it is being served. */
public interface Exchange {

  /** {@return who asked} */
  Caller caller();

  /** {@return what the client is and can do} */
  Client client();

  /**
   * {@return the client's answers to an {@link Reply.InputRequired} of the previous round, by the
   * keys asked with; empty in the first round} In the old era the protocol core has asked the
   * client itself, so a host never sees a difference.
   */
  JsonObject inputResponses();

  /**
   * {@return the state that {@link Reply.InputRequired} carried, proven to be unaltered, unexpired,
   * unused and for this caller, method and arguments; empty in the first round}
   */
  Optional<JsonElement> state();

  /**
   * Tells how far the work is, if the client asked to be told.
   *
   * @param done the part done, growing
   * @param total the whole, or a negative number when unknown
   * @param message what is being done
   */
  void progress(double done, double total, String message);

  /**
   * Sends a log message to the client, if it asked for that level.
   *
   * @param level a syslog name: debug, info, notice, warning, error, critical, alert, emergency
   * @param data any JSON
   */
  void log(String level, JsonElement data);

  /**
   * {@return the trace and span that the request belongs to, as W3C's {@code traceparent} of {@code
   * _meta}; empty when none was given, or one of a wrong form}
   */
  default Optional<String> traceParent() {
    return Optional.empty();
  }

  /** {@return whether the client withdrew the request; the serving thread is also interrupted} */
  boolean cancelled();
}
