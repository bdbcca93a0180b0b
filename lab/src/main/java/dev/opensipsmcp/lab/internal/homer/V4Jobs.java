package dev.opensipsmcp.lab.internal.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.homer.HomerLabSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Export jobs: pending, running, completed or failed, by how often one asked. */
final class V4Jobs {
  private final HomerLabSettings settings;
  private final V4Query query;
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  private record Job(Answer file, boolean fails, AtomicInteger polls) {}

  V4Jobs(HomerLabSettings settings, V4Query query) {
    this.settings = settings;
    this.query = query;
  }

  Answer create(JsonObject body) {
    String type = Warehouse.text(body, "type");
    boolean text = type.equals("text") && !settings.emptyExports();
    if (!type.equals("pcap") && !text) {
      return V4Desk.error(400, "Bad Request", "Invalid export type");
    }
    JsonObject wanted = body.getAsJsonObject("query");
    List<String> ids = query.sessions(wanted);
    String id = "exp-" + numbers.incrementAndGet();
    List<Row> rows = settings.emptyExports() ? List.of() : query.own(wanted, ids);
    byte[] file = settings.emptyExports() ? new byte[0] : text ? Pcap.text(rows) : Pcap.of(rows);
    jobs.put(
        id,
        new Job(
            new Answer.Response(
                200, text ? "text/plain; charset=utf-8" : "application/vnd.tcpdump.pcap", file),
            ids.contains("fails@h"),
            new AtomicInteger()));
    return state(201, id, settings.exportPolls() == 0 ? "completed" : "pending");
  }

  Answer get(String rest) {
    boolean download = rest.endsWith("/download");
    String id = download ? rest.substring(0, rest.length() - "/download".length()) : rest;
    Job job = jobs.get(id);
    if (job == null) {
      return V4Desk.error(404, "Not Found", "Export not found");
    }
    if (download) {
      return job.file();
    }
    boolean done = job.polls().incrementAndGet() >= settings.exportPolls();
    return state(200, id, !done ? "running" : job.fails() ? "failed" : "completed");
  }

  private static Answer state(int status, String id, String state) {
    JsonObject data = new JsonObject();
    data.addProperty("export_id", id);
    data.addProperty("status", state);
    return V4Desk.data(status, data);
  }
}
