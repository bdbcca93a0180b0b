package dev.opensipsmcp.server.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.diff.ConfigurationDiff;
import dev.opensipsmcp.cfg.diff.ParameterChange;
import dev.opensipsmcp.cfg.diff.RouteChange;
import dev.opensipsmcp.cfg.diff.StatementChange;
import java.util.List;
import java.util.Locale;

/** Writes what differs between two configurations as JSON. */
public final class DiffJson {
  private DiffJson() {}

  /** {@return how deep the difference goes, in a word} */
  public static String kind(ConfigurationDiff diff) {
    return diff.kind().name().toLowerCase(Locale.ROOT);
  }

  /** {@return what differs; what is the same has no member} */
  public static JsonObject of(ConfigurationDiff diff) {
    JsonObject json = new JsonObject();
    texts(json, "modules_added", diff.modulesAdded());
    texts(json, "modules_removed", diff.modulesRemoved());
    parameters(json, "parameters", diff.parameters());
    parameters(json, "settings", diff.settings());
    texts(json, "listeners_added", diff.listenersAdded());
    texts(json, "listeners_removed", diff.listenersRemoved());
    texts(json, "others_added", diff.othersAdded());
    texts(json, "others_removed", diff.othersRemoved());
    texts(json, "moved", diff.moved());
    if (!diff.routes().isEmpty()) {
      JsonArray routes = new JsonArray();
      diff.routes().forEach(route -> routes.add(of(route)));
      json.add("routes", routes);
    }
    return json;
  }

  private static void texts(JsonObject json, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      JsonArray array = new JsonArray();
      texts.forEach(array::add);
      json.add(name, array);
    }
  }

  private static void parameters(JsonObject json, String name, List<ParameterChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    JsonArray array = new JsonArray();
    for (ParameterChange change : changes) {
      JsonObject one = new JsonObject();
      if (!change.module().isEmpty()) {
        one.addProperty("module", change.module());
      }
      one.addProperty("name", change.name());
      one.addProperty("before", secret(change, change.before()));
      one.addProperty("after", secret(change, change.after()));
      array.add(one);
    }
    json.add(name, array);
  }

  private static String secret(ParameterChange change, List<String> values) {
    return values.isEmpty()
        ? ""
        : ConfigSecrets.named(change.name()) ? ConfigSecrets.MARK : String.join(", ", values);
  }

  private static JsonObject of(RouteChange change) {
    JsonObject json = new JsonObject();
    json.addProperty("route", change.route());
    switch (change) {
      case RouteChange.Added(_, int line) -> {
        json.addProperty("change", "added");
        json.addProperty("line", line);
      }
      case RouteChange.Removed(_, int line) -> {
        json.addProperty("change", "removed");
        json.addProperty("line", line);
      }
      case RouteChange.Renamed(String formerly, _, int line) -> {
        json.addProperty("change", "renamed from " + formerly);
        json.addProperty("line", line);
      }
      case RouteChange.Changed(_, List<StatementChange> statements) -> {
        json.addProperty("change", "changed");
        JsonArray all = new JsonArray();
        for (StatementChange statement : statements) {
          all.add(
              statement.change().name().toLowerCase(Locale.ROOT)
                  + " in line "
                  + statement.line()
                  + ": "
                  + statement.statement());
        }
        json.add("statements", all);
      }
    }
    return json;
  }
}
