package dev.opensipsmcp.server.toolset.render;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Nodes;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;

/** A tool as MCP's {@code tools/list} has it. */
public final class Definition {

  private Definition() {}

  /** {@return the definition where there is one node, made anew at every call} */
  public static JsonObject of(Tool tool) {
    return of(tool, Nodes.ONE);
  }

  /** {@return the definition where there are so many nodes, made anew at every call} */
  public static JsonObject of(Tool tool, Nodes nodes) {
    return definition(tool, nodes, EnvelopeSchema.brief(tool, nodes));
  }

  /** {@return the definition with every member described, whatever the nodes} */
  public static JsonObject full(Tool tool) {
    return full(tool, Nodes.SEVERAL);
  }

  /** {@return the definition with every member described, where there are so many nodes} */
  public static JsonObject full(Tool tool, Nodes nodes) {
    return definition(tool, nodes, EnvelopeSchema.full(tool, nodes));
  }

  /**
   * {@return what the definition costs a model to read at most, in tokens, at four characters each}
   */
  public static int tokens(Tool tool) {
    return (of(tool, Nodes.SEVERAL).toString().length() + 3) / 4;
  }

  private static JsonObject definition(Tool tool, Nodes nodes, JsonObject output) {
    JsonObject definition = new JsonObject();
    definition.addProperty("name", tool.name());
    definition.addProperty("title", tool.title());
    definition.addProperty("description", DescriptionText.of(tool));
    definition.add("inputSchema", SharedParameters.of(tool, nodes).json());
    definition.add("outputSchema", output);
    definition.add("annotations", annotations(tool));
    return definition;
  }

  private static JsonObject annotations(Tool tool) {
    Risk risk = tool.demand().risk();
    JsonObject hints = new JsonObject();
    hints.addProperty("readOnlyHint", risk == Risk.READ);
    hints.addProperty("destructiveHint", risk.compareTo(Risk.REVERSIBLE) > 0);
    hints.addProperty("idempotentHint", tool.idempotent());
    hints.addProperty("openWorldHint", false);
    return hints;
  }
}
