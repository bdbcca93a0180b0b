package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.HIGH;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.Site;
import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Mention;
import dev.opensipsmcp.cfg.internal.flow.Mentions;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
            .fix("Write the pattern out, and match the sender's text against it."),
        AuditRule.of(
                "S23",
                MEDIUM,
                "decision on a header that anybody can send",
                "The sender claims an identity or a right by writing a header.",
                InjectionRules::claimedHeader)
            .fix(
                "Ask `check_source_address` first, or take the header out of requests from"
                    + " strangers with `remove_hf`."),
        AuditRule.of(
                "S39",
                MEDIUM,
                "certificate fetched from wherever the caller says",
                "The caller makes the server ask any address, and wait for it.",
                InjectionRules::certificate)
            .since("with module stir_shaken")
            .fix("Hold the URL against a list of repositories before `rest_get`."));
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
        .ifPresent(mention -> out.at(site.call(), "$" + mention.key() + words));
  }

  private static Optional<Mention> dirty(Taint taint, Site site, int position) {
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
        .filter(site -> !ofIdentity(subject, site))
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

  private static void claimedHeader(Subject subject, Out out) {
    Set<String> removed =
        subject
            .calls(
                KnownFunction.REMOVE_HF, KnownFunction.REMOVE_HF_RE, KnownFunction.REMOVE_HF_GLOB)
            .flatMap(site -> Expressions.constant(site.call(), 0).stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(java.util.stream.Collectors.toSet());
    for (Statement statement : subject.statements()) {
      boolean strangers =
          subject
              .flow()
              .before(statement)
              .any(world ->
                  world.surely(Mark.REQUEST)
                      && !world.any(Mark.TRUSTED, Mark.AUTHENTICATED, Mark.IN_DIALOG, Mark.REPLY));
      if (strangers) {
        deciding(statement)
            .flatMap(expression ->
                Mentions.in(expression).stream()
                    .filter(
                        CLAIMS.and(m -> !removed.contains(m.subname().toLowerCase(Locale.ROOT))))
                    .findFirst())
            .ifPresent(mention ->
                out.at(
                    statement instanceof Statement.If choice
                        ? choice.condition().span()
                        : statement.span(),
                    "$" + mention.key() + " decides here, and any sender can write it."));
      }
    }
  }

  private static final Predicate<Mention> CLAIMS =
      mention ->
          mention.is("ai", "di", "re")
              || (mention.is("hdr")
                  && (mention.subname().regionMatches(true, 0, "X-", 0, 2)
                      || Set.of("p-asserted-identity", "diversion", "remote-party-id")
                          .contains(mention.subname().toLowerCase(Locale.ROOT))));

  private static Optional<Expression> deciding(Statement statement) {
    return switch (statement) {
      case Statement.If choice -> Optional.of(choice.condition()).filter(c -> !absence(c));
      case Statement.Switch choice -> Optional.of(choice.subject());
      case Statement.Assignment(var target, _, Expression value, _)
          when Mention.of(target).is("ru", "rd", "du", "fU", "rU") ->
          Optional.of(value);
      case Statement _ -> Optional.empty();
    };
  }

  private static boolean absence(Expression condition) {
    return Expressions.bare(condition) instanceof Expression.Binary(_, _, Literal.Null _, _);
  }

  private static boolean ofIdentity(Subject subject, Site site) {
    return subject.loads("stir_shaken") && certificateUrl(subject, site).isPresent();
  }

  private static Optional<Mention> certificateUrl(Subject subject, Site site) {
    Taint taint = new Taint(subject, Set.of());
    return dirty(taint, site, 0)
        .filter(mention ->
            mention.is("identity")
                || mention.subname().equalsIgnoreCase("Identity")
                || subject.statements().stream()
                    .filter(Statement.Assignment.class::isInstance)
                    .map(Statement.Assignment.class::cast)
                    .filter(a -> Mention.of(a.target()).key().equals(mention.key()))
                    .flatMap(a -> Mentions.in(a.value()).stream())
                    .anyMatch(m -> m.is("identity")));
  }

  private static void certificate(Subject subject, Out out) {
    if (subject.loads("stir_shaken")) {
      subject
          .calls(Role.HTTP)
          .filter(site -> certificateUrl(subject, site).isPresent())
          .forEach(
              site -> out.at(site.call(), "The certificate's address is what the caller wrote."));
    }
  }
}
