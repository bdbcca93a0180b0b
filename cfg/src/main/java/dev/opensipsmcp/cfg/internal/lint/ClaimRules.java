package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.Site;
import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Mention;
import dev.opensipsmcp.cfg.internal.flow.Mentions;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Rules about what the sender of a message claims, and who believes it. */
final class ClaimRules {
  private ClaimRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S23",
                MEDIUM,
                "decision on a header that anybody can send",
                "The sender claims an identity or a right by writing a header.",
                ClaimRules::claimedHeader)
            .fix(
                "Ask `check_source_address` first, or take the header out of requests from"
                    + " strangers with `remove_hf`."),
        AuditRule.of(
                "S39",
                MEDIUM,
                "certificate fetched from wherever the caller says",
                "The caller makes the server ask any address, and wait for it.",
                ClaimRules::certificate)
            .since("with module stir_shaken")
            .fix("Hold the URL against a list of repositories before `rest_get`."));
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

  static boolean ofIdentity(Subject subject, Site site) {
    return subject.loads("stir_shaken") && certificateUrl(subject, site).isPresent();
  }

  private static Optional<Mention> certificateUrl(Subject subject, Site site) {
    Taint taint = new Taint(subject, Set.of());
    return InjectionRules.dirty(taint, site, 0)
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
