package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.LOW;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.Method;
import dev.opensipsmcp.cfg.flow.Site;
import dev.opensipsmcp.cfg.flow.World;
import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Role;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules about how calls are set up, kept and ended, followed over all ways. */
final class CallRules {
  private CallRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "R09",
                MEDIUM,
                "several destinations, but only one is tried",
                "When the chosen one is down the call fails.",
                CallRules::noFailover)
            .fix("Call `t_on_failure` before the relay, and try the next one in that route."),
        AuditRule.of(
                "R10",
                MEDIUM,
                "next destination tried after a cancel",
                "Phones ring after the caller has hung up.",
                CallRules::afterCancel)
            .fix("Begin the failure route with `t_was_cancelled`, and exit when it holds."),
        AuditRule.of(
                "R11",
                MEDIUM,
                "call relayed without staying in its way",
                "Later requests go past the server: no BYE, no end of the call in its records.",
                CallRules::noRecordRoute)
            .fix("Call `record_route` or `topology_hiding` before the relay."),
        AuditRule.of(
                "R12",
                MEDIUM,
                "calls counted that are no dialogs",
                "Counts are wrong: nothing starts or ends them.",
                CallRules::noDialog)
            .fix("Call `create_dialog` before it, and `record_route` before the relay."),
        AuditRule.of(
                "R13",
                MEDIUM,
                "NAT mended in requests only",
                "The ACK goes to an address behind the NAT, and calls drop after half a minute.",
                CallRules::natOneWay)
            .fix("Arm a reply route with `t_on_reply`, and call `fix_nated_contact` there too."),
        AuditRule.of(
                "R14",
                MEDIUM,
                "media relay told only half",
                "Audio goes one way, or ports stay taken.",
                CallRules::mediaHalf)
            .since("rtpengine and rtpproxy; rtp_relay does it itself since 3.2")
            .fix(
                "Answer in a reply route, and end it on BYE, CANCEL and failure; or use"
                    + " `rtp_relay_engage`."),
        AuditRule.of(
                "R36",
                LOW,
                "reply past its transaction, or a second one",
                "Retransmissions get no answer, or a client gets two.",
                CallRules::replies)
            .fix("Use `t_reply` or `send_reply` in a transaction, and exit after it."));
  }

  private static boolean call(World world) {
    return world.surely(Mark.REQUEST)
        && world.may(Method.INVITE)
        && !world.any(
            Mark.IN_DIALOG, Mark.LOOSE_ROUTED, Mark.MATCHED, Mark.DIALOG_MATCHED, Mark.REPLY);
  }

  private static Stream<Site> relays(Subject subject, Predicate<World> wanted) {
    return subject.calls(Role.RELAY).filter(site -> site.before().any(wanted));
  }

  private static void noFailover(Subject subject, Out out) {
    relays(
            subject,
            world ->
                call(world)
                    && world.surely(Mark.SELECTED)
                    && !world.any(Mark.FAILURE_ARMED, Mark.FAILURE))
        .forEach(
            site -> out.at(site.call(), "Only the first of several destinations is tried here."));
  }

  private static void afterCancel(Subject subject, Out out) {
    relays(subject, world -> world.surely(Mark.FAILURE) && !world.any(Mark.CANCEL_ASKED))
        .forEach(site -> out.at(site.call(), "A call is sent on here even if the caller hung up."));
  }

  private static void noRecordRoute(Subject subject, Out out) {
    relays(subject, world -> call(world) && !world.any(Mark.RECORD_ROUTED, Mark.FAILURE))
        .limit(1)
        .forEach(site -> out.at(site.call(), "The call's later requests go past this server."));
  }

  private static void noDialog(Subject subject, Out out) {
    subject
        .calls(KnownFunction.SET_DLG_PROFILE, KnownFunction.STORE_DLG_VALUE)
        .filter(site -> site.before().any(world -> call(world) && !world.any(Mark.DIALOG)))
        .forEach(site -> out.at(site.call(), "There is no dialog yet that this could be about."));
    relays(
            subject,
            world ->
                call(world)
                    && world.surely(Mark.DIALOG)
                    && !world.any(Mark.RECORD_ROUTED, Mark.FAILURE))
        .limit(1)
        .forEach(site -> out.at(site.call(), "The dialog never sees its BYE."));
  }

  private static boolean inReply(Site site) {
    return site.before().any(world -> world.any(Mark.REPLY));
  }

  private static void natOneWay(Subject subject, Out out) {
    List<Site> fixes = subject.calls(Role.NAT_FIX).toList();
    if (fixes.stream().anyMatch(CallRules::inReply)) {
      return;
    }
    fixes.stream()
        .filter(site -> site.before().any(w -> w.surely(Mark.REQUEST) && w.may(Method.INVITE)))
        .limit(1)
        .forEach(site -> out.at(site.call(), "Contacts in replies are left as they are."));
  }

  private static void mediaHalf(Subject subject, Out out) {
    boolean whole =
        subject.calls(Role.MEDIA_WHOLE).findAny().isPresent()
            || subject.calls(KnownFunction.RTPENGINE_MANAGE).findAny().isPresent();
    if (whole) {
      return;
    }
    boolean answered = subject.calls(Role.ANSWER, Role.OFFER).anyMatch(CallRules::inReply);
    boolean ended = subject.calls(Role.MEDIA_END).findAny().isPresent();
    subject
        .calls(Role.OFFER)
        .filter(site -> site.before().any(world -> world.surely(Mark.REQUEST)))
        .limit(1)
        .filter(_ -> !answered || !ended)
        .forEach(site ->
            out.at(
                site.call(),
                answered
                    ? "Nothing ends the media session."
                    : "No reply route answers this offer."));
  }

  private static void replies(Subject subject, Out out) {
    subject
        .calls(Role.STATELESS_REPLY)
        .filter(
            site -> site.before().any(world -> world.surely(Mark.TRANSACTION) && !world.blurred()))
        .forEach(
            site -> out.at(site.call(), "There is a transaction here, and this reply is past it."));
    subject
        .calls(Role.REPLY, Role.STATELESS_REPLY)
        .filter(site ->
            Expressions.constant(site.call(), 0).filter(c -> c.matches("[2-6]..")).isPresent())
        .filter(site ->
            !site.before().none()
                && site.before().list().stream().allMatch(w -> w.surely(Mark.REPLIED)))
        .forEach(site -> out.at(site.call(), "A final reply was sent before."));
  }
}
