package dev.opensipsmcp.server.toolset.render;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;
import java.util.Set;

/** Writes the reference of all tools as one page of Markdown; the same tools give the same page. */
public final class ReferencePage {
  /** Keywords of a schema that restrict a value, with the words for them. */
  private static final List<List<String>> LIMITS =
      List.of(
          List.of("enum", "one of "),
          List.of("minimum", "at least "),
          List.of("maximum", "at most "),
          List.of("maxLength", "characters at most "),
          List.of("maxItems", "items at most "),
          List.of("pattern", "matches "),
          List.of("default", "default "),
          List.of("examples", "for example "));

  private final StringBuilder page = new StringBuilder(32_000);

  private ReferencePage() {}

  /**
   * {@return the page}
   *
   * @param toolsets all toolsets, in the order to show
   * @param listed the names of those that are listed by default
   */
  public static String of(List<Toolset> toolsets, Set<String> listed) {
    ReferencePage reference = new ReferencePage();
    reference.head();
    for (Toolset toolset : toolsets) {
      reference.toolset(toolset, listed.contains(toolset.name()));
    }
    return reference.page.toString();
  }

  private void head() {
    line("# Tools");
    line("");
    line("Generated from the tools themselves; a test holds this page against them.");
    line("");
    line(
        "Every result has `data` (or `plan`, for a dry run), `truncated`, `next_cursor`,"
            + " `warnings` and `source`. Every failure has a stable code, its cause and the next"
            + " step.");
  }

  private void toolset(Toolset toolset, boolean listed) {
    line("");
    line("## Toolset `" + toolset.name() + "`");
    line("");
    line(toolset.description() + (listed ? "" : " Not listed by default."));
    toolset.tools().forEach(this::tool);
  }

  private void tool(Tool tool) {
    line("");
    line("### `" + tool.name() + "`: " + tool.title());
    line("");
    line(DescriptionText.of(tool));
    line("");
    line(
        "Risk: "
            + tool.demand().risk().label()
            + (tool.idempotent() ? ". Repeating a call changes nothing more." : ".")
            + (tool.aliases().isEmpty() ? "" : " Aliases: " + codes(tool.aliases()) + "."));
    arguments(SharedParameters.of(tool).properties());
    result(tool.output());
    line("");
    line("Asked for, for example, by:");
    line("");
    tool.examples().forEach(example -> line("- " + example));
  }

  private void arguments(List<Schema.Property> properties) {
    line("");
    if (properties.isEmpty()) {
      line("No arguments.");
      return;
    }
    line("| argument | type | meaning |");
    line("|---|---|---|");
    for (Schema.Property property : properties) {
      JsonObject schema = property.schema().json();
      line(
          "| `"
              + property.name()
              + "`"
              + (property.required() ? " (required)" : "")
              + " | "
              + type(schema)
              + " | "
              + cell(text(schema, "description") + limits(schema))
              + " |");
    }
  }

  private void result(Schema output) {
    List<Schema.Property> columns =
        output.properties().isEmpty() ? output.items().properties() : output.properties();
    line("");
    if (columns.isEmpty()) {
      line("Result: " + text(output.json(), "description") + ".");
      return;
    }
    line("| result | type | meaning |");
    line("|---|---|---|");
    for (Schema.Property column : columns) {
      JsonObject schema = column.schema().json();
      line(
          "| `"
              + column.name()
              + "`"
              + (column.required() ? "" : " (if known)")
              + " | "
              + type(schema)
              + " | "
              + cell(text(schema, "description") + limits(schema))
              + " |");
    }
  }

  private static String limits(JsonObject schema) {
    StringBuilder limits = new StringBuilder();
    for (List<String> limit : LIMITS) {
      JsonElement value = schema.get(limit.get(0));
      if (value != null) {
        limits.append(limits.isEmpty() ? "; " : ", ").append(limit.get(1)).append(shown(value));
      }
    }
    return limits.toString();
  }

  private static String shown(JsonElement value) {
    if (!value.isJsonArray()) {
      return "`" + value.getAsString() + "`";
    }
    StringBuilder all = new StringBuilder();
    for (JsonElement one : value.getAsJsonArray()) {
      all.append(all.isEmpty() ? "" : ", ").append('`').append(one.getAsString()).append('`');
    }
    return all.toString();
  }

  private static String type(JsonObject schema) {
    return schema.has("type") ? text(schema, "type") : "any";
  }

  private static String text(JsonObject schema, String name) {
    return schema.has(name) ? schema.get(name).getAsString() : "";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String codes(List<String> names) {
    StringBuilder codes = new StringBuilder();
    for (String name : names) {
      codes.append(codes.isEmpty() ? "" : ", ").append('`').append(name).append('`');
    }
    return codes.toString();
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
