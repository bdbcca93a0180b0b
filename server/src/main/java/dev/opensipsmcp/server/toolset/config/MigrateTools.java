package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.kamailio.Kamailio;
import dev.opensipsmcp.cfg.kamailio.Translation;
import dev.opensipsmcp.cfg.migrate.Hop;
import dev.opensipsmcp.cfg.migrate.Migration;
import dev.opensipsmcp.cfg.migrate.Plan;
import dev.opensipsmcp.cfg.migrate.Release;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.report.MigrationJson;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Moves configurations to another version. */
final class MigrateTools {
  private static final Schema.Property FROM =
      required(
          "from_version",
          text("Version it is written for")
              .oneOf("2.4", "3.0", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "4.0"));
  private static final Schema.Property TO =
      required("to_version", text("Version it shall be for").oneOf("3.4", "3.5", "3.6", "4.0"));

  private MigrateTools() {}

  static List<Tool> all(ConfigDesk desk) {
    Given given = new Given(desk);
    return List.of(plan(given), migrate(given), versions(), kamailio(given));
  }

  private static Tool plan(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_migrate_plan",
        "Plan the migration of a configuration",
        ReadTools.says(
            "Plan a configuration's migration: rewrites, decisions, database and MI changes.",
            "Use when an upgrade is prepared and everybody shall see what it takes.",
            "Not for the new text; use `cfg_migrate`.",
            "Returns a page of rows, each a change, a decision that a person must take, a table"
                + " whose schema moves, or a renamed MI command."),
        Schema.arguments(
            Given.CONTENT,
            Given.PATH,
            FROM,
            TO,
            SharedParameters.limit(60, 500),
            SharedParameters.CURSOR),
        list("Steps", map("kind (change, decision, database, mi_command) and its members")),
        List.of(
            "Plan the migration of this config from 3.4 to 4.0",
            "What must I decide when I upgrade opensips.cfg to 3.6?",
            "What would a migration change, without changing it?"),
        List.of(),
        (arguments, _) ->
            migrated(
                given, arguments, (_, plan) -> Paging.page(rows(plan), arguments, 60, List.of())));
  }

  private static List<JsonObject> rows(Plan.Migrated plan) {
    List<JsonObject> rows = new ArrayList<>();
    JsonObject all = MigrationJson.of(plan);
    for (Map.Entry<String, String> part :
        List.of(
            Map.entry("decisions", "decision"),
            Map.entry("changes", "change"),
            Map.entry("database", "database"),
            Map.entry("mi_commands", "mi_command"))) {
      for (JsonElement one : all.getAsJsonArray(part.getKey())) {
        JsonObject row = new JsonObject();
        row.addProperty("kind", part.getValue());
        one.getAsJsonObject().asMap().forEach(row::add);
        rows.add(row);
      }
    }
    return rows;
  }

  private static Tool migrate(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_migrate",
        "Migrate a configuration",
        ReadTools.says(
            "Migrate an opensips.cfg to another version, hop by hop; the rest stays byte for byte.",
            "Use when a configuration shall run on a newer OpenSIPS.",
            "Not for the list of steps with reasons; use `cfg_migrate_plan`.",
            "Returns the new text, a part at a time, how much changed, and the decisions that are"
                + " left to a person; no file is written."),
        Schema.arguments(Given.CONTENT, Given.PATH, FROM, TO, TextPart.FROM),
        object(
            "The migrated text",
            TextPart.with(
                required("changes", integer("Places rewritten")),
                required("finished", flag("Whether nothing is left to decide")),
                required("decisions", texts("What a person must decide, with its line")),
                required("database", integer("Tables whose schema moves")))),
        List.of(
            "Migrate this opensips.cfg from 3.4 to 3.6",
            "Upgrade my configuration to OpenSIPS 4.0",
            "Convert a 2.4 script to the current version"),
        List.of(),
        (arguments, _) ->
            migrated(
                given,
                arguments,
                (_, plan) -> {
                  JsonObject json = new JsonObject();
                  json.addProperty("changes", plan.changes().size());
                  json.addProperty("finished", plan.decisions().isEmpty());
                  JsonArray decisions = new JsonArray();
                  plan.decisions().stream()
                      .limit(40)
                      .forEach(decision ->
                          decisions.add(decision.place().line() + ": " + decision.what()));
                  json.add("decisions", decisions);
                  json.addProperty("database", plan.databaseSteps().size());
                  TextPart.add(json, plan.text(), arguments);
                  return new Outcome.Value(json);
                }));
  }

  private static Outcome migrated(
      Given given, Arguments arguments, BiFunction<Given.Source, Plan.Migrated, Outcome> work) {
    Release from = Release.parse(arguments.text("from_version")).orElseThrow();
    Version to = Version.parse(arguments.text("to_version")).orElseThrow();
    return given.text(
        arguments,
        source ->
            switch (Migration.plan(source.text(), from, to)) {
              case Plan.Migrated plan -> work.apply(source, plan);
              case Plan.Refused(String reason) ->
                  ToolError.CONFIG_UNFIT.failure(
                      reason, "Look with cfg_list_versions which ways there are.");
            });
  }

  private static Tool kamailio(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_translate_kamailio",
        "Kamailio's configuration for OpenSIPS",
        ReadTools.says(
            "Translate a kamailio.cfg to OpenSIPS, as far as the meaning is the same.",
            "Use when a site moves from Kamailio to OpenSIPS.",
            "Not for OpenSIPS's own files; use `cfg_migrate`.",
            "Returns the text, a part at a time, how much was rewritten, and what is left to do"
                + " by hand; as long as there is any, the text is not finished."),
        Schema.arguments(Given.CONTENT, Given.PATH, Given.VERSION, TextPart.FROM),
        object(
            "The text for OpenSIPS",
            TextPart.with(
                required("rewritten", integer("Places rewritten")),
                required("finished", flag("Whether nothing is left to do")),
                required("left", texts("What is left, with its line")))),
        List.of(
            "Translate this kamailio.cfg to OpenSIPS",
            "Convert a Kamailio configuration",
            "We move from Kamailio to OpenSIPS, here is the script"),
        List.of("cfg_from_kamailio"),
        (arguments, ports) ->
            given.text(
                arguments,
                source -> {
                  Translation done =
                      Kamailio.translate(source.text(), given.version(arguments, ports));
                  JsonObject json = new JsonObject();
                  json.addProperty("rewritten", done.rewritten().size());
                  json.addProperty("finished", done.untranslated().isEmpty());
                  JsonArray left = new JsonArray();
                  done.untranslated().stream()
                      .limit(60)
                      .forEach(it ->
                          left.add(it.place().line() + ": " + it.what() + " " + it.instead()));
                  json.add("left", left);
                  TextPart.add(json, done.text(), arguments);
                  return new Outcome.Value(json);
                }));
  }

  private static Tool versions() {
    return ConfigToolset.READS.tool(
        "cfg_list_versions",
        "Versions and ways between them",
        ReadTools.says(
            "List the versions whose configurations are known, and the hops of a migration.",
            "Use when it is not clear from which version to which one can migrate.",
            "Not for a node's own version; use `opensips_version`.",
            "Returns the versions, which of them can be checked, built and operated, and the hops"
                + " in order."),
        Schema.arguments(),
        object(
            "Versions",
            required("read", texts("Versions whose configurations can be migrated")),
            required("checked", texts("Versions with facts to check against")),
            required("operated", texts("Versions to migrate to, and to build for")),
            required("hops", texts("The way of a migration, in order"))),
        List.of(
            "Which OpenSIPS versions can configurations be migrated between?",
            "List the supported config versions",
            "From which release to which can I upgrade opensips.cfg?"),
        List.of(),
        (_, _) -> {
          JsonObject json = new JsonObject();
          JsonArray read = new JsonArray();
          JsonArray checked = new JsonArray();
          JsonArray operated = new JsonArray();
          JsonArray hops = new JsonArray();
          Release[] all = Release.values();
          for (int i = 0; i < all.length; i++) {
            read.add(all[i].label());
            if (i > 0) {
              hops.add(new Hop(all[i - 1], all[i]).toString());
            }
          }
          for (Version version : Version.values()) {
            checked.add(version.label());
            if (version.operable()) {
              operated.add(version.label());
            }
          }
          json.add("read", read);
          json.add("checked", checked);
          json.add("operated", operated);
          json.add("hops", hops);
          return new Outcome.Value(json);
        });
  }
}
