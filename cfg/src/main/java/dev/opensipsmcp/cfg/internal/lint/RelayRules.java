package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.HIGH;
import static dev.opensipsmcp.cfg.finding.Severity.LOW;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.Method;
import dev.opensipsmcp.cfg.flow.Site;
import dev.opensipsmcp.cfg.flow.World;
import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.Role;
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
            .fix("Call `validate_dialog` after `loose_route`, or `topology_hiding_match`."));
  }

  static boolean request(World world) {
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
}
