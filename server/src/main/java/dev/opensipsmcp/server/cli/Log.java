package dev.opensipsmcp.server.cli;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;

/** Writes log lines as JSON to standard error; standard output belongs to the protocol. */
public final class Log {
  private final PrintStream err;
  private final System.Logger.Level least;

  /**
   * Makes a log.
   *
   * @param err where the lines go
   * @param least the least level that is written
   */
  public Log(PrintStream err, System.Logger.Level least) {
    this.err = err;
    this.least = least;
  }

  /**
   * Writes one line, if the level is high enough.
   *
   * @param level how grave it is
   * @param message one sentence without secrets
   */
  public void write(System.Logger.Level level, String message) {
    if (level.getSeverity() < least.getSeverity()) {
      return;
    }
    JsonObject line = new JsonObject();
    line.addProperty("time", Instant.now().toString());
    line.addProperty("level", level.name().toLowerCase(Locale.ROOT));
    line.addProperty("message", message);
    err.println(line);
  }
}
