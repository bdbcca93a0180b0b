package dev.opensipsmcp.server.toolset.meta;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code whoami}. */
final class Whoami implements Work.Read {
  private final ToolDirectory directory;
  private final List<String> instances;

  private Whoami(ToolDirectory directory, List<String> instances) {
    this.directory = directory;
    this.instances = instances;
  }

  static Tool tool(ToolDirectory directory, List<String> instances) {
    return new Tool(
        "whoami",
        "meta",
        "Who is asking",
        new Description(
            "Tell who the caller is, with which role, scopes, toolsets and nodes.",
            "Use when a call was refused, or before planning changes.",
            Optional.of("Not for what was done; use `audit_query`."),
            Optional.empty(),
            "Returns one object."),
        new Demand(Scope.DOCS_READ, Risk.READ),
        true,
        Schema.arguments(),
        Schema.object(
            "The caller",
            Schema.required("subject", Schema.text("The caller's name in the audit trail")),
            Schema.required("role", Schema.text("The role in force")),
            Schema.required("scopes", Schema.list("Rights", Schema.text("A right"))),
            Schema.required(
                "toolsets",
                Schema.list(
                    "What the caller can reach",
                    Schema.object(
                        "One toolset",
                        Schema.required("name", Schema.text("Its name")),
                        Schema.required("description", Schema.text("What it is for")),
                        Schema.required("listed", Schema.flag("Whether the tool list has it")),
                        Schema.required(
                            "tools", Schema.integer("How many tools the caller may use"))))),
            Schema.required(
                "instances",
                Schema.list(
                    "Nodes by name; the first is meant by default", Schema.text("A node")))),
        Needs.NOTHING,
        List.of(
            "Who am I and what may I do?",
            "Which role and scopes do I have?",
            "Why was my call refused?"),
        List.of(),
        new Whoami(directory, instances));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Rights rights = ports.rights();
    List<String> scopes = new ArrayList<>();
    for (Scope scope : Scope.values()) {
      if (rights.grants(scope)) {
        scopes.add(scope.label());
      }
    }
    JsonObject row = new JsonObject();
    row.addProperty("subject", rights.subject());
    row.addProperty("role", rights.role());
    row.add("scopes", Json.texts(scopes));
    row.add("toolsets", Json.list(toolsets(rights)));
    row.add("instances", Json.texts(instances));
    return new Outcome.Value(row);
  }

  private List<JsonObject> toolsets(Rights rights) {
    List<JsonObject> rows = new ArrayList<>();
    for (Toolset toolset : directory.toolsets()) {
      int usable = 0;
      for (Tool tool : toolset.tools()) {
        usable += rights.mayCall(tool) ? 1 : 0;
      }
      if (usable > 0) {
        JsonObject row = new JsonObject();
        row.addProperty("name", toolset.name());
        row.addProperty("description", toolset.description());
        row.addProperty("listed", directory.listed().contains(toolset.name()));
        row.addProperty("tools", usable);
        rows.add(row);
      }
    }
    return rows;
  }
}
