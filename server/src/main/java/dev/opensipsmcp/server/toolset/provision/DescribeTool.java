package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.reload.TableReload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tool {@code provision_describe}: what can be provisioned, and every column of it.
 *
 * @param entities all kinds of rows
 */
record DescribeTool(Entities entities) implements Work.Read {
  private static final int PAGE = 100;

  static Tool of(Entities entities) {
    return new Tool(
        "provision_describe",
        ProvisionTools.TOOLSET,
        "What can be provisioned",
        new Description(
            "Describe what can be stored in OpenSIPS's tables, or every column of one kind.",
            "Use when unsure which kind, column or value is meant, with units and defaults.",
            Optional.of("Not for stored rows; to change them use `provision_apply`."),
            Optional.empty(),
            "Returns a page of kinds, or the columns of one."),
        new Demand(Scope.DOCS_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.optional("entity", Schema.text("Kind; all when absent").longest(64)),
            SharedParameters.limit(PAGE, PAGE),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list(
            "Kinds, or columns",
            Schema.object(
                "One",
                Schema.optional("entity", Schema.text("Kind, as tools' names begin")),
                Schema.optional("is", Schema.text("What it is for")),
                Schema.optional("table", Schema.text("Table")),
                Schema.optional("module", Schema.text("Module that reads it")),
                Schema.optional("activation", Schema.text("What makes it active")),
                Schema.optional("key", Schema.texts("Columns that name one")),
                Schema.optional("argument", Schema.text("Argument that sets the column")),
                Schema.optional("meaning", Schema.text("What the column is for")),
                Schema.optional("required", Schema.flag("Whether a new row needs it")),
                Schema.optional("default", Schema.text("What it holds when not given")),
                Schema.optional("type", Schema.text("Type and size")),
                Schema.optional("least", Schema.integer("Least value")),
                Schema.optional("most", Schema.integer("Greatest value")),
                Schema.optional("versions", Schema.texts("OpenSIPS versions that have it")))),
        Needs.NOTHING,
        List.of(
            "What can I provision in the OpenSIPS database?",
            "Which columns does a dispatcher destination have and what do they mean?",
            "Describe the columns of a drouting rule with defaults"),
        List.of(),
        new DescribeTool(entities));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Optional<String> name = arguments.maybeText("entity");
    if (name.isEmpty()) {
      return Paging.page(
          entities.all().stream().map(DescribeTool::kind).toList(), arguments, PAGE, List.of());
    }
    Optional<Entity> entity = entities.named(name.get()).or(() -> entities.of(name.get()));
    if (entity.isEmpty()) {
      List<String> names = entities.all().stream().map(Entity::name).toList();
      return ToolError.TARGET_NOT_FOUND.failure(
          "There is no kind " + name.get() + ".",
          Nearest.orElse(Nearest.to(name.get(), names), "Call without entity for all of them."));
    }
    return Paging.page(columns(entity.get()), arguments, PAGE, List.of());
  }

  private static JsonObject kind(Entity entity) {
    JsonObject row = Json.object("entity", entity.name());
    row.addProperty("is", entity.noun() + ": " + entity.purpose());
    row.addProperty("table", entity.table());
    row.addProperty("module", entity.module());
    row.addProperty(
        "activation",
        switch (entity.activation()) {
          case Activation.AtOnce(String how) -> how;
          case Activation.Otherwise(String how) -> how;
          case Activation.ByReload _ ->
              TableReload.of(entity.table()).map(TableReload::command).orElse("");
        });
    row.add("key", Json.texts(entity.key()));
    row.add("versions", versions(entity, Optional.empty()));
    return row;
  }

  private static List<JsonObject> columns(Entity entity) {
    List<JsonObject> rows = new ArrayList<>();
    for (Field field : entity.fields()) {
      JsonObject row = Json.object("argument", field.argument());
      row.addProperty("meaning", field.meaning());
      row.addProperty("required", field.required());
      Optional<Column> column = field.newest(entity.table());
      column.ifPresent(known -> {
        row.addProperty("type", type(known));
        known.defaultValue().ifPresent(text -> row.addProperty("default", text));
      });
      if (field.kind() instanceof Field.Kind.Whole(long least, long most)) {
        row.addProperty("least", least);
        row.addProperty("most", most);
      }
      row.add("versions", versions(entity, Optional.of(field)));
      rows.add(row);
    }
    return rows;
  }

  private static String type(Column column) {
    String name = column.type().name().toLowerCase(Locale.ROOT);
    return column.size() == 0 ? name : name + "(" + column.size() + ")";
  }

  private static JsonArray versions(Entity entity, Optional<Field> field) {
    List<String> labels = new ArrayList<>();
    for (Version version : Version.values()) {
      boolean has =
          Facts.of(version)
              .table(entity.table())
              .map(table -> field.map(one -> table.column(one.column()).isPresent()).orElse(true))
              .orElse(false);
      if (version.operable() && has) {
        labels.add(version.label());
      }
    }
    return Json.texts(labels);
  }
}
