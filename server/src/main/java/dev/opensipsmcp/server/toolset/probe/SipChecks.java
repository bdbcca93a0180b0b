package dev.opensipsmcp.server.toolset.probe;

import dev.opensipsmcp.sip.message.DigestFacts;
import dev.opensipsmcp.sip.probe.ProbeFailure;
import dev.opensipsmcp.sip.probe.ProbeLimits;
import dev.opensipsmcp.sip.probe.ProbeOutcome;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.RandomWords;
import dev.opensipsmcp.sip.probe.SipProber;
import dev.opensipsmcp.sip.probe.SipRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Looks at what a node answers to a stranger, by six requests at most.
 *
 * @param target the node
 * @param domain its SIP domain
 * @param stopped whether the caller withdrew
 */
record SipChecks(ProbeTarget target, String domain, BooleanSupplier stopped) {
  private static final ProbeLimits LIMITS = ProbeLimits.of(Duration.ofSeconds(3));
  private static final Duration BETWEEN = Duration.ofMillis(300);

  /**
   * What a node says that tried to reach a domain which can't exist; 476 to 479 are OpenSIPS's own
   * (a destination that can't be resolved, or sent to).
   */
  private static final Set<Integer> TRIED =
      Set.of(408, 476, 477, 478, 479, 483, 500, 502, 503, 504);

  /** {@return what was seen, to be added to} */
  List<Check> run(Optional<String> known) {
    List<Check> checks = new ArrayList<>();
    try (SipProber prober = new SipProber(target, LIMITS, stopped)) {
      checks.add(version(ask(prober, "OPTIONS", "sip:" + domain)));
      checks.add(relay(ask(prober, "OPTIONS", foreign())));
      checks.add(known.isPresent() ? users(prober, known.get()) : noUser());
    }
    return checks;
  }

  private static String foreign() {
    return "sip:probe@" + RandomWords.word() + ".invalid";
  }

  private static ProbeOutcome ask(SipProber prober, String method, String to) {
    prober.pause(BETWEEN);
    return prober.ask(_ ->
        method.equals("REGISTER")
            ? SipRequest.of(method, "sip:" + to.substring(to.indexOf('@') + 1), to, to)
            : SipRequest.of(method, to, OptionsPing.NOBODY, to));
  }

  private static Check version(ProbeOutcome outcome) {
    String name = "version_told";
    if (!(outcome instanceof ProbeOutcome.Answered answer)) {
      return Check.unknown(name, silence(outcome));
    }
    String server = answer.response().header("Server").orElse("");
    String shown = server.isEmpty() ? answer.response().header("User-Agent").orElse("") : server;
    if (shown.isEmpty()) {
      return Check.ok(name, "The answer " + answer.code() + " names no server.");
    }
    String evidence = "OPTIONS was answered with Server: " + Heard.text(shown);
    return shown.matches(".*\\d+\\.\\d+.*")
        ? new Check(
            name,
            Check.Result.LOW,
            evidence,
            "Set server_signature=no, or server_header to a text without a version.")
        : Check.ok(name, evidence);
  }

  private static Check relay(ProbeOutcome outcome) {
    String name = "open_relay";
    String asked = "OPTIONS for a domain that can't exist was ";
    if (!(outcome instanceof ProbeOutcome.Answered answer)) {
      ProbeFailure.Kind kind = ((ProbeOutcome.Failed) outcome).failure().kind();
      return kind == ProbeFailure.Kind.TIMEOUT
          ? Check.unknown(name, asked + "not answered: dropped, or tried without a word.")
          : Check.unknown(name, silence(outcome));
    }
    if (TRIED.contains(answer.code())) {
      return new Check(
          name,
          Check.Result.HIGH,
          asked
              + "answered with "
              + answer.code()
              + ", as by a node that tried to send it on"
              + (answer.provisional().isEmpty() ? "." : " (" + answer.provisional() + " before)."),
          "Before t_relay, refuse with 403 what is neither is_myself or is_domain_local, nor from"
              + " an address that check_address trusts or a user who authenticated.");
    }
    return answer.code() < 300
        ? new Check(
            name,
            Check.Result.LOW,
            asked + "answered with " + answer.code() + " by the node itself; it was not sent on.",
            "Answer OPTIONS only where is_myself holds; refuse foreign domains with 403.")
        : Check.ok(name, asked + "refused with " + answer.code() + ". INVITE was not tried.");
  }

  private static Check noUser() {
    return Check.unknown("users_told", "Without known_user there is nothing to compare.");
  }

  private Check users(SipProber prober, String known) {
    String none = "mcp-" + RandomWords.word();
    for (String method : List.of("OPTIONS", "REGISTER")) {
      String one = shape(ask(prober, method, "sip:" + known + '@' + domain));
      String other = shape(ask(prober, method, "sip:" + none + '@' + domain));
      if (!one.equals(other)) {
        return new Check(
            "users_told",
            Check.Result.MEDIUM,
            method + " is answered with " + one + " for a real user, with " + other + " for none.",
            "Challenge, or answer, before the user is looked up, so that both get the same.");
      }
    }
    return Check.ok(
        "users_told", "OPTIONS and REGISTER are answered alike for a real user and for none.");
  }

  private static String shape(ProbeOutcome outcome) {
    return switch (outcome) {
      case ProbeOutcome.Answered answer -> {
        long challenges = DigestFacts.of(answer.response()).size();
        yield answer.code() + (challenges > 0 ? " and a challenge" : "");
      }
      case ProbeOutcome.Failed _ -> "silence";
    };
  }

  private static String silence(ProbeOutcome outcome) {
    return outcome instanceof ProbeOutcome.Failed failed
        ? Heard.text(failed.failure().cause())
        : "";
  }
}
