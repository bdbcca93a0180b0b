package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.server.secret.SecretForm;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.MiClassification;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.reload.TableReload;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes the five tools of an entity. */
final class EntityTools {
  /** Arguments that steer a call and are no columns. */
  static final Set<String> STEERING =
      Set.of(
          Provisioning.RELOAD,
          Provisioning.FORCE,
          "instance",
          "dry_run",
          "limit",
          "cursor",
          "fields");

  /** How many columns a definition names that are no arguments of their own. */
  private static final int NAMED = 5;

  private final Entity entity;
  private final Provisioning.Parts parts;
  private final InstantSource clock;
  private final MiClassification table;

  private EntityTools(
      Entity entity, Provisioning.Parts parts, InstantSource clock, MiClassification table) {
    this.entity = entity;
    this.parts = parts;
    this.clock = clock;
    this.table = table;
  }

  /** {@return the tools of an entity, sorted by name} */
  static List<Tool> of(
      Entity entity, Provisioning.Parts parts, InstantSource clock, MiClassification table) {
    EntityTools tools = new EntityTools(entity, parts, clock, table);
    return List.of(tools.create(), tools.delete(), tools.get(), tools.list(), tools.update());
  }

  private String name(Verb verb) {
    return entity.name() + "_" + verb.label();
  }

  private Tool list() {
    return new Tool(
        name(Verb.LIST),
        entity.toolset(),
        title(entity.words().plural(), "in the database"),
        new Description(
            "List the " + entity.words().plural() + " stored in table " + entity.table() + ".",
            "Use when looking for stored rows: " + entity.purpose() + ".",
            Optional.of("Not for one in full; use `" + name(Verb.GET) + "`."),
            Optional.empty(),
            "Returns a page by row number; a text may end in *."),
        new Demand(Scope.DB_READ, Risk.READ),
        true,
        Schema.arguments(filters()),
        Schema.list("Rows", row()),
        needs(false),
        entity.words().examples(Verb.LIST),
        entity.words().aliases(Verb.LIST),
        new RowList(entity));
  }

  private Schema.Property[] filters() {
    List<Schema.Property> all = new ArrayList<>();
    for (Field field : RowList.filters(entity)) {
      all.add(Schema.optional(field.column(), filter(field)));
    }
    all.add(SharedParameters.limit(RowList.PAGE, RowList.MOST));
    all.add(SharedParameters.CURSOR);
    all.add(SharedParameters.FIELDS);
    return all.toArray(Schema.Property[]::new);
  }

  private static Schema filter(Field field) {
    return field.kind() instanceof Field.Kind.Whole(long least, long most)
        ? whole("Only with this " + field.column(), least, most)
        : Schema.text("Only with this " + field.column());
  }

  private Tool get() {
    return new Tool(
        name(Verb.GET),
        entity.toolset(),
        title("One", entity.noun()),
        new Description(
            "Get one " + entity.noun() + " as it is stored.",
            "Use when one row is to be seen in full, before changing it for example.",
            Optional.of("Not for looking around; use `" + name(Verb.LIST) + "`."),
            Optional.empty(),
            "Returns its columns; of secrets only whether there is one."),
        new Demand(Scope.DB_READ, Risk.READ),
        true,
        Schema.arguments(which()),
        row(),
        needs(false),
        entity.words().examples(Verb.GET),
        entity.words().aliases(Verb.GET),
        new RowGet(entity));
  }

  private Schema.Property[] which() {
    List<Schema.Property> all = new ArrayList<>();
    all.add(id());
    for (String column : entity.key()) {
      all.add(Schema.optional(column, schema(entity.field(column).orElseThrow())));
    }
    return all.toArray(Schema.Property[]::new);
  }

  private Schema.Property id() {
    return Schema.optional(entity.rowId(), Schema.integer("Row number").atLeast(0));
  }

  private Tool create() {
    return change(
        Verb.CREATE,
        "Create " + entity.oneNoun() + " in the database.",
        "Use when one is needed: " + entity.purpose() + ".",
        "Not for changing one; use `" + name(Verb.UPDATE) + "`.",
        settable(true));
  }

  private Tool update() {
    List<Schema.Property> all = new ArrayList<>();
    all.add(id());
    all.addAll(settable(false));
    return change(
        Verb.UPDATE,
        "Update " + entity.oneNoun() + ": the columns that are given.",
        "Use when one is to differ"
            + (entity.key().isEmpty()
                ? "; name it by " + entity.rowId()
                : "; name it by " + entity.rowId() + " or " + String.join(", ", entity.key()))
            + ".",
        "Not for a new one; use `" + name(Verb.CREATE) + "`.",
        all);
  }

  private Tool delete() {
    List<Schema.Property> all = new ArrayList<>(List.of(which()));
    if (!entity.references().isEmpty()) {
      all.add(
          Schema.optional(
              Provisioning.FORCE, Schema.flag("Even if rows that name it break").byDefault(false)));
    }
    return change(
        Verb.DELETE,
        "Delete " + entity.oneNoun() + " from the database.",
        "Use when one is not wanted any more.",
        "Not for changing one; use `" + name(Verb.UPDATE) + "`.",
        all);
  }

  private List<Schema.Property> settable(boolean creating) {
    List<Schema.Property> all = new ArrayList<>();
    for (Field field : entity.fields()) {
      if (field.main() && field.settable()) {
        all.add(new Schema.Property(field.argument(), schema(field), creating && field.required()));
      }
    }
    List<String> others =
        entity.fields().stream()
            .filter(field -> !field.main() && field.settable())
            .map(Field::argument)
            .toList();
    if (!others.isEmpty()) {
      all.add(Schema.optional(Given.MORE, Schema.map("See provision_describe: " + some(others))));
    }
    return all;
  }

