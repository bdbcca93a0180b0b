package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Name;
import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Module uri went into auth_db, auth_aaa and sipmsgops. */
final class UriModule {
  private static final Map<String, String> MESSAGE =
      new TreeMap<>(
          Map.of(
              "has_totag", "has_totag",
              "uri_param", "ruri_has_param",
              "add_uri_param", "ruri_add_param",
              "del_uri_param", "ruri_del_param",
              "tel2sip", "ruri_tel2sip",
              "is_uri_user_e164", "is_uri_user_e164"));

  /** With the argument that the check took from the module's settings before. */
  private static final Map<String, String> DATABASE =
      new TreeMap<>(
          Map.of(
              "db_check_to", "db_is_to_authorized(\"uri\")",
              "db_check_from", "db_is_from_authorized(\"uri\")",
              "check_to", "db_is_to_authorized(\"uri\")",
              "check_from", "db_is_from_authorized(\"uri\")"));

  private UriModule() {}

  static Rewriter rewriter() {
    return scene -> {
      Script script = scene.script();
      MESSAGE.forEach((old, now) -> {
        if (!old.equals(now)) {
          script.calls(old).forEach(call -> scene.replace(call.function().span(), now));
        }
      });
      DATABASE.forEach((old, now) -> script.calls(old).forEach(call -> database(scene, call, now)));
      for (String function : List.of("db_does_uri_exist", "db_get_auth_id", "is_user")) {
        for (Call call : script.calls(function)) {
          askAboutOld(scene, call, function);
        }
      }
      uriTable(scene);
      script.load("uri").ifPresent(load -> loading(scene, load));
      for (Item.ModuleParameter parameter : script.parameters()) {
        if (parameter.module().value().equals("uri")) {
          parameter(scene, parameter);
        }
      }
    };
  }

  /** Without a table of URIs, the user of the header had to be the one of the credentials. */
  private static void database(Scene scene, Call call, String now) {
    boolean table =
        scene.script().parameters("uri", "use_uri_table").stream()
            .anyMatch(p -> Rewrites.number(p.value()).orElse(0L) != 0);
    if (table) {
      scene.replace(call.span(), now);
    } else if (scene.script().statement(call).isPresent()) {
      scene.ask(call.span(), "The check is gone.", "Compare $fU or $tU with $au in a condition.");
    } else {
      String test = (now.contains("from") ? "$fU" : "$tU") + " == $au";
      scene.replace(call.span(), "(" + test + ")");
    }
  }

  /**
   * Module auth_db takes any table that it is given for one like subscriber, and asks its version
   * of it, which a table of URIs does not have.
   */
  private static void uriTable(Scene scene) {
    Script script = scene.script();
    boolean used =
        Stream.of("db_is_to_authorized", "db_is_from_authorized")
            .anyMatch(name -> !script.calls(name).isEmpty());
    if (used && !script.sets("auth_db", "skip_version_check")) {
      script
          .load("auth_db")
          .ifPresent(
              load -> Rewrites.addParameter(scene, load, "auth_db", "skip_version_check", "1"));
    }
  }

  private static void askAboutOld(Scene scene, Call call, String function) {
    switch (function) {
      case "is_user" ->
          scene.ask(call.span(), "Function is_user is gone.", "Compare $au with the name.");
      case "db_does_uri_exist" -> {
        if (call.arguments().isEmpty()) {
          scene.replace(call.span(), "db_does_uri_exist($ru, \"subscriber\")");
        }
      }
      default -> {
        if (call.arguments().size() == 3) {
          scene.ask(
              call.span(),
              "Function db_get_auth_id takes the table since 3.0.",
              "Put the table, \"uri\" or \"subscriber\", before the other arguments.");
        }
      }
    }
  }

  private static void loading(Scene scene, Item.LoadModule load) {
    Script script = scene.script();
    Set<String> needed = new LinkedHashSet<>();
    if (MESSAGE.keySet().stream().anyMatch(name -> !script.calls(name).isEmpty())
        || MESSAGE.values().stream().anyMatch(name -> !script.calls(name).isEmpty())) {
      needed.add("sipmsgops");
    }
    if (script.sets("uri", "db_url")
        || DATABASE.keySet().stream().anyMatch(name -> !script.calls(name).isEmpty())
        || !script.calls("db_does_uri_exist").isEmpty()) {
      needed.add("auth_db");
    }
    if (script.sets("uri", "aaa_url")) {
      needed.add("auth_aaa");
    }
    needed.removeIf(script::loaded);
    String raw = script.raw(load.span());
    int name = raw.lastIndexOf("uri");
    String indent = Layout.indent(script.text(), load.span().start());
    List<String> lines =
        needed.stream().map(m -> raw.substring(0, name) + m + raw.substring(name + 3)).toList();
    scene.replace(
        lines.isEmpty() ? Layout.withLine(script.text(), load.span()) : load.span(),
        String.join(Layout.newline(script.text()) + indent, lines));
  }

  private static void parameter(Scene scene, Item.ModuleParameter parameter) {
    Script script = scene.script();
    String name = parameter.name().value();
    if (name.equals("db_url") && !script.sets("auth_db", "db_url")) {
      scene.replace(parameter.module().span(), "\"auth_db\"");
    } else if (name.equals("aaa_url") && !script.sets("auth_aaa", "aaa_url")) {
      scene.replace(parameter.module().span(), "\"auth_aaa\"");
    } else if (scene.replace(Layout.withLine(script.text(), parameter.span()), "")
        && !Set.of("db_url", "aaa_url", "use_uri_table", "use_domain").contains(name)) {
      scene.askNow(
          parameter.span(),
          "Parameter " + name + " of module uri has no counterpart that is certain.",
          "Look at uri_user_column, uri_domain_column and uri_uriuser_column of auth_db.");
    }
  }

  static Name[] introduces() {
    return new Name[] {
      Steps.module("sipmsgops"),
      Steps.module("auth_db"),
      Steps.module("auth_aaa"),
      Steps.parameter("auth_db", "db_url"),
      Steps.parameter("auth_db", "skip_version_check"),
      Steps.parameter("auth_aaa", "aaa_url"),
      Steps.function("sipmsgops", "has_totag"),
      Steps.function("sipmsgops", "ruri_has_param"),
      Steps.function("sipmsgops", "ruri_add_param"),
      Steps.function("sipmsgops", "ruri_del_param"),
      Steps.function("sipmsgops", "ruri_tel2sip"),
      Steps.function("sipmsgops", "is_uri_user_e164"),
      Steps.function("auth_db", "db_is_to_authorized"),
      Steps.function("auth_db", "db_is_from_authorized"),
      Steps.function("auth_db", "db_does_uri_exist"),
      Steps.function("auth_db", "db_get_auth_id")
    };
  }
}
