package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.WritePorts;
import java.util.Optional;

/**
 * A change that the node accepts before it is done: its effect shows some moments later, when a
 * phone or another server answered. Looks again for a while before it says what is so afterwards.
 *
 * @param work the change
 */
public record Settling(CommandWork work) implements CommandWork {
  private static final int LOOKS = 15;
  private static final long PAUSE_MS = 100;

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return work.plan(arguments, ports);
  }

  @Override
  public String command() {
    return work.command();
  }

  @Override
  public Optional<JsonObject> arguments(JsonObject sent) {
    return work.arguments(sent);
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return work.state(arguments, ports);
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Outcome outcome = work.apply(plan, arguments, ports);
    if (!(outcome instanceof Outcome.Value value)
        || !(value.data() instanceof JsonObject result)
        || !result.has("after")) {
      return outcome;
    }
    JsonElement before = result.get("before");
    for (int look = 0; look < LOOKS && result.get("after").equals(before); look++) {
      if (!paused()
          || !(state(arguments, ports) instanceof MiResult.Success<JsonObject>(JsonObject now))) {
        break;
      }
      result.add("after", now);
    }
    return outcome;
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE_MS);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
