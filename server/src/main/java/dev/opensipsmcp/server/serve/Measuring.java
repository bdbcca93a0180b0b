package dev.opensipsmcp.server.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Prompts;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.Resources;
import dev.opensipsmcp.mcp.ToolResult;
import dev.opensipsmcp.mcp.Tools;
import dev.opensipsmcp.server.metrics.Metrics;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Counts and times what is served. Written without lambdas and switches over types, which would
 * cost every start milliseconds.
 */
final class Measuring {
  private static final Optional<String> NONE = Optional.empty();
  private static final Optional<String> FAULT = Optional.of("rpc_error");
  private static final Optional<String> TOOL_ERROR = Optional.of("tool_error");
  private static final Optional<String> BROKEN = Optional.of("exception");
  private static final Optional<String> UNKNOWN = Optional.of("unknown");

  private final Metrics metrics;
  private final CallLog log;
  private final Predicate<String> known;

  /**
   * Makes it.
   *
   * @param metrics takes the figures
   * @param log hears of each operation
   * @param known whether the catalogue has a tool of that name; another name is a caller's own
   *     word, and no label
   */
  Measuring(Metrics metrics, CallLog log, Predicate<String> known) {
    this.metrics = metrics;
    this.log = log;
    this.known = known;
  }

  Tools of(Tools tools) {
    return new MeasuredTools(tools);
  }

  Resources of(Resources resources) {
    return new MeasuredResources(resources);
  }

  Prompts of(Prompts prompts) {
    return new MeasuredPrompts(prompts);
  }

  /** One operation that is being served. */
  private final class Operation implements AutoCloseable {
    private final String method;
    private final Optional<String> tool;
    private final Optional<String> traceParent;
    private final long start = System.nanoTime();
    private Optional<String> error = BROKEN;

    Operation(String method, Optional<String> tool, Optional<String> traceParent) {
      this.method = method;
      this.tool = tool;
      this.traceParent = traceParent;
      metrics.begun();
    }

    <T> T well(T result) {
      error = NONE;
      return result;
    }

    <T> Reply<T> replied(Reply<T> reply) {
      error = NONE;
      if (reply instanceof Reply.Fault) {
        error = FAULT;
      } else if (reply instanceof Reply.Complete<T> complete
          && complete.result() instanceof ToolResult result
          && result.isError()) {
        error = TOOL_ERROR;
      }
      return reply;
    }

    @Override
    public void close() {
      long nanos = System.nanoTime() - start;
      metrics.ended(method, tool, error, nanos);
      log.ended(method, tool, error, nanos, traceParent);
    }
  }

  private Operation begin(String method) {
    return new Operation(method, NONE, NONE);
  }

  private Operation begin(String method, Exchange exchange) {
    return new Operation(method, NONE, exchange.traceParent());
  }

  private final class MeasuredTools implements Tools {
    private final Tools tools;

    MeasuredTools(Tools tools) {
      this.tools = tools;
    }

    @Override
    public List<JsonObject> list(Caller caller) {
      try (Operation operation = begin("tools/list")) {
        return operation.well(tools.list(caller));
      }
    }

    @Override
    public Reply<ToolResult> call(String name, JsonObject arguments, Exchange exchange) {
      Optional<String> tool = known.test(name) ? Optional.of(name) : UNKNOWN;
      try (Operation operation = new Operation("tools/call", tool, exchange.traceParent())) {
        return operation.replied(tools.call(name, arguments, exchange));
      }
    }
  }

  private final class MeasuredResources implements Resources {
    private final Resources resources;

    MeasuredResources(Resources resources) {
      this.resources = resources;
    }

    @Override
    public List<JsonObject> list(Caller caller) {
      try (Operation operation = begin("resources/list")) {
        return operation.well(resources.list(caller));
      }
    }

    @Override
    public List<JsonObject> templates(Caller caller) {
      try (Operation operation = begin("resources/templates/list")) {
        return operation.well(resources.templates(caller));
      }
    }

    @Override
    public Reply<JsonArray> read(String uri, Exchange exchange) {
      try (Operation operation = begin("resources/read", exchange)) {
        return operation.replied(resources.read(uri, exchange));
      }
    }
  }

  private final class MeasuredPrompts implements Prompts {
    private final Prompts prompts;

    MeasuredPrompts(Prompts prompts) {
      this.prompts = prompts;
    }

    @Override
    public List<JsonObject> list(Caller caller) {
      try (Operation operation = begin("prompts/list")) {
        return operation.well(prompts.list(caller));
      }
    }

    @Override
    public Reply<JsonObject> get(String name, JsonObject arguments, Exchange exchange) {
      try (Operation operation = begin("prompts/get", exchange)) {
        return operation.replied(prompts.get(name, arguments, exchange));
      }
    }
  }
}
