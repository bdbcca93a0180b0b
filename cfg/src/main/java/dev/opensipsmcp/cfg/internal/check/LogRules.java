package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Part;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.Optional;

/** {@code xlog}: its level, and the variables in its text. */
final class LogRules {
  /** OpenSIPS tells levels apart by the third letter. */
  private static final String LETTERS = "ACEWNID";

  private final Scope scope;
  private final Texts texts;
  private final VariableRules variables;

  LogRules(Scope scope, Texts texts) {
    this.scope = scope;
    this.texts = texts;
    variables = new VariableRules(scope);
  }

  void check() {
    for (Walk.Called called : scope.walk().calls()) {
      String name = called.call().function().text();
      if (name.equals("xlog") || name.equals("xdbg")) {
        check(called.call());
      } else if (name.equals("launch")) {
        Calls.text(called.call(), 3).ifPresent(this::checkText);
      }
    }
  }

  private void check(Call call) {
    int size = call.arguments().size();
    if (size == 2) {
      Calls.text(call, 1).ifPresent(this::checkLevel);
    }
    Optional<Literal.Text> text = Calls.text(call, size);
    if (text.isPresent() && text.get().value().isEmpty()) {
      scope
          .report()
          .fatal(
              "empty-log-text",
              Stage.START,
              text.get().span(),
              call.function().text() + " has an empty text.",
              "Write a text, or remove the call.");
    }
    text.ifPresent(this::checkText);
  }

  private void checkLevel(Literal.Text level) {
    String value = level.value();
    boolean known = value.length() > 2 && LETTERS.indexOf(value.charAt(2)) >= 0;
    if (!value.startsWith("$") && !known) {
      scope
          .report()
          .fatal(
              "log-level",
              Stage.START,
              level.span(),
              "xlog has no level \"" + Words.brief(value) + "\".",
              "Write one of L_ALERT, L_CRIT, L_ERR, L_WARN, L_NOTICE, L_INFO, L_DBG.");
    }
  }

  private void checkText(Literal.Text text) {
    if (text.value().indexOf('$') < 0) {
      return;
    }
    for (Part part : texts.parts(text)) {
      if (part instanceof Part.Used(Variable variable)) {
        variables.checkInText(variable, Stage.START);
      }
    }
  }
}
