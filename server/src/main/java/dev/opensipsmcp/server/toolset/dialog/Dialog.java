package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A dialog as a node lists it; the same members on 3.4 to 4.0.
 *
 * @param id the dialog ID as printed, two hexadecimal numbers joined by a dot
 * @param callid the SIP Call-ID
 * @param state 1 to 5, see {@link #stateName}
 * @param started when it was answered, in seconds since 1970; 0 before that
 * @param timeout when it will be ended by its lifetime, in seconds since 1970
 * @param caller the From URI
 * @param callee the To URI
 * @param callerTag the caller's tag
 * @param calleeTags the tag of each callee leg
 * @param raw everything that the node told
 */
record Dialog(
    String id,
    String callid,
    int state,
    long started,
    long timeout,
    String caller,
    String callee,
    String callerTag,
    List<String> calleeTags,
    JsonObject raw) {
  private static final List<String> STATES =
      List.of("unknown", "unconfirmed", "early", "confirmed_no_ack", "confirmed", "deleted");
  private static final int DELETED = 5;

  /** {@return the dialog of one element of a node's list} */
  static Dialog of(JsonObject raw) {
    List<String> calleeTags = new ArrayList<>(1);
    for (JsonElement leg : Json.list(raw, "CALLEES")) {
      calleeTags.add(Json.text(Json.asObject(leg), "callee_tag"));
    }
    return new Dialog(
        Json.text(raw, "ID"),
        Json.text(raw, "callid"),
        (int) Json.number(raw, "state", 0),
        Json.number(raw, "timestart", 0),
        Json.number(raw, "timeout", 0),
        Json.text(raw, "from_uri"),
        Json.text(raw, "to_uri"),
        Json.text(raw, "caller_tag"),
        List.copyOf(calleeTags),
        raw);
  }

  /** {@return the state in words} */
  String stateName() {
    return STATES.get(state >= 0 && state < STATES.size() ? state : 0);
  }

  /** {@return whether it is ended and only waits to be removed} */
  boolean deleted() {
    return state == DELETED;
  }

  /** {@return seconds since it was answered; negative before that} */
  long age(Instant now) {
    return started <= 0 ? -1 : Math.max(0, now.getEpochSecond() - started);
  }

  /** {@return whether these tags are this dialog's, seen from either end; an empty one fits} */
  boolean hasTags(String fromTag, String toTag) {
    return (fits(fromTag, callerTag) && fitsCallee(toTag))
        || (fitsCallee(fromTag) && fits(toTag, callerTag));
  }

  private boolean fitsCallee(String tag) {
    return tag.isEmpty() || calleeTags.contains(tag);
  }

  private static boolean fits(String wanted, String tag) {
    return wanted.isEmpty() || wanted.equals(tag);
  }

  /** {@return the line that a list shows} */
  JsonObject row(Instant now) {
    JsonObject row = new JsonObject();
    row.addProperty("dialog_id", id);
    row.addProperty("callid", callid);
    row.addProperty("state", stateName());
    if (started > 0) {
      row.addProperty("age_s", age(now));
      row.addProperty("started", Instant.ofEpochSecond(started).toString());
    }
    if (timeout > 0) {
      row.addProperty("ends_in_s", timeout - now.getEpochSecond());
    }
    row.addProperty("caller", caller);
    row.addProperty("callee", callee);
    row.addProperty("from_tag", callerTag);
    if (!calleeTags.isEmpty()) {
      row.addProperty("to_tag", calleeTags.getFirst());
    }
    return row;
  }

  /** {@return what names this dialog and does not move by itself: the target of a change} */
  JsonObject identity() {
    JsonObject identity = new JsonObject();
    identity.addProperty("dialog_id", id);
    identity.addProperty("callid", callid);
    identity.addProperty("from_tag", callerTag);
    identity.add("to_tags", Json.texts(calleeTags));
    identity.addProperty("state", stateName());
    return identity;
  }

  /**
   * {@return the hash bucket that a dialog ID names; negative when the text is no dialog ID} The
   * part before the dot is the bucket in hexadecimal, its digits in reverse, and a node lists its
   * dialogs by rising bucket (recorded on 3.4, 3.6 and 4.0).
   */
  static long bucket(String id) {
    int dot = id.indexOf('.');
    if (dot < 1 || dot > 8 || !hexadecimal(id, dot + 1, id.length())) {
      return -1;
    }
    long bucket = 0;
    for (int at = dot - 1; at >= 0; at--) {
      int digit = Character.digit(id.charAt(at), 16);
      if (digit < 0) {
        return -1;
      }
      bucket = bucket * 16 + digit;
    }
    return bucket;
  }

  private static boolean hexadecimal(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (Character.digit(text.charAt(at), 16) < 0) {
        return false;
      }
    }
    return from < to;
  }
}
