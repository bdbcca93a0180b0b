package dev.opensipsmcp.cfg.syntax;

import java.util.List;
import java.util.Optional;

/** What stands in a route. */
public sealed interface Statement extends Node {
  /**
   * A function is called, or a word like {@code exit} stands alone.
   *
   * @param call what is called
   * @param span where it stands, with its semicolon
   */
  record Invocation(Call call, Span span) implements Statement {}

  /**
   * A variable gets a value.
   *
   * @param target the variable
   * @param operator {@code =}, {@code :=}, {@code +=} and so on
   * @param value the new value
   * @param span where it stands, with its semicolon
   */
  record Assignment(Variable target, String operator, Expression value, Span span)
      implements Statement {}

  /**
   * A branch.
   *
   * @param condition what is asked
   * @param then what is done when it holds
   * @param otherwise what is done when it does not
   * @param span where it stands
   */
  record If(Expression condition, Statement then, Optional<Statement> otherwise, Span span)
      implements Statement {}

  /**
   * A loop.
   *
   * @param condition as long as this holds
   * @param body what is done
   * @param span where it stands
   */
  record While(Expression condition, Statement body, Span span) implements Statement {}

  /**
   * A loop over the values of a variable: {@code for ($var(x) in $(avp(y)[*]))}.
   *
   * @param item what takes each value
   * @param list the values
   * @param body what is done
   * @param span where it stands
   */
  record ForEach(Variable item, Variable list, Statement body, Span span) implements Statement {}

  /**
   * A choice by value.
   *
   * @param subject what is looked at
   * @param cases in their order; the one without a label is the default
   * @param span where it stands
   */
  record Switch(Expression subject, List<Case> cases, Span span) implements Statement {
    public Switch {
      cases = List.copyOf(cases);
    }
  }

  /**
   * {@code break}, which ends a loop or a choice.
   *
   * @param span where it stands, with its semicolon
   */
  record Break(Span span) implements Statement {}

  /**
   * Several statements in braces.
   *
   * @param block the statements
   */
  record Braced(Block block) implements Statement {
    @Override
    public Span span() {
      return block.span();
    }
  }

  /**
   * A semicolon alone.
   *
   * @param span where it stands
   */
  record Empty(Span span) implements Statement {}

  /**
   * A file included in the midst of a route, a line of its own.
   *
   * @param include which
   */
  record Inclusion(Item.Include include) implements Statement {
    @Override
    public Span span() {
      return include.span();
    }
  }

  /**
   * What could not be understood; the reason is among the faults.
   *
   * @param span where it stands
   */
  record Unreadable(Span span) implements Statement {}
}
