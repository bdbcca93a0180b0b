package dev.opensipsmcp.server.toolset.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Nodes;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;

/**
 * The one shape of every result: {@code data} and what is to be known about it.
 *
 * <p>Lists of tools carry the short form, which names the columns of {@code data} and leaves out
 * what is the same everywhere; {@code tool_describe} and the reference carry the full one.
 */
public final class EnvelopeSchema {

  private EnvelopeSchema() {}

  /** {@return what a plan of a change looks like: the {@code plan} of a dry run} */
  public static Schema plan() {
    return Schema.object(
        "With dry_run: what would change",
        Schema.required("summary", Schema.text("What would happen to what")),
        Schema.required("target", Schema.map("The state that the change relies on")),
        Schema.required("shown", Schema.map("More about the target as it is now")),
        Schema.required("effects", Schema.list("What would be different", Schema.text("Effect"))),
        Schema.required("undo", Schema.text("How to undo it, or that nothing can")));
  }

  /** {@return the whole output schema, every member described} */
  public static JsonObject full(Tool tool, Nodes nodes) {
    return envelope(tool, nodes, tool.output().json(), plan().json(), true);
  }

  /** {@return the output schema as tools/list carries it} */
  public static JsonObject brief(Tool tool, Nodes nodes) {
    return envelope(tool, nodes, briefData(tool.output()), type("object"), false);
  }

  private static JsonObject briefData(Schema output) {
    JsonObject full = output.json();
    JsonObject data = full.has("type") ? type(full.get("type").getAsString()) : new JsonObject();
    String columns = columns(output.properties().isEmpty() ? output.items() : output);
    data.add(
        "description", columns.isEmpty() ? full.get("description") : new JsonPrimitive(columns));
    return data;
  }

  private static String columns(Schema schema) {
    StringBuilder columns = new StringBuilder();
    for (Schema.Property property : schema.properties()) {
      columns.append(columns.isEmpty() ? "" : ", ").append(property.name());
    }
    return columns.toString();
  }

  private static JsonObject envelope(
      Tool tool, Nodes nodes, JsonObject data, JsonObject plan, boolean described) {
    JsonObject members = new JsonObject();
    members.add("data", data);
    JsonArray required = new JsonArray();
    if (!(tool.work() instanceof Work.Read)) {
      members.add("plan", plan);
    } else if (nodes == Nodes.SEVERAL && SharedParameters.reachesNodes(tool)) {
      members.add("nodes", described ? node().json() : type("array"));
    } else {
      required.add("data");
    }
    if (described) {
      members.add("truncated", member("boolean", "More exists than is here"));
      members.add("next_cursor", member("string", "Pass it as cursor for the next page"));
      JsonObject warnings = member("array", "What to know beside the data");
      warnings.add("items", member("string", "A warning"));
      members.add("warnings", warnings);
      if (!(tool.work() instanceof Work.Read)) {
        members.add("change_id", member("string", "Give it to change_revert to undo the change"));
      }
      members.add("source", member("object", "Instance, version and time of the data"));
      required.add("source");
    } else if (pages(tool)) {
      members.add("next_cursor", type("string"));
    }
    JsonObject schema = type("object");
    schema.add("properties", members);
    if (!required.isEmpty()) {
      schema.add("required", required);
    }
    return schema;
  }

  /** What stands in place of data when a call names several nodes: a row for each. */
  private static Schema node() {
    return Schema.list(
        "In place of data when instance names several nodes: a row for each",
        Schema.object(
            "One node's result",
            Schema.required("instance", Schema.text("The node's name")),
            Schema.optional("version", Schema.text("The node's own words about its version")),
            Schema.required("ok", Schema.flag("Whether it gave a result")),
            Schema.optional("data", Schema.any("Its result, as data would have it")),
            Schema.optional("truncated", Schema.flag("More exists than is here")),
            Schema.optional(
                "next_cursor", Schema.text("Pass it as cursor, with this node as instance")),
            Schema.optional("warnings", Schema.list("What to know", Schema.text("A warning"))),
            Schema.optional("error", Schema.map("Without a result: code, cause, next_step"))));
  }

  private static boolean pages(Tool tool) {
    for (Schema.Property argument : tool.input().properties()) {
      if (argument.name().equals("cursor")) {
        return true;
      }
    }
    return false;
  }

  private static JsonObject type(String type) {
    JsonObject schema = new JsonObject();
    schema.addProperty("type", type);
    return schema;
  }

  private static JsonObject member(String type, String description) {
    JsonObject member = type(type);
    member.addProperty("description", description);
    return member;
  }
}
