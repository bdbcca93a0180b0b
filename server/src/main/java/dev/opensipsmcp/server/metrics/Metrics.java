package dev.opensipsmcp.server.metrics;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this server counts of itself, in the names that OpenTelemetry has for MCP. No label holds a
 * word of a caller: methods and errors are of closed sets, tools of the catalogue. Safe for many
 * threads.
 */
public final class Metrics {
  /** The media type of {@link #text}. */
  public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** So many series at most; what comes later is counted together. */
  private static final int MOST = 2_000;

  private static final String DURATION = "mcp_server_operation_duration_seconds";
  private static final String OTHERS = labels("other", "other", "other");

  private final Map<String, Histogram> durations = new ConcurrentHashMap<>();
  private final AtomicLong running = new AtomicLong();
  private final String version;
  private final long started;
  private volatile Optional<More> more = Optional.empty();

  /**
   * @param version this product's version
   */
  public Metrics(String version) {
    this.version = version;
    this.started = System.currentTimeMillis();
  }

  /** Counts more than this class does. */
  @FunctionalInterface
  public interface More {
    /** Adds what it counts. */
    void count(Text text);
  }

  /** A text of metrics that is being written. */
  public static final class Text {
    private final StringBuilder text;

    private Text(StringBuilder text) {
      this.text = text;
    }

    /**
     * Adds a counter.
     *
     * @param name its name, ending in {@code _total}
     * @param help what it counts, one sentence
     * @param value what it is
     */
    public void counter(String name, String help, long value) {
      head(text, name, "counter", help);
      text.append(name).append(' ').append(value).append('\n');
    }
  }

  /** Says what else is to be counted. */
  public void also(More counts) {
    more = Optional.of(counts);
  }

  /** Says that an operation began. */
  public void begun() {
    running.incrementAndGet();
  }

  /**
   * Says that an operation ended.
   *
   * @param method the protocol's method, for example {@code tools/call}
   * @param tool the tool's name, which is one of the catalogue's; empty for other methods
   * @param error what kind of error it ended with; empty for none
   * @param nanos how long it took, in nanoseconds
   */
  public void ended(String method, Optional<String> tool, Optional<String> error, long nanos) {
    running.decrementAndGet();
    String series = labels(method, tool.orElse(""), error.orElse(""));
    if (!durations.containsKey(series) && durations.size() >= MOST) {
      series = OTHERS;
    }
    Histogram histogram = durations.get(series);
    if (histogram == null) {
      Histogram fresh = new Histogram();
      Histogram first = durations.putIfAbsent(series, fresh);
      histogram = first == null ? fresh : first;
    }
    histogram.record(nanos);
  }

  private static String labels(String method, String tool, String error) {
    return "mcp_method_name=\""
        + method
        + "\",gen_ai_tool_name=\""
        + tool
        + "\",error_type=\""
        + error
        + '"';
  }

  /** {@return all of it in Prometheus's text format} */
  public String text() {
    StringBuilder text = new StringBuilder(4_096);
    head(text, DURATION, "histogram", "Duration of MCP operations as seen by the server.");
    new TreeMap<>(durations).forEach((series, it) -> it.write(text, DURATION, series));
    value(text, "mcp_server_operations_running", "MCP operations in progress.", running.get());
    head(text, "opensips_mcp_build_info", "gauge", "The version that runs.");
    text.append("opensips_mcp_build_info{version=\"").append(version).append("\"} 1\n");
    value(
        text,
        "process_start_time_seconds",
        "When the process started, in seconds of Unix time.",
        TimeUnit.MILLISECONDS.toSeconds(started));
    Runtime runtime = Runtime.getRuntime();
    value(
        text,
        "jvm_memory_used_bytes",
        "Heap in use.",
        runtime.totalMemory() - runtime.freeMemory());
    value(text, "jvm_memory_limit_bytes", "Most heap that there can be.", runtime.maxMemory());
    more.ifPresent(it -> it.count(new Text(text)));
    return text.toString();
  }

  private static void value(StringBuilder text, String name, String help, long value) {
    head(text, name, "gauge", help);
    text.append(name).append(' ').append(value).append('\n');
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }
}
