package dev.opensipsmcp.server.serve;

import dev.opensipsmcp.mcp.HttpPage;
import dev.opensipsmcp.server.metrics.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What HTTP answers beside the protocol: {@code /healthz} and {@code /readyz} to everybody, {@code
 * /metrics} to those alone who may use the server.
 *
 * @param metrics what was counted
 * @param state the state directory
 */
record Pages(Metrics metrics, Path state) {
  private static final String PLAIN = "text/plain; charset=utf-8";

  Map<String, HttpPage> all() {
    return Map.of(
        "/healthz", new HttpPage(true, () -> new HttpPage.Answer(200, PLAIN, "ok\n")),
        "/readyz", new HttpPage(true, this::ready),
        "/metrics",
            new HttpPage(false, () -> new HttpPage.Answer(200, Metrics.TYPE, metrics.text())));
  }

  /**
   * Ready means that calls can be written into the audit trail, without which the gate lets none
   * pass. A node that does not answer does not count: this server is what it is looked at with.
   */
  private HttpPage.Answer ready() {
    return writable(state)
        ? new HttpPage.Answer(200, PLAIN, "ready\n")
        : new HttpPage.Answer(503, PLAIN, "not ready: the state directory can't be written\n");
  }

  /** The directory is made at the first call, so until then the one that it will be made in. */
  private static boolean writable(Path directory) {
    Path at = directory.toAbsolutePath();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return Files.isDirectory(at) && Files.isWritable(at);
  }
}
