package dev.opensipsmcp.server.cli;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

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
    if (writes(level)) {
      err.println(line(level, message));
    }
  }

  /**
   * Writes at level debug that an operation ended.
   *
   * @param method the protocol's method
   * @param tool the tool, for a call of one
   * @param error what kind of error it ended with; empty for none
   * @param millis how long it took, in milliseconds
   * @param traceParent the trace that it belongs to, as W3C Trace Context writes it
   */
  void operation(
      String method,
      Optional<String> tool,
      Optional<String> error,
      long millis,
      Optional<String> traceParent) {
    if (!writes(System.Logger.Level.DEBUG)) {
      return;
    }
    JsonObject line = line(System.Logger.Level.DEBUG, "operation ended");
    line.addProperty("mcp.method.name", method);
    tool.ifPresent(name -> line.addProperty("gen_ai.tool.name", name));
    error.ifPresent(kind -> line.addProperty("error.type", kind));
    line.addProperty("ms", millis);
    if (traceParent.isPresent()) {
      line.addProperty("trace_id", traceParent.get().substring(3, 35));
      line.addProperty("parent_span_id", traceParent.get().substring(36, 52));
    }
    err.println(line);
  }

  private boolean writes(System.Logger.Level level) {
    return level.getSeverity() >= least.getSeverity();
  }

  private static JsonObject line(System.Logger.Level level, String message) {
    JsonObject line = new JsonObject();
    line.addProperty("time", Instant.now().toString());
    line.addProperty("level", level.name().toLowerCase(Locale.ROOT));
    line.addProperty("message", message);
    return line;
  }
}
