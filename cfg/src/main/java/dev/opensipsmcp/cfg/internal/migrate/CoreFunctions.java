package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Name;
import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The functions of the core, which were words of the language up to 3.0. */
final class CoreFunctions {
  /** Other spellings that the old lexer took, and the one that is left. */
  private static final Map<String, String> SPELLINGS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("setbranchflag", "setbflag"),
              Map.entry("resetbranchflag", "resetbflag"),
              Map.entry("isbranchflagset", "isbflagset"),
              Map.entry("add_rport", "force_rport"),
              Map.entry("force_local_rport", "add_local_rport"),
              Map.entry("add_tcp_alias", "force_tcp_alias"),
              Map.entry("setduri", "setdsturi"),
              Map.entry("resetduri", "resetdsturi"),
              Map.entry("isduriset", "isdsturiset"),
              Map.entry("seth", "sethost"),
              Map.entry("sethp", "sethostport"),
              Map.entry("setp", "setport"),
              Map.entry("setu", "setuser"),
              Map.entry("setup", "setuserpass")));

  private static final List<String> COULD_STAND_ALONE =
      List.of(
          "append_branch",
          "revert_uri",
          "resetdsturi",
          "isdsturiset",
          "force_rport",
          "add_local_rport",
          "force_tcp_alias");

  private CoreFunctions() {}

  static Rewriter rewriter() {
    return scene -> {
      SPELLINGS.forEach((old, now) -> {
        for (Call call : scene.script().calls(old)) {
          scene.replace(call.function().span(), now);
        }
      });
      for (String function : COULD_STAND_ALONE) {
        for (Call call : scene.script().calls(function)) {
          if (!call.parentheses()) {
            scene.replace(call.span(), function + "()");
          }
        }
      }
    };
  }

  /** A flag of the branch at hand, with no number of a branch. */
  static Rewriter oneBranchFlag() {
    Rewriter quotes = Quotes.on(0, "setbflag", "resetbflag", "isbflagset");
    return scene -> {
      for (String function : List.of("setbflag", "resetbflag", "isbflagset")) {
        for (Call call : scene.script().calls(function)) {
          List<String> arguments = scene.script().rawArguments(call);
          if (arguments.size() == 2 && !arguments.get(0).startsWith("\"")) {
            // Branch and flag, which the other rule turns round first.
            return;
          }
        }
      }
      quotes.rewrite(scene);
    };
  }

  static Name[] introduces() {
    return SPELLINGS.values().stream()
        .map(name -> Steps.function("core", name))
        .toArray(Name[]::new);
  }
}
