package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Part;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.Set;
import java.util.regex.Pattern;

/** Indexes in the brackets of variables that the core and modules look at at once. */
final class VariableIndexRules {
  private static final Pattern NUMBER = Pattern.compile("\\*|-?[0-9]*");

  private static final Set<String> OF_SDP = Set.of("sdp.line", "sdp.stream", "sdp.session");
  private static final Set<String> INSERTING = Set.of("insert", "insertAfter");

  private final Scope scope;

  VariableIndexRules(Scope scope) {
    this.scope = scope;
  }

  /**
   * Checks the index of a variable that is there.
   *
   * @param core whether the core has it
   */
  void check(Variable variable, Stage stage, boolean core) {
    if (core && variable.index().size() == 1 && OF_SDP.contains(variable.name().text())) {
      checkWords(variable, stage);
      return;
    }
    if (variable.index().size() != 1
        || !(variable.index().getFirst() instanceof Part.Plain(String index, Span span))) {
      return;
    }
    String name = variable.name().text();
    boolean append = name.equals("avp") && core;
    boolean json = name.equals("json") && scope.loaded().has("json");
    boolean fits =
        json
            ? index.equals("*")
            : !numbered(name, core)
                || NUMBER.matcher(index).matches()
                || (append && index.equalsIgnoreCase("append"));
    if (!fits) {
      scope
          .report()
          .fatal(
              "variable-index",
              stage,
              span,
              "$" + Words.brief(name) + " has no index " + Words.brief(index) + ".",
              json
                  ? "Write the index inside of the parentheses: $json(name[0])."
                  : "Write a number, * for all, or a variable" + (append ? ", or append." : "."));
    }
  }

  /** What is before the brackets says which line; in them may stand only where a new one goes. */
  private void checkWords(Variable variable, Stage stage) {
    Part index = variable.index().getFirst();
    boolean fits =
        index instanceof Part.Plain plain
            && INSERTING.stream().anyMatch(plain.text()::equalsIgnoreCase);
    if (!fits) {
      scope
          .report()
          .fatal(
              "variable-index",
              stage,
              variable.span(),
              "$" + variable.name().text() + " takes no number and no variable as its index.",
              "Write insert or insertAfter, or leave the index out.");
    }
  }

  /** Those of the core and of tm take numbers, a star and variables; those of SDP words as well. */
  private boolean numbered(String name, boolean core) {
    return core
        ? !name.startsWith("sdp")
        : scope.loaded().has("tm")
            && (name.equals("bavp")
                || name.equals("T_branch_last_reply_code")
                || name.startsWith("tm.branch."));
  }
}
