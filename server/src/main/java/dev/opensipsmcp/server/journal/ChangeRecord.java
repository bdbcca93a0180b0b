package dev.opensipsmcp.server.journal;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Restore;
import java.time.Instant;
import java.util.Optional;

/**
 * One change, as the journal knows it.
 *
 * @param id the call's number, the same as in the audit trail
 * @param at when it began
 * @param instance the node
 * @param subject who made it
 * @param role the caller's role then
 * @param summary what was to happen to what
 * @param restore what its target was like before, and what brings that back
 * @param status how far it came
 * @param after what its target was like afterwards, where it could be read
 * @param reverts the change that it took back, if it did
 * @param revertedBy the change that took it back, if one did
 */
public record ChangeRecord(
    String id,
    Instant at,
    String instance,
    String subject,
    String role,
    String summary,
    Restore restore,
    Status status,
    Optional<JsonObject> after,
    Optional<String> reverts,
    Optional<String> revertedBy) {

  /** How far a change came. */
  public enum Status {
    /** It began, and nobody wrote down how it ended: the process may have stopped meanwhile. */
    BEGUN,
    /** It was made. */
    DONE,
    /** It was not made. */
    FAILED,
    /** It may have been made. */
    UNKNOWN,
    /** It was made and taken back. */
    REVERTED
  }

  /** {@return whether it can be taken back, as far as the journal tells} */
  public boolean revertible() {
    return status == Status.DONE && after.isPresent();
  }

  ChangeRecord done(Optional<JsonObject> state) {
    return with(Status.DONE, state, revertedBy);
  }

  ChangeRecord ended(Status how) {
    return with(how, after, revertedBy);
  }

  ChangeRecord takenBack(String by) {
    return with(Status.REVERTED, after, Optional.of(by));
  }

  private ChangeRecord with(Status how, Optional<JsonObject> state, Optional<String> by) {
    return new ChangeRecord(
        id, at, instance, subject, role, summary, restore, how, state, reverts, by);
  }
}
