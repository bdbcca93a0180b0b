package dev.opensipsmcp.server.audit;

import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Holds events against a filter. */
final class Matching {
  private Matching() {}

  static boolean matches(AuditFilter filter, JsonObject event) {
    return is(event, "subject", filter.subject())
        && is(event, "tool", filter.tool())
        && is(event, "instance", filter.instance())
        && is(event, "event", filter.event())
        && is(event, "outcome", filter.outcome())
        && within(event, filter);
  }

  private static boolean is(JsonObject event, String field, Optional<String> wanted) {
    return wanted.isEmpty() || text(event, field).equals(wanted.get());
  }

  private static boolean within(JsonObject event, AuditFilter filter) {
    if (filter.since().isEmpty() && filter.until().isEmpty()) {
      return true;
    }
    try {
      Instant time = Instant.parse(text(event, "time"));
      return (filter.since().isEmpty() || !time.isBefore(filter.since().get()))
          && (filter.until().isEmpty() || !time.isAfter(filter.until().get()));
    } catch (DateTimeException e) {
      return false;
    }
  }

  static String text(JsonObject event, String field) {
    return event.has(field) && event.get(field).isJsonPrimitive()
        ? event.get(field).getAsString()
        : "";
  }
}
