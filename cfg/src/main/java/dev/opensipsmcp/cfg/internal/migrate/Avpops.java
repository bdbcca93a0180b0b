package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What became of the functions of module avpops, which ended with 3.4. */
final class Avpops {
  /** The functions on the database, under their new names in sqlops. */
  static final Map<String, String> SQL =
      new TreeMap<>(
          Map.of(
              "avp_db_query", "sql_query",
              "avp_db_load", "sql_avp_load",
              "avp_db_store", "sql_avp_store",
              "avp_db_delete", "sql_avp_delete"));

  private static final Map<String, String> BY_HAND =
      Map.of(
          "avp_copy",
              "Assign the one AVP to the other; $(avp(x)[*]) in a for loop takes all values.",
          "avp_check", "Compare with an operator of the script: ==, !=, <, >, =~.",
          "avp_op", "Calculate with operators of the script, and assign the result.",
          "avp_subst", "Assign the AVP with transformation {re.subst,...} to itself.");

  private Avpops() {}

  /** Writes the line that loads the module anew, for what the script needs instead. */
  static Rewriter loading() {
    return scene -> {
      Script script = scene.script();
      Optional<Item.LoadModule> load = script.load("avpops");
      if (load.isEmpty()) {
        return;
      }
      List<String> needed = new ArrayList<>();
      if (SQL.keySet().stream().anyMatch(name -> !script.calls(name).isEmpty())
          || SQL.values().stream().anyMatch(name -> !script.calls(name).isEmpty())
          || script.sets("avpops", "db_url")) {
        needed.add("sqlops");
      }
      if (!script.calls("avp_shuffle").isEmpty() || !script.calls("shuffle_avps").isEmpty()) {
        needed.add("cfgutils");
      }
      needed.removeIf(script::loaded);
      String raw = script.raw(load.get().span());
      int name = raw.lastIndexOf("avpops");
      List<String> lines = new ArrayList<>();
      for (String module : needed) {
        lines.add(raw.substring(0, name) + module + raw.substring(name + "avpops".length()));
      }
      String indent = Layout.indent(script.text(), load.get().span().start());
      scene.replace(
          lines.isEmpty() ? Layout.withLine(script.text(), load.get().span()) : load.get().span(),
          String.join(Layout.newline(script.text()) + indent, lines));
    };
  }

  /** Parameters go with the functions on the database, or go. */
  static Rewriter parameters() {
    return scene -> {
      Script script = scene.script();
      boolean sql = script.loaded("sqlops");
      for (Item.ModuleParameter parameter : script.parameters()) {
        if (!parameter.module().value().equals("avpops") || script.loaded("avpops")) {
          continue;
        }
        if (!sql && script.includes().isEmpty()) {
          scene.replace(Layout.withLine(script.text(), parameter.span()), "");
        } else {
          Span module = parameter.module().span();
          List<Patch.Edit> edits = new ArrayList<>();
          edits.add(new Patch.Edit(module, "\"sqlops\""));
          if (parameter.name().value().equals("avp_table")) {
            edits.add(new Patch.Edit(parameter.name().span(), "\"usr_table\""));
          }
          scene.all(edits, "Module sqlops took over the database functions of avpops in 3.5.");
        }
      }
    };
  }

  /** Functions that the script language does without now. */
  static Rewriter functions() {
    return scene -> {
      Script script = scene.script();
      for (Call call : script.calls("is_avp_set")) {
        Optional<VariableUse> avp = avp(scene, call, 0);
        if (avp.isPresent() && script.statement(call).isEmpty()) {
          String test = raw(script, avp.get()) + " != NULL";
          boolean alone = Layout.inParentheses(script.text(), call.span());
          scene.replace(call.span(), alone ? test : "(" + test + ")");
        } else {
          scene.ask(call.span(), "Function is_avp_set is gone.", "Compare the AVP with NULL.");
        }
      }
      for (Call call : script.calls("avp_delete")) {
        deletion(scene, call);
      }
      for (Call call : script.calls("avp_pushto")) {
        Optional<VariableUse> target = avp(scene, call, 0);
        Optional<VariableUse> value = avp(scene, call, 1);
        Optional<Span> statement = script.statement(call);
        if (target.isPresent() && value.isPresent() && statement.isPresent()) {
          scene.replace(call.span(), raw(script, target.get()) + " = " + raw(script, value.get()));
        } else {
          scene.ask(call.span(), "Function avp_pushto is gone.", "Assign the AVP's value instead.");
        }
      }
      for (Call call : script.calls("avp_shuffle")) {
        Optional<VariableUse> avp = avp(scene, call, 0);
        if (avp.isPresent()) {
          scene.replace(call.span(), "shuffle_avps(" + raw(script, avp.get()) + ")");
        } else {
          scene.ask(call.span(), "Function avp_shuffle is gone.", "Use shuffle_avps of cfgutils.");
        }
      }
      BY_HAND.forEach((function, option) ->
          script
              .calls(function)
              .forEach(
                  call -> scene.ask(call.span(), "Function " + function + " is gone.", option)));
    };
  }

  private static void deletion(Scene scene, Call call) {
    Script script = scene.script();
    Optional<Span> inside = Rewrites.quoted(scene, call, 0);
    boolean statement = script.statement(call).isPresent();
    if (inside.isPresent() && statement) {
      String raw = script.raw(inside.get());
      boolean all = raw.endsWith("/g");
      Span name = new Span(inside.get().start(), inside.get().end() - (all ? 2 : 0));
      Optional<VariableUse> avp =
          VariableScan.whole(script.text(), name).filter(use -> use.name().equals("avp"));
      if (avp.isPresent() && avp.get().index().isEmpty()) {
        String one = "avp(" + avp.get().subname().orElse("") + ")";
        scene.replace(call.span(), (all ? "$(" + one + "[*])" : "$" + one) + " = NULL");
        return;
      }
    }
    scene.ask(
        call.span(),
        "Function avp_delete is gone.",
        "Assign NULL to $avp(name), or to $(avp(name)[*]) for all of its values.");
  }

  private static Optional<VariableUse> avp(Scene scene, Call call, int index) {
    return Rewrites.quoted(scene, call, index)
        .flatMap(span -> VariableScan.whole(scene.script().text(), span));
  }

  private static String raw(Script script, VariableUse use) {
    return script.raw(use.span());
  }
}
