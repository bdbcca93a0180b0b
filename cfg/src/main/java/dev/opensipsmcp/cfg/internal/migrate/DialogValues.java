package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values that dialogs keep: a function takes them only from a variable since 3.4. */
final class DialogValues {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

  private DialogValues() {}

  static Rewriter rewriter() {
    return scene -> {
      Script script = scene.script();
      for (Call call : script.calls("store_dlg_value")) {
        Optional<Span> name = Rewrites.quoted(scene, call, 0);
        Optional<Span> value = Rewrites.quoted(scene, call, 1);
        if (value.isEmpty()) {
          continue;
        }
        if (name.isPresent()
            && NAME.matcher(script.raw(name.get())).matches()
            && script.statement(call).isPresent()) {
          List<String> arguments = script.rawArguments(call);
          scene.replace(
              call.span(), "$dlg_val(" + script.raw(name.get()) + ") = " + arguments.get(1));
        } else {
          scene.ask(
              call.span(),
              "Function store_dlg_value takes its value from a variable since 3.4.",
              "Assign to $dlg_val(name), or put the value into a variable first.");
        }
      }
      for (Call call : script.calls("get_dialog_info")) {
        variable(scene, call, 3);
      }
      for (Call call : script.calls("get_dialogs_by_val")) {
        variable(scene, call, 1);
      }
    };
  }

  private static void variable(Scene scene, Call call, int index) {
    Rewrites.quoted(scene, call, index)
        .ifPresent(span -> {
          if (VariableScan.whole(scene.script().text(), span).isPresent()) {
            scene.replace(call.arguments().get(index).span(), scene.script().raw(span));
          } else {
            scene.ask(
                span,
                "The value to look for is taken from a variable since 3.4.",
                "Put it into a $var first.");
          }
        });
  }
}
