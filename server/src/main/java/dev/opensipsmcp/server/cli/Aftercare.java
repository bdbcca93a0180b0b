package dev.opensipsmcp.server.cli;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.audit.AuditLog;
import java.io.IOException;

/**
 * What a start owes its operator but not its first client: telling which changes an earlier process
 * began and never ended, and making the gate ready for the first call. Runs beside the serving, and
 * at the latest when it ends.
 */
final class Aftercare implements AutoCloseable {
  private static final long PAUSE_MS = 300;
  private final AuditLog audit;
  private final Wiring wiring;
  private final Log log;
  private boolean done;

  Aftercare(AuditLog audit, Wiring wiring, Log log) {
    this.audit = audit;
    this.wiring = wiring;
    this.log = log;
  }

  /** Begins it once the first client had its chance. */
  void begin() {
    Thread thread =
        new Thread("aftercare") {
          @Override
          public void run() {
            try {
              sleep(PAUSE_MS);
              report();
              wiring.gate();
            } catch (InterruptedException e) {
              interrupt();
            }
          }
        };
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized void report() {
    if (done) {
      return;
    }
    done = true;
    try {
      for (JsonObject intent : audit.recover()) {
        log.write(
            System.Logger.Level.WARNING,
            "A change was interrupted, its outcome is unknown: " + intent);
      }
    } catch (IOException e) {
      log.write(
          System.Logger.Level.WARNING,
          "The audit trail can't be read or written, so no change will run: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    report();
  }
}
