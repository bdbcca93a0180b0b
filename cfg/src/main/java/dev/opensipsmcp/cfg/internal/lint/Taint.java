package dev.opensipsmcp.cfg.internal.lint;

import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.Mention;
import dev.opensipsmcp.cfg.internal.flow.Mentions;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which variables hold what the sender wrote. What was held against a pattern from beginning to end
 * somewhere before counts as clean.
 */
final class Taint {
  private static final Set<String> OF_SENDER =
      Set.of(
          "ru",
          "ruri",
          "rU",
          "ruri.user",
          "rd",
          "ruri.domain",
          "fu",
          "fU",
          "fd",
          "fn",
          "from",
          "from.user",
          "from.domain",
          "tu",
          "tU",
          "td",
          "tn",
          "to",
          "to.user",
          "to.domain",
          "hdr",
          "rb",
          "ct",
          "ct.fields",
          "ua",
          "ci",
          "ou",
          "oU",
          "od",
          "ouri",
          "di",
          "re",
          "pu",
          "pU",
          "pn",
          "pd",
          "mb",
          "rt",
          "aU",
          "ar",
          "ad",
          "cs",
          "sdp",
          "ft",
          "tt",
          "identity");
  private static final Set<String> HARMLESS =
      Set.of(
          "s.int",
          "re.subst",
          "s.len",
          "s.md5",
          "s.encode.hexa",
          "s.crc32",
          "s.index",
          "uri.port",
          "s.b64encode",
          "ip.isip",
          "ip.ntop",
          "s.sha1",
          "s.dec2hex");

  private static final Set<String> PARTS =
      Set.of("s.index", "s.substr", "s.select", "uri.host", "re.subst");

  private final Map<String, List<Mention>> assigned = new HashMap<>();
  private final Map<String, Integer> tested = new HashMap<>();
  private final Set<String> escapes;

  /**
   * Looks at what is assigned and tested.
   *
   * @param subject the configuration
   * @param escapes the transformations after which a value does no harm where it goes
   */
  Taint(Subject subject, Set<String> escapes) {
    this.escapes = escapes;
    for (Statement statement : subject.statements()) {
      if (statement instanceof Statement.Assignment(var target, _, Expression value, _)) {
        assigned
            .computeIfAbsent(Mention.of(target).key(), _ -> new ArrayList<>())
            .addAll(Mentions.in(value));
      } else {
        Statements.expressions(statement).forEach(this::test);
      }
    }
  }

  private void test(Expression condition) {
    Deque<Expression> left = new ArrayDeque<>();
    left.push(condition);
    while (!left.isEmpty()) {
      switch (left.pop()) {
        case Expression.Not not -> left.push(not.operand());
        case Expression.Group group -> left.push(group.inner());
        case Expression.Binary binary when binary.operator().endsWith("~") -> whole(binary);
        case Expression.Binary binary when part(binary.left()).isPresent() ->
            part(binary.left())
                .ifPresent(variable -> tested.putIfAbsent(variable.key(), binary.span().start()));
        case Expression.Binary binary -> {
          left.push(binary.left());
          left.push(binary.right());
        }
        case Expression _ -> {}
      }
    }
  }

  /** {@return the variable whose beginning, part or host is compared, as in an allow-list} */
  private static Optional<Mention> part(Expression compared) {
    return Expressions.variable(compared)
        .filter(variable -> variable.transformations().stream().anyMatch(PARTS::contains));
  }

  private void whole(Expression.Binary match) {
    Optional<String> pattern = Expressions.constant(match.right());
    if (pattern.filter(text -> text.startsWith("^") && text.endsWith("$")).isPresent()) {
      Expressions.variable(match.left())
          .ifPresent(variable -> tested.putIfAbsent(variable.key(), match.span().start()));
    }
  }

  /**
   * {@return a variable of an expression that holds what the sender wrote, unescaped}
   *
   * @param expression what goes somewhere
   * @param at where in the text that happens
   */
  Optional<Mention> in(Expression expression, int at) {
    return Mentions.in(expression).stream().filter(mention -> dirty(mention, at)).findFirst();
  }

  private boolean dirty(Mention mention, int at) {
    Deque<Mention> left = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    left.push(mention);
    while (!left.isEmpty()) {
      Mention one = left.pop();
      boolean clean =
          one.transformations().stream().anyMatch(t -> HARMLESS.contains(t) || escapes.contains(t))
              || tested.getOrDefault(one.key(), Integer.MAX_VALUE) < at;
      if (!clean && OF_SENDER.contains(one.name())) {
        return true;
      }
      if (!clean && seen.add(one.key())) {
        assigned.getOrDefault(one.key(), List.of()).forEach(left::push);
      }
    }
    return false;
  }
}
