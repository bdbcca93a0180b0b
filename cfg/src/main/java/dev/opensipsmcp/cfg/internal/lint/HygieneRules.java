package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.LOW;

import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.Mention;
import dev.opensipsmcp.cfg.internal.flow.RouteTable;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ParameterType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules about what is never used, never ends, or is used against its nature. */
final class HygieneRules {
  private static final long LOOPS = 100;

  private HygieneRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "R31",
                LOW,
                "what is never used",
                "It misleads who reads it, and may be what was meant to protect.",
                HygieneRules::unused)
            .fix("Take it out, or call it."),
        AuditRule.of(
                "R32",
                LOW,
                "variable used against its nature",
                "The condition never holds, or the value never changes.",
                HygieneRules::variables)
            .fix(
                "Keep values of your own in `$var` or `$avp`; test `$avp` for NULL, `$var` for 0."),
        AuditRule.of(
                "R33",
                LOW,
                "loop without an end",
                "It is cut off silently after a number of rounds.",
                HygieneRules::loops)
            .fix(
                "Give the loop a condition that ends it; leave `max_while_loops` at 100 or more."));
  }

  private static void unused(Subject subject, Out out) {
    if (!subject.whole() || !subject.flow().complete()) {
      return;
    }
    subject.flow().unused().stream()
        .filter(route -> route.kind().text().endsWith("route"))
        .forEach(route ->
            out.at(
                route.kind().span(),
                "Nothing runs "
                    + route.kind().text()
                    + (route.name().isEmpty() ? "." : " " + RouteTable.name(route) + ".")));
    subject.flow().dead().stream()
        .filter(statement -> !(statement instanceof Statement.Break) && !ends(statement))
        .forEach(statement -> out.at(statement, "No way leads here."));
    repeated(subject, out);
    unusedModules(subject, out);
  }

  /** {@return whether it only ends a way, as many write to be safe} */
  private static boolean ends(Statement statement) {
    return statement instanceof Statement.Invocation(Call call, _)
        && Set.of("return", "exit", "drop").contains(call.function().text());
  }

  private static void repeated(Subject subject, Out out) {
    Map<String, String> seen = new HashMap<>();
    for (Item.ModuleParameter parameter : subject.parameters()) {
      String module = parameter.module().value();
      String name = parameter.name().value();
      boolean number =
          subject
              .facts()
              .module(module)
              .flatMap(facts -> facts.parameter(name))
              .filter(known -> known.type() == ParameterType.INT)
              .isPresent();
      String value = Texts.of(parameter.value());
      String former = seen.put(module + " " + name, value);
      if (number && former != null && !former.equals(value)) {
        out.at(parameter, name + " of " + module + " was " + former + " before.");
      }
    }
  }

  private static void unusedModules(Subject subject, Out out) {
    Set<String> words = new HashSet<>();
    for (Token token : subject.tree().tokens()) {
      if (token.kind() == Token.Kind.WORD) {
        words.add(token.span().in(subject.tree().text()));
      }
    }
    Set<String> set = new HashSet<>();
    subject.parameters().forEach(parameter -> set.add(parameter.module().value()));
    for (Item.LoadModule load : subject.loads()) {
      subject
          .facts()
          .module(load.module())
          .filter(HygieneRules::onlyFunctions)
          .filter(module -> !set.contains(module.name()))
          .filter(module -> module.functions().stream().noneMatch(f -> words.contains(f.name())))
          .filter(module -> !needed(subject, module.name()))
          .ifPresent(module -> out.at(load, "Nothing uses module " + module.name() + "."));
    }
  }

  private static boolean onlyFunctions(ModuleFacts module) {
    return !module.functions().isEmpty()
        && module.miCommands().isEmpty()
        && module.pseudoVariables().isEmpty()
        && module.asyncFunctions().isEmpty()
        && module.events().isEmpty();
  }

  private static boolean needed(Subject subject, String name) {
    return subject.loads().stream()
        .flatMap(load -> subject.facts().module(load.module()).stream())
        .flatMap(module -> module.dependencies().stream())
        .anyMatch(dependency -> dependency.module().equals(name));
  }

  private static void variables(Subject subject, Out out) {
    for (Statement statement : subject.statements()) {
      if (statement instanceof Statement.If(Expression condition, _, _, _)
          && Expressions.bare(condition)
              instanceof Expression.Binary(Expression left, _, Literal.Null _, Span at)
          && Expressions.variable(left).filter(v -> v.is("var")).isPresent()) {
        out.at(at, "A script variable is never NULL.");
      }
      if (statement instanceof Statement.Assignment assignment) {
        String name = "$" + Mention.of(assignment.target()).name();
        subject.facts().core().pseudoVariables().stream()
            .filter(variable -> variable.name().equals(name) && !variable.writable())
            .findFirst()
            .ifPresent(variable -> out.at(assignment, name + " can only be read."));
      }
    }
  }

  private static void loops(Subject subject, Out out) {
    for (Statement statement : subject.statements()) {
      if (statement instanceof Statement.While(Expression condition, Statement body, _)
          && Expressions.bare(condition) instanceof Literal
          && Statements.all(List.of(body)).stream().noneMatch(HygieneRules::leaves)) {
        out.at(condition, "Nothing ends this loop.");
      }
    }
    subject
        .setting(KnownGlobal.MAX_WHILE_LOOPS)
        .filter(_ -> subject.number(KnownGlobal.MAX_WHILE_LOOPS).filter(n -> n < LOOPS).isPresent())
        .ifPresent(setting -> out.at(setting, "Loops are cut off earlier than usual."));
  }

  private static boolean leaves(Statement statement) {
    return statement instanceof Statement.Break
        || (statement instanceof Statement.Invocation(Call call, _)
            && Set.of("return", "exit", "drop", "async").contains(call.function().text()));
  }
}
