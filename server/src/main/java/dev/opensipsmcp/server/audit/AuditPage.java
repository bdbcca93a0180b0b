package dev.opensipsmcp.server.audit;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * Events, newest first.
 *
 * @param events as they were written, without the chain's hashes
 * @param cursors for each event the cursor that continues behind it
 * @param more whether older events may match
 */
public record AuditPage(List<JsonObject> events, List<String> cursors, boolean more) {
  public AuditPage {
    events = List.copyOf(events);
    cursors = List.copyOf(cursors);
  }

  /** {@return the cursor that continues behind the first {@code n} events; {@code n} at least 1} */
  public String cursorAfter(int n) {
    return cursors.get(n - 1);
  }
}
