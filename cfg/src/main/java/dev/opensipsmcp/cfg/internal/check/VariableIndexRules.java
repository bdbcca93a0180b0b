package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Part;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.regex.Pattern;

/** Indexes in the brackets of variables that the core and modules look at at once. */
final class VariableIndexRules {
  private static final Pattern NUMBER = Pattern.compile("\\*|-?[0-9]*");

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
