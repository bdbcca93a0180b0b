package dev.opensipsmcp.server.audit;

import com.google.gson.JsonObject;
import java.util.Locale;

/**
 * Something that belongs into the trail, before it has a place there.
 *
 * @param kind what happened
 * @param id the same for all events of one call
 * @param fields the rest, already redacted; time, sequence number and hashes are added on writing
 */
public record AuditEvent(Kind kind, String id, JsonObject fields) {

  /** What can happen. */
  public enum Kind {
    /** A change is about to run. */
    INTENT,
    /** A change ended, or may have. */
    OUTCOME,
    /** Something was read. */
    READ,
    /** A change was planned and not run. */
    PLAN,
    /** A call was refused. */
    DENIED,
    /** An approval was asked for, given or declined. */
    APPROVAL,
    /** What an ended process left open was found and closed. */
    RECOVERED;

    /** {@return the written form, for example {@code intent}} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
