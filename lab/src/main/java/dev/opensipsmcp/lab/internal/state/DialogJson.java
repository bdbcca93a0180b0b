package dev.opensipsmcp.lab.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Prints dialogs with the members recorded on 3.6 and 4.0, in their order. */
public final class DialogJson {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private DialogJson() {}

  /**
   * {@return a dialog as JSON}
   *
   * @param dialog the dialog
   * @param zone the node's time zone
   * @param context whether variables and profiles are printed too
   */
  public static JsonObject of(Dialog dialog, ZoneId zone, boolean context) {
    JsonObject json = new JsonObject();
    json.addProperty("ID", dialog.id());
    json.addProperty("db_id", dialog.dbId());
    json.addProperty("state", dialog.state());
    json.addProperty("user_flags", "");
    time(json, "timestart", "datestart", dialog.start(), zone);
    time(json, "timeout", "dateout", dialog.timeout(), zone);
    json.addProperty("callid", dialog.callid());
    json.addProperty("from_uri", dialog.fromUri());
    json.addProperty("to_uri", dialog.toUri());
    leg(json, dialog.caller(), "caller", "callee");
    JsonArray callees = new JsonArray();
    dialog.callee().ifPresent(leg -> callees.add(leg(new JsonObject(), leg, "callee", "caller")));
    json.add("CALLEES", callees);
    if (context) {
      json.add("context", context(dialog));
    }
    return json;
  }

  private static void time(JsonObject json, String number, String text, long seconds, ZoneId zone) {
    json.addProperty(number, seconds);
    if (seconds != 0) {
      json.addProperty(text, DATE.format(Instant.ofEpochSecond(seconds).atZone(zone)));
    }
  }

  private static JsonObject leg(JsonObject json, Leg leg, String own, String other) {
    json.addProperty(own + "_tag", leg.tag());
    json.addProperty(own + "_contact", leg.contact());
    json.addProperty(other + "_cseq", leg.cseq());
    json.addProperty(own + "_route_set", "");
    json.addProperty(own + "_bind_addr", leg.socket());
    json.addProperty(own + "_sdp", leg.sdp());
    return json;
  }

  private static JsonObject context(Dialog dialog) {
    JsonObject context = new JsonObject();
    if (!dialog.values().isEmpty()) {
      context.add("values", entries(dialog.values()));
    }
    if (!dialog.profiles().isEmpty()) {
      context.add("profiles", entries(dialog.profiles()));
    }
    return context;
  }

  private static JsonArray entries(List<Dialog.Entry> entries) {
    JsonArray array = new JsonArray();
    for (Dialog.Entry entry : entries) {
      JsonObject json = new JsonObject();
      if (entry.number()) {
        json.addProperty(entry.name(), Integer.parseInt(entry.value()));
      } else {
        json.addProperty(entry.name(), printable(entry.value()));
      }
      array.add(json);
    }
    return array;
  }

  /** Control characters are printed as backslash sequences, before JSON escapes the backslash. */
  private static String printable(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char next = value.charAt(i);
      switch (next) {
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append(next);
      }
    }
    return text.toString();
  }
}
