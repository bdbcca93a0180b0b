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
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.cfg.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Rules about what is relayed for whom, followed over all ways through the routes. */
final class RelayRules {
  private RelayRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S08",
                HIGH,
                "request relayed for anybody",
                "Strangers use the server to call at its owner's cost.",
                RelayRules::openRelay)
            .fix(
                "Before it, verify credentials with `proxy_authorize` or the sender's address with"
                    + " `check_source_address`, or relay only what is for your own domains."),
        AuditRule.of(
                "S24",
                HIGH,
                "first request that brings its own route",
                "The sender decides where it goes, past every check.",
                RelayRules::preloaded)
            .fix(
                "Where `has_totag` is false and `loose_route` is true, answer 403 unless it is an"
                    + " ACK, and exit."),
        AuditRule.of(
                "S25",
                MEDIUM,
                "later request relayed without a route that fits",
                "A made-up To tag is enough to be relayed.",
                RelayRules::fakeTag)
            .fix(
                "Where `loose_route` fails, relay only an ACK for which `t_check_trans` holds;"
                    + " answer 404 otherwise."),
        AuditRule.of(
                "S26",
                LOW,
                "later requests not held against their dialog",
                "Others can end or change calls whose ids they have seen.",
                RelayRules::dialogNotValidated)
            .since("with module dialog")
            .fix("Call `validate_dialog` after `loose_route`, or `topology_hiding_match`."),
        AuditRule.of(
                "S27",
                MEDIUM,
                "Max-Forwards not looked at",
                "A loop between servers goes on until memory or bandwidth end.",
                RelayRules::noMaxForwards)
            .fix("Begin the main route with `mf_process_maxfwd_header`."),
        AuditRule.of(
                "S28",
                LOW,
                "size and form of messages not looked at",
                "Malformed or huge messages reach everything behind.",
                RelayRules::noValidation)
            .fix("Begin the main route with a test of `$ml` and `sipmsg_validate`."),
        AuditRule.of(
                "S29",
                MEDIUM,
                "no protection against floods",
                "A single sender can keep every worker busy.",
                RelayRules::noFloodProtection)
            .fix("Set `pike`'s `check_route`, or call `pike_check_req` or `rl_check`."),
        AuditRule.of(
                "S30",
                MEDIUM,
                "calls to gateways without a limit",
                "A stolen account makes expensive calls until somebody sees it.",
                RelayRules::noFraudLimit)
            .fix(
                "Call `check_fraud`, or count calls per user with `set_dlg_profile` and"
                    + " `get_profile_size`, before the gateway is chosen."),
        AuditRule.of(
                "S31",
                LOW,
                "scanners not dropped",
                "Known scanners cost log and time.",
                RelayRules::noScannerTest)
            .fix("Drop requests whose `$ua` is of a known scanner, before anything else."));
  }

  private static boolean request(World world) {
    return world.surely(Mark.REQUEST) && !world.any(Mark.REPLY, Mark.BRANCH);
  }

  private static boolean initial(World world) {
    return request(world)
        && world.may(Method.INVITE, Method.MESSAGE, Method.SUBSCRIBE, Method.REFER)
        && !world.any(
            Mark.IN_DIALOG, Mark.MATCHED, Mark.DIALOG_MATCHED, Mark.AUTHENTICATED, Mark.TRUSTED);
  }

  private static void openRelay(Subject subject, Out out) {
    Predicate<World> toAnywhere =
        world ->
            initial(world)
                && !world.any(Mark.LOOSE_ROUTED)
                && (world.surely(Mark.GATEWAY)
                    || !world.any(Mark.ADDRESSED_TO_US, Mark.LOOKED_UP, Mark.DIRECTED));
    Predicate<World> toUsers =
        world ->
            initial(world)
                && world.any(Mark.LOOKED_UP)
                && !world.any(Mark.FROM_OTHERS, Mark.LOOSE_ROUTED, Mark.GATEWAY, Mark.DIRECTED);
    for (Site site : subject.calls(Role.RELAY).toList()) {
      if (namesDestination(site)) {
        continue;
      }
      if (site.before().any(toAnywhere)) {
        boolean gateway = site.before().any(toAnywhere.and(w -> w.surely(Mark.GATEWAY)));
        out.at(
            site.call(),
            gateway
                ? "A call from anybody is relayed to a gateway here."
                : "A request from anybody to anywhere is relayed here.");
      } else if (site.before().any(toUsers)) {
        out.at(
            site.call().span(),
            MEDIUM,
            "A call in the name of an own user is relayed here, and nobody checked who it is.");
      }
    }
  }

  /** {@return whether the call itself says where the request goes} */
  private static boolean namesDestination(Site site) {
    return IntStream.range(0, site.call().arguments().size())
        .mapToObj(i -> Expressions.constant(site.call(), i))
        .flatMap(Optional::stream)
        .anyMatch(text -> text.matches("(sips?:|udp:|tcp:|tls:).*"));
  }

  private static void preloaded(Subject subject, Out out) {
    subject
        .calls(Role.RELAY)
        .filter(
            site -> site.before().any(world -> initial(world) && world.surely(Mark.LOOSE_ROUTED)))
        .forEach(
            site -> out.at(site.call(), "A first request with a Route header is relayed here."));
  }

  private static void fakeTag(Subject subject, Out out) {
    subject
        .calls(Role.RELAY)
        .filter(site ->
            site.before()
                .any(world ->
                    request(world)
                        && world.surely(Mark.IN_DIALOG)
                        && world.surely(Mark.NOT_LOOSE_ROUTED)
                        && !world.any(
                            Mark.MATCHED,
                            Mark.DIALOG_MATCHED,
                            Mark.ADDRESSED_TO_US,
                            Mark.AUTHENTICATED,
                            Mark.TRUSTED)))
        .forEach(site ->
            out.at(
                site.call(),
                "A request with a To tag is relayed here although no route of it is ours."));
  }

  private static void dialogNotValidated(Subject subject, Out out) {
    if (!subject.loads("dialog") || subject.calls(Role.DIALOG_MATCHING).findAny().isPresent()) {
      return;
    }
    if (subject.calls(Role.DIALOG, Role.HIDING, Role.BALANCING).findAny().isPresent()) {
      subject
          .calls(Role.LOOSE_ROUTE)
          .limit(1)
          .forEach(
              site -> out.at(site.call(), "What follows its routes is not held against a dialog."));
    }
  }

  private static void noMaxForwards(Subject subject, Out out) {
    subject
        .calls(Role.RELAY)
        .filter(site -> site.before().any(w -> request(w) && !w.any(Mark.MAX_FORWARDS)))
        .limit(1)
        .forEach(
            site -> out.at(site.call(), "A request is relayed here whatever its Max-Forwards."));
  }

  private static void noValidation(Subject subject, Out out) {
    if (subject.whole()
        && subject.calls(Role.RELAY, Role.SAVING).findAny().isPresent()
        && subject.calls(Role.VALIDATION).findAny().isEmpty()
        && !mentioned(subject, "ml")) {
      out.at(subject.main(), "No message is looked at for its size or form.");
    }
  }

  private static boolean mentioned(Subject subject, String... names) {
    return subject.statements().stream()
        .flatMap(Statements::expressions)
        .flatMap(expression -> Mentions.in(expression).stream())
        .anyMatch(mention -> mention.is(names));
  }

  private static Optional<SocketDefinition> open(Subject subject) {
    return subject
        .listening("udp", "tcp", "tls", "ws", "wss", "sctp")
        .filter(socket -> !Texts.internal(socket.host().text()))
        .findFirst();
  }

  private static void noFloodProtection(Subject subject, Out out) {
    if (subject.whole()
        && subject.last(KnownParameter.PIKE_ROUTE).isEmpty()
        && subject.calls(Role.RATE_LIMIT).findAny().isEmpty()) {
      open(subject)
          .ifPresent(socket -> out.at(socket.span(), "Whoever reaches this may send any number."));
    }
  }

  private static void noFraudLimit(Subject subject, Out out) {
    boolean called =
        subject
            .calls(Role.RELAY)
            .anyMatch(site -> site.before().any(world -> world.any(Mark.GATEWAY)));
    if (called && subject.calls(Role.CALL_LIMIT).findAny().isEmpty()) {
      subject
          .calls(KnownFunction.DO_ROUTING, KnownFunction.ROUTE_TO_CARRIER, KnownFunction.CR_ROUTE)
          .limit(1)
          .forEach(site -> out.at(site.call(), "Nothing limits the calls that go to gateways."));
    }
  }

  private static void noScannerTest(Subject subject, Out out) {
    boolean asked =
        subject.statements().stream()
            .filter(s -> s instanceof Statement.If || s instanceof Statement.Switch)
            .flatMap(Statements::expressions)
            .flatMap(expression -> Mentions.in(expression).stream())
            .anyMatch(m -> m.is("ua") || m.subname().equalsIgnoreCase("User-Agent"));
    if (subject.whole() && open(subject).isPresent() && !asked) {
      out.at(subject.main(), "No request is dropped for its User-Agent.");
    }
  }
}
