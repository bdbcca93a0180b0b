package dev.opensipsmcp.lab.internal.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call as module dialog keeps it.
 *
 * @param id the ID that is printed, two hexadecimal numbers joined by a dot
 * @param dbId the number under which the database keeps it
 * @param state 1 unconfirmed, 2 early, 3 confirmed without ACK, 4 confirmed, 5 deleted
 * @param start when it was answered, in seconds since 1970; 0 before that
 * @param timeout when it times out, in seconds since 1970; 0 before it was answered
 * @param callid the Call-ID
 * @param fromUri the caller
 * @param toUri who was called
 * @param caller the caller's side
 * @param callee the other side, once it rang
 * @param values its variables, the latest first
 * @param profiles the profiles that it is in, with values or empty ones
 */
public record Dialog(
    String id,
    String dbId,
    int state,
    long start,
    long timeout,
    String callid,
    String fromUri,
    String toUri,
    Leg caller,
    Optional<Leg> callee,
    List<Entry> values,
    List<Entry> profiles) {

  private static final int EARLY = 2;
  private static final int DELETED = 5;

  public Dialog {
    values = List.copyOf(values);
    profiles = List.copyOf(profiles);
  }

  /**
   * A name and a value.
   *
   * @param name the name
   * @param value the value
   * @param number whether it is kept as a number
   */
  public record Entry(String name, String value, boolean number) {
    /** A text. */
    public Entry(String name, String value) {
      this(name, value, false);
    }
  }

  /** {@return whether it is a call that was answered and goes on} */
  public boolean active() {
    return state > EARLY && state < DELETED;
  }

  /** {@return whether it rings} */
  public boolean early() {
    return state == EARLY;
  }

  /** {@return whether it ended and is only waiting to be forgotten} */
  public boolean deleted() {
    return state == DELETED;
  }

  /**
   * {@return whether it is in a profile}
   *
   * @param profile the profile's name
   * @param value the value it must have there; any when empty
   */
  public boolean in(String profile, Optional<String> value) {
    for (Entry entry : profiles) {
      if (entry.name().equals(profile) && value.map(entry.value()::equals).orElse(true)) {
        return true;
      }
    }
    return false;
  }

  Dialog with(Entry set) {
    List<Entry> more = new ArrayList<>();
    boolean known = false;
    for (Entry entry : values) {
      boolean same = entry.name().equals(set.name());
      known |= same;
      more.add(same ? set : entry);
    }
    if (!known) {
      more.addFirst(set);
    }
    return new Dialog(
        id, dbId, state, start, timeout, callid, fromUri, toUri, caller, callee, more, profiles);
  }
}
