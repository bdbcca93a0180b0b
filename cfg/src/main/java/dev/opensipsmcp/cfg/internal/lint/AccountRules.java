package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.HIGH;
import static dev.opensipsmcp.cfg.finding.Severity.LOW;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.Method;
import dev.opensipsmcp.cfg.flow.Site;
import dev.opensipsmcp.cfg.flow.World;
import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Mentions;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.syntax.Call;
import java.util.List;
import java.util.function.Predicate;

/** Rules about who may register and call, followed over all ways through the routes. */
final class AccountRules {
  private AccountRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S07",
                HIGH,
                "registration without authentication",
                "Anybody can register as any user and take that user's calls.",
                AccountRules::openRegistration)
            .fix("Before it, call `www_authorize` and, when that fails, `www_challenge` and exit."),
        AuditRule.of(
                "S09",
                HIGH,
                "answer of a check ignored or turned round",
                "The check has no effect: who fails it goes on all the same.",
                IgnoredAnswers::look)
            .fix("Ask for its answer in a condition, and exit where it is negative."),
        AuditRule.of(
                "S10",
                HIGH,
                "authenticated user not compared with the one that is claimed",
                "One user can act as another.",
                AccountRules::identity)
            .since("all; before 3.0 the functions are in the uri module")
            .fix(
                "After the authentication call `db_is_to_authorized` for a registration and"
                    + " `db_is_from_authorized` for a call, or compare `$au` with `$tU` or `$fU`."),
        AuditRule.of(
                "S11",
                MEDIUM,
                "credentials passed on",
                "The next hop sees the user's digest and can try passwords against it.",
                AccountRules::credentials)
            .fix("Call `consume_credentials` after the authentication."),
        AuditRule.of(
                "S15",
                LOW,
                "challenge for MD5 only",
                "MD5 is weak, and clients of today can do SHA-256.",
                AccountRules::weakDigest)
            .since("the algorithms argument is there since 3.2")
            .fix("Give the challenge its algorithms argument, \"MD5,SHA-256\"."));
  }

  private static Predicate<World> unknownSender(Method... methods) {
    return world ->
        world.surely(Mark.REQUEST)
            && world.may(methods)
            && !world.any(Mark.AUTHENTICATED, Mark.TRUSTED);
  }

  private static void openRegistration(Subject subject, Out out) {
    subject
        .calls(KnownFunction.SAVE)
        .filter(site -> site.before().any(unknownSender(Method.REGISTER)))
        .forEach(
            site -> out.at(site.call(), "save() is reached by a REGISTER that nobody checked."));
    long mode = subject.number(KnownParameter.MID_MODE).orElse(0L);
    if (mode != 0) {
      subject
          .calls(KnownFunction.MID_REGISTRAR_SAVE)
          .filter(site -> site.before().any(unknownSender(Method.REGISTER)))
          .forEach(site ->
              out.at(
                  site.call().span(),
                  MEDIUM,
                  "mid_registrar_save() answers some REGISTERs itself, and nobody checked"
                      + " them."));
    }
  }

  private static void identity(Subject subject, Out out) {
    Predicate<World> claimed =
        world ->
            world.surely(Mark.REQUEST)
                && world.surely(Mark.AUTHENTICATED)
                && !world.any(Mark.IDENTIFIED, Mark.IN_DIALOG, Mark.LOOSE_ROUTED);
    if (subject.calls(Role.AUTHENTICATION, Role.PROXY_AUTHENTICATION).allMatch(AccountRules::jwt)) {
      return;
    }
    subject
        .calls(KnownFunction.SAVE)
        .filter(site -> !namesUser(site.call()))
        .filter(site -> site.before().any(claimed.and(world -> world.may(Method.REGISTER))))
        .forEach(site ->
            out.at(site.call(), "Whoever has an account can register here for any other user."));
    subject
        .calls(Role.RELAY)
        .filter(site -> site.before().any(claimed.and(w -> w.may(Method.INVITE, Method.MESSAGE))))
        .limit(1)
        .forEach(site ->
            out.at(site.call(), "Whoever has an account can call here in any other user's name."));
  }

  private static boolean jwt(Site site) {
    return site.name().startsWith("jwt_");
  }

  private static boolean namesUser(Call call) {
    return Mentions.in(call).stream().anyMatch(mention -> mention.is("au", "aU", "Au"));
  }

  private static void credentials(Subject subject, Out out) {
    subject
        .calls(Role.RELAY)
        .filter(site ->
            site.before()
                .any(world ->
                    world.surely(Mark.REQUEST)
                        && world.surely(Mark.PROXY_AUTHENTICATED)
                        && !world.any(Mark.CONSUMED)))
        .forEach(
            site -> out.at(site.call(), "The request is relayed with the user's credentials."));
  }

  private static void weakDigest(Subject subject, Out out) {
    subject
        .calls(KnownFunction.WWW_CHALLENGE, KnownFunction.PROXY_CHALLENGE)
        .filter(site -> !Expressions.constant(site.call(), 2).orElse("").contains("SHA"))
        .filter(site ->
            Expressions.argument(site.call(), 2).map(Mentions::in).orElse(List.of()).isEmpty())
        .forEach(site -> out.at(site.call(), "Only MD5 is offered to the client."));
  }
}