  /** As many names as a definition has room for. */
  private static String some(List<String> names) {
    if (names.size() <= NAMED) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
  }

  /** The greatest number that a node reads goes without saying. */
  private static Schema whole(String meaning, long least, long most) {
    return most < Integer.MAX_VALUE
        ? Schema.integer(meaning).between(least, most)
        : Schema.integer(meaning).atLeast(least);
  }

  private Schema schema(Field field) {
    return switch (field.kind()) {
      case Field.Kind.Whole(long least, long most) -> whole(field.meaning(), least, most);
      case Field.Kind.Decimal _ -> Schema.number(field.meaning());
      case Field.Kind.Text _ -> Schema.text(field.meaning());
      case Field.Kind.Time _, Field.Kind.Stamp _ ->
          Schema.text(field.meaning() + ", as 2026-11-20T08:00:00");
      case Field.Kind.Secret _, Field.Kind.Derived _ ->
          Schema.text(
              field.meaning()
                  + (field.form() == SecretForm.PASSWORD ? ": generate, " : ": ")
                  + "file:NAME, env:NAME or stored:NAME");
      case Field.Kind.Document _ -> Schema.text(field.meaning() + ": file:NAME");
    };
  }

  private Tool change(
      Verb verb, String what, String useWhen, String notFor, List<Schema.Property> arguments) {
    List<Schema.Property> all = new ArrayList<>(arguments);
    boolean reloads = entity.activation() instanceof Activation.ByReload;
    if (reloads) {
      all.add(Schema.optional(Provisioning.RELOAD, Schema.flag("Make it active").byDefault(true)));
    }
    return new Tool(
        name(verb),
        entity.toolset(),
        title(verb.label(), entity.oneNoun()),
        new Description(
            what,
            useWhen,
            Optional.of(notFor),
            Optional.of(effects(verb)),
            "Returns the row and whether the node has it."),
        new Demand(Scope.DB_WRITE, highest()),
        verb == Verb.UPDATE,
        Schema.arguments(all.toArray(Schema.Property[]::new)),
        ProvisionTools.changed(),
        needs(true),
        entity.words().examples(verb),
        entity.words().aliases(verb),
        (Work.PerCall) (given, _) -> choose(verb, given));
  }

  private Work.Choice choose(Verb verb, Arguments given) {
    Risk risk = Risk.REVERSIBLE;
    if (given.flag(Provisioning.RELOAD, true)) {
      risk = ProvisionTools.riskOf(List.of(entity), table);
    }
    if (given.flag(Provisioning.FORCE, false) && risk.compareTo(Risk.DISRUPTIVE) < 0) {
      risk = Risk.DISRUPTIVE;
    }
    return new Work.Choice.Chosen(
        new Demand(Scope.DB_WRITE, risk),
        new Provisioning(name(verb), new EntityIntents(entity, verb, clock), parts));
  }

  private Risk highest() {
    Risk reload = ProvisionTools.riskOf(List.of(entity), table);
    return entity.references().isEmpty() || reload.compareTo(Risk.DISRUPTIVE) >= 0
        ? reload
        : Risk.DISRUPTIVE;
  }

  private String effects(Verb verb) {
    String how =
        switch (entity.activation()) {
          case Activation.AtOnce _ -> "it counts at once";
          case Activation.Otherwise(String text) -> text.replaceAll("\\.$", "");
          case Activation.ByReload _ ->
              TableReload.of(entity.table())
                  .map(reload -> "then " + reload.command() + " unless reload=false")
                  .orElse("");
        };
    return "Effects: "
        + (verb == Verb.DELETE ? "the row goes; " : "one row is stored; ")
        + how
        + ". Undo: change_revert.";
  }

  private Needs needs(boolean changing) {
    Optional<TableReload> reload =
        changing && entity.activation() instanceof Activation.ByReload
            ? TableReload.of(entity.table())
            : Optional.empty();
    return reload
        .map(found ->
            new Needs(List.of(found.command()), List.of(found.module()), List.of(entity.table())))
        .orElseGet(() -> Needs.database(entity.table()));
  }

  private Schema row() {
    List<Schema.Property> all = new ArrayList<>();
    all.add(Schema.required(entity.rowId(), Schema.integer("Row number")));
    for (Field field : entity.fields()) {
      all.add(
          field.secret()
              ? Schema.optional("has_" + field.column(), Schema.flag("Whether it has one"))
              : Schema.optional(field.column(), column(field)));
    }
    return Schema.object(capital(entity.noun()), all.toArray(Schema.Property[]::new));
  }

  private Schema column(Field field) {
    Optional<Column> column = field.newest(entity.table());
    boolean number =
        column
            .map(known ->
                switch (known.type()) {
                  case CHAR,
                      SHORT,
                      UNSIGNED_SHORT,
                      INT,
                      UNSIGNED_INT,
                      LONG,
                      UNSIGNED_LONG,
                      FLOAT,
                      DOUBLE ->
                      true;
                  case STRING, TEXT, BINARY, DATETIME -> false;
                })
            .orElse(false);
    return number ? Schema.number(field.meaning()) : Schema.text(field.meaning());
  }

  private static String title(String before, String after) {
    String whole = capital(before + " " + after);
    return whole.length() <= 40 ? whole : whole.substring(0, 40).strip();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
