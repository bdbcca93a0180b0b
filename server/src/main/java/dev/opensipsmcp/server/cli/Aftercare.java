package dev.opensipsmcp.server.cli;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.audit.AuditLog;
import java.io.IOException;

/**
 * What a start owes its operator but not its first client: telling which changes an earlier process
 * began and never ended, and that a database does not fit, and making the gate ready for the first
 * call. Runs beside the serving; of changes it tells at the latest when that ends.
 */
final class Aftercare implements AutoCloseable {
  private static final long PAUSE_MS = 300;
  private final AuditLog audit;
  private final Wiring wiring;
  private final Log log;
  private boolean done;
  private volatile boolean closed;

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
              databases();
            } catch (InterruptedException e) {
              interrupt();
            }
          }
        };
    thread.setDaemon(true);
    thread.start();
  }

  /** Tells of databases that can't be used, or whose tables fit no version of OpenSIPS. */
  private void databases() {
    DatabaseFinding.each(wiring.instances().all())
        .forEach((nodes, finding) -> {
          if (closed) {
            return; // What was found may only be that the connections are being closed.
          }
          switch (finding) {
            case DatabaseFinding.Good(String found) ->
                log.write(System.Logger.Level.DEBUG, "The database of " + nodes + ": " + found);
            case DatabaseFinding.Odd(String found) ->
                log.write(System.Logger.Level.WARNING, "The database of " + nodes + ": " + found);
            case DatabaseFinding.Bad(String why) ->
                log.write(System.Logger.Level.WARNING, "The database of " + nodes + ": " + why);
          }
        });
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
    closed = true;
    report();
  }
}
