package dev.opensipsmcp.server.toolset.render;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import java.util.List;

/** Writes the reference of one tool as a page of Markdown; the same tool gives the same page. */
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

  private final StringBuilder page = new StringBuilder(4_000);

  private ReferencePage() {}

  /**
   * {@return the page of one tool}
   *
   * @param tool the tool
   */
  public static String of(Tool tool) {
    ReferencePage reference = new ReferencePage();
    reference.tool(tool);
    return reference.page.toString();
  }

  private void tool(Tool tool) {
    line("# `" + tool.name() + "`: " + tool.title());
    line("");
    line(DescriptionText.of(tool));
    line("");
    line(
        "Toolset [`"
            + tool.toolset()
            + "`](../tools.md#"
            + tool.toolset()
            + "). Risk: "
            + tool.demand().risk().label()
            + (tool.idempotent() ? ". Repeating a call changes nothing more." : ".")
            + (tool.aliases().isEmpty() ? "" : " Aliases: " + codes(tool.aliases()) + "."));
    arguments(SharedParameters.of(tool).properties());
    result(tool.output());
    line("");
    line("Asked for, for example, by:");
    line("");
    tool.examples().forEach(example -> line("- " + example));
    line("");
    line("Generated from the tool itself; a test holds this page against it.");
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
