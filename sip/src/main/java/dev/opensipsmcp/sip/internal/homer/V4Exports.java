package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.sip.homer.ExportFormat;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError.Kind;
import dev.opensipsmcp.sip.trace.Watch;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Exports of Homer 11: a job that is asked about until it is done. Servers of early releases end it
 * with an empty file; then the export that is made while one waits is asked for.
 */
final class V4Exports {
  private static final int FIRST_WAIT_MS = 20;
  private static final int LONGEST_WAIT_MS = 1_000;

  private final HomerLink link;
  private final Duration deadline;

  V4Exports(HomerLink link, Duration deadline) {
    this.link = link;
    this.deadline = deadline;
  }

  void export(
      ExportFormat format,
      Collection<String> callIds,
      TimeWindow window,
      Exported sink,
      long most,
      Notes notes,
      Watch watch)
      throws HomerFailure {
    for (String event : List.of("call", "registration", "default")) {
      JsonObject query = V4Homer.sessions(callIds, event, window);
      sink.again();
      Optional<JsonObject> begun = begin(format, query, watch);
      if (begun.isPresent()) {
        String job = finished(begun.get(), watch);
        link.ask("GET", "/exports/" + job + "/download", "", sink, most, watch);
        if (!sink.empty()) {
          return;
        }
      }
      sink.again();
      direct(format, query, sink, most, watch);
      if (!sink.empty()) {
        notes.add(
            begun.isPresent()
                ? "The server's export job gave an empty file; it exported directly instead."
                : "The server makes no jobs of text; it exported directly instead.");
        return;
      }
    }
  }

  /** {@return the job; nothing where the server makes none of text, as early ones don't} */
  private Optional<JsonObject> begin(ExportFormat format, JsonObject query, Watch watch)
      throws HomerFailure {
    JsonObject body = new JsonObject();
    body.addProperty("type", name(format));
    body.add("query", query);
    try {
      return Optional.of(Json.object(link.post("/exports", body, watch), "data"));
    } catch (HomerFailure e) {
      if (format == ExportFormat.PCAP || e.error().kind() != Kind.REFUSED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static String name(ExportFormat format) {
    return format == ExportFormat.PCAP ? "pcap" : "text";
  }

  /** {@return the number of a job, once it is done} */
  private String finished(JsonObject begun, Watch watch) throws HomerFailure {
    JsonObject job = begun;
    String id = Json.text(job, "export_id");
    if (!id.matches("[A-Za-z0-9_-]{1,128}")) {
      throw wrong("Homer began an export without saying which.");
    }
    long end = System.nanoTime() + deadline.toNanos();
    long wait = FIRST_WAIT_MS;
    while (true) {
      switch (Json.text(job, "status").toLowerCase(Locale.ROOT)) {
        case "completed", "done", "ready", "finished" -> {
          return id;
        }
        case "failed", "error", "cancelled", "expired" ->
            throw wrong("Homer could not make the export.");
        default -> pause(end, wait, watch);
      }
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
      job = Json.object(link.get("/exports/" + id, watch), "data");
    }
  }

  private void pause(long end, long wait, Watch watch) throws HomerFailure {
    if (watch.cancelled()) {
      throw HomerHttp.withdrawn();
    }
    if (System.nanoTime() - end > 0) {
      throw new HomerFailure(
          Kind.TIMEOUT,
          "Homer's export was not ready within " + deadline.toMillis() + " ms.",
          "Narrow the time, or have homer.timeout_ms raised.");
    }
    try {
      Thread.sleep(wait);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw HomerHttp.withdrawn();
    }
  }

  private static HomerFailure wrong(String message) {
    return new HomerFailure(
        Kind.WRONG_ANSWER, message, "Take the messages with homer_get_call_transaction.");
  }

  /** Without messages the server refuses: that is an empty export. */
  private void direct(ExportFormat format, JsonObject query, Exported sink, long most, Watch watch)
      throws HomerFailure {
    try {
      link.ask("POST", "/transactions/export/" + name(format), query.toString(), sink, most, watch);
    } catch (HomerFailure e) {
      if (e.error().kind() != Kind.REFUSED) {
        throw e;
      }
    }
  }
}
