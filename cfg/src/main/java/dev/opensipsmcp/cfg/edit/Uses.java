package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.internal.meaning.Walk;
import dev.opensipsmcp.cfg.internal.text.LineIndex;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where routes use what only one module provides. */
final class Uses {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\(?(?:<\\w+>)?([A-Za-z_][\\w.]*)");

  /** So many places are told; who sees these knows that the module is in use. */
  private static final int MOST = 5;

  private final SyntaxTree tree;
  private final Facts facts;
  private final Loaded loaded;

  Uses(SyntaxTree tree, Facts facts, Loaded loaded) {
    this.tree = tree;
    this.facts = facts;
    this.loaded = loaded;
  }

  /** {@return a few places, such as {@code save() in line 12}} */
  List<String> of(String module) {
    Set<String> functions = new HashSet<>();
    Set<String> variables = new HashSet<>();
    facts.module(module).ifPresent(known -> provided(known, functions, variables));
    for (ModuleFacts other : loaded.facts()) {
      if (!other.name().equals(module)) {
        Set<String> theirs = new HashSet<>();
        provided(other, theirs, theirs);
        functions.removeAll(theirs);
        variables.removeAll(theirs);
      }
    }
    List<String> found = new ArrayList<>();
    LineIndex index = new LineIndex(tree.text());
    calls(functions, index, found);
    variables(variables, index, found);
    return found;
  }

  private static void provided(ModuleFacts module, Set<String> functions, Set<String> variables) {
    module.functions().stream().map(ScriptFunction::name).forEach(functions::add);
    module.asyncFunctions().stream().map(ScriptFunction::name).forEach(functions::add);
    module.pseudoVariables().stream().map(PseudoVariable::name).forEach(variables::add);
  }

  private void calls(Set<String> functions, LineIndex index, List<String> found) {
    for (Item item : tree.items()) {
      if (item instanceof Item.Route) {
        for (Call call : Walk.calls(item)) {
          if (functions.contains(call.function().text()) && found.size() < MOST) {
            found.add(call.function().text() + "() in line " + index.line(call.span().start()));
          }
        }
      }
    }
  }

  /** In strings as well, where a variable may or may not be meant; better one too many. */
  private void variables(Set<String> variables, LineIndex index, List<String> found) {
    if (variables.isEmpty()) {
      return;
    }
    for (Token token : tree.tokens()) {
      boolean holds = token.kind() == Token.Kind.VARIABLE || token.kind() == Token.Kind.TEXT;
      Matcher used = VARIABLE.matcher(holds ? token.span().in(tree.text()) : "");
      while (used.find() && found.size() < MOST) {
        if (variables.contains("$" + used.group(1))) {
          found.add("$" + used.group(1) + " in line " + index.line(token.span().start()));
        }
      }
    }
  }
}
