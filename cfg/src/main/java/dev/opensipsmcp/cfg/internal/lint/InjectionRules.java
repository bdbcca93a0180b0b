package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.HIGH;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.Site;
import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Mention;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules about what the sender of a message writes and where that goes. */
final class InjectionRules {
  private static final Set<String> SQL = Set.of("s.escape.common");
  private static final Pattern LIKE = Pattern.compile("(?i)\\blike\\s+'[^']*\\$");
  private static final Set<String> URL = Set.of("s.escape.user", "s.escape.param");

  private InjectionRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S18",
                HIGH,
                "SQL from what the sender wrote",
                "A quote in a header ends the string, and the rest runs as SQL.",
                InjectionRules::sql)
            .since("`avp_db_query` to 3.4, `sql_query` from 3.5; raw cache queries always")
            .fix(version ->
                version.compareTo(Version.V3_5) >= 0
                    ? "Escape it with {s.escape.common}, or use `sql_select`."
                    : "Escape it with {s.escape.common}."),
        AuditRule.of(
                "S19",
                HIGH,
                "shell command from what the sender wrote",
                "A shell reads the command, so a header can run any other.",
                InjectionRules::shell)
            .fix(
                "Give it on standard input, or hold it against a pattern such as ^[0-9]+$ before"
                    + " and refuse what does not fit."),
        AuditRule.of(
                "S20",
                MEDIUM,
                "URL from what the sender wrote",
                "The sender can ask for other resources than meant, or split the request.",
                InjectionRules::url)
            .fix("Escape it with {s.escape.user} or {s.escape.param}."),
        AuditRule.of(
                "S22",
                MEDIUM,
                "pattern from what the sender wrote",
                "A pattern can match everything, or take all of a worker's time.",
                InjectionRules::pattern)
            .fix("Write the pattern out, and match the sender's text against it."));
  }

  private static void sql(Subject subject, Out out) {
    Taint taint = new Taint(subject, SQL);
    subject
        .calls(Role.SQL)
        .forEach(site -> {
          int position = site.name().equals("cache_raw_query") ? 1 : 0;
          report(taint, site, position, out, " goes into SQL as it came.");
        });
  }

  private static void report(Taint taint, Site site, int position, Out out, String words) {
    dirty(taint, site, position)
        .filter(mention -> !proven(site, mention))
        .ifPresent(mention -> out.at(site.call(), "$" + mention.key() + words));
  }

  /** {@return whether it is the name of a user who has proven to be that one} */
  private static boolean proven(Site site, Mention mention) {
    return mention.is("fU", "from.user", "tU", "to.user")
        && site.before().list().stream()
            .allMatch(w -> w.surely(Mark.AUTHENTICATED) && w.surely(Mark.IDENTIFIED));
  }

  static Optional<Mention> dirty(Taint taint, Site site, int position) {
    return Expressions.argument(site.call(), position)
        .flatMap(argument -> taint.in(argument, site.call().span().start()));
  }

  private static void shell(Subject subject, Out out) {
    Taint taint = new Taint(subject, Set.of());
    subject
        .calls(Role.SHELL)
        .forEach(site -> report(taint, site, 0, out, " goes into a shell command as it came."));
  }

  private static void url(Subject subject, Out out) {
    Taint taint = new Taint(subject, URL);
    subject
        .calls(Role.HTTP)
        .filter(site -> !ClaimRules.ofIdentity(subject, site))
        .forEach(site -> report(taint, site, 0, out, " goes into a URL as it came."));
    subject
        .calls(KnownFunction.REST_APPEND_HF)
        .forEach(site -> report(taint, site, 0, out, " goes into an HTTP header as it came."));
  }

  private static void pattern(Subject subject, Out out) {
    Taint taint = new Taint(subject, Set.of());
    subject
        .calls(Role.SQL)
        .filter(site -> Expressions.constant(site.call(), 0).filter(LIKE.asPredicate()).isPresent())
        .filter(site -> dirty(taint, site, 0).isPresent())
        .forEach(site -> out.at(site.call(), "The sender's text is used as a pattern of LIKE."));
    for (Statement statement : subject.statements()) {
      Statements.expressions(statement)
          .forEach(expression ->
              matches(expression)
                  .forEach(match ->
                      taint
                          .in(match.right(), match.span().start())
                          .ifPresent(mention ->
                              out.at(match, "$" + mention.key() + " is used as a pattern."))));
    }
  }

  private static List<Expression.Binary> matches(Expression expression) {
    List<Expression.Binary> found = new java.util.ArrayList<>();
    Deque<Expression> left = new ArrayDeque<>();
    left.push(expression);
    while (!left.isEmpty()) {
      switch (left.pop()) {
        case Expression.Not not -> left.push(not.operand());
        case Expression.Group group -> left.push(group.inner());
        case Expression.Binary binary when binary.operator().endsWith("~") -> found.add(binary);
        case Expression.Binary binary -> {
          left.push(binary.right());
          left.push(binary.left());
        }
        case Expression _ -> {}
      }
    }
    return found;
  }
}
