package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.message.DigestFacts;
import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.probe.RegisterResult.Stage;
import dev.opensipsmcp.sip.probe.RegisterResult.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tries a registrar (RFC 3261 section 10). Without credentials it only asks for bindings. With them
 * it makes one binding of its own, for a minute, where nobody else is registered, and removes
 * exactly that one again, even when the caller withdraws in between.
 */
public final class RegisterProbe {
  private static final int EXPIRES = 60;
  private static final int LONGEST_EXPIRES = 3_600;
  private static final int MOST_SHOWN = 20;

  private final ProbeTarget target;
  private final ProbeLimits limits;
  private final BooleanSupplier stopped;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final String user = "probe-" + RandomWords.word();
  private Optional<Challenge> challenge = Optional.empty();
  private List<DigestFacts> challenges = List.of();
  private Optional<String> contact = Optional.empty();
  private SipRequest request;
  private int answered;

  /**
   * Prepares a probe, for one run.
   *
   * @param target where the registrar is
   * @param aor the address of record, a SIP URI
   * @param limits how long each request waits
   * @param stopped whether the caller withdrew
   */
  public RegisterProbe(
      ProbeTarget target, String aor, ProbeLimits limits, BooleanSupplier stopped) {
    this.target = target;
    this.limits = limits;
    this.stopped = stopped;
    String registrar = "sip:" + aor.substring(Math.max(aor.indexOf(':'), aor.indexOf('@')) + 1);
    this.request = SipRequest.of("REGISTER", registrar, aor, aor);
  }

  /** {@return what the registrar does} */
  public RegisterResult run(Optional<Credentials> credentials) {
    try (SipProber prober = new SipProber(target, limits, stopped)) {
      return result(stage(prober, credentials));
    }
  }

  private RegisterResult result(Stage stage) {
    return new RegisterResult(stage, steps, challenges, others, contact);
  }

  private Stage stage(SipProber prober, Optional<Credentials> credentials) {
    ProbeOutcome first = send(prober, "ask for bindings, without credentials", List.of());
    if (!(first instanceof ProbeOutcome.Answered answer)) {
      return Stage.SILENT;
    }
    challenges = DigestFacts.of(answer.response());
    boolean challenged = answer.code() == 401 || answer.code() == 407;
    if (!challenged && answer.code() >= 300) {
      return Stage.REFUSED;
    }
    if (!challenged) {
      bindings(answer.response());
      return Stage.OPEN;
    }
    if (credentials.isEmpty()) {
      return Stage.CHALLENGED;
    }
    challenge = Challenge.of(answer.response());
    if (challenge.isEmpty()) {
      return Stage.CHALLENGE_UNKNOWN;
    }
    return authenticated(prober, credentials.get());
  }

  private Stage authenticated(SipProber prober, Credentials who) {
    ProbeOutcome asked = answer(prober, "ask for bindings", who, List.of());
    if (!(asked instanceof ProbeOutcome.Answered answer)) {
      return Stage.SILENT;
    }
    // Whoever has no binding is told so by some registrars with an error.
    if (answer.code() >= 300 && answer.code() != 404 && answer.code() != 480) {
      return Stage.REJECTED;
    }
    bindings(answer.response());
    return others.isEmpty() && !stopped.getAsBoolean()
        ? registered(prober, who)
        : Stage.AUTHENTICATED;
  }

  private Stage registered(SipProber prober, Credentials who) {
    ProbeOutcome made = bind(prober, who, EXPIRES);
    if (made instanceof ProbeOutcome.Answered(SipMessage brief, int code, _, _, _, _)
        && code == 423) {
      long least = HeaderValues.number(brief.header("Min-Expires").orElse("").strip());
      if (least > EXPIRES && least <= LONGEST_EXPIRES) {
        made = bind(prober, who, (int) least);
      }
    }
    if (made instanceof ProbeOutcome.Answered refusal && refusal.code() >= 300) {
      contact = Optional.empty();
      return Stage.NOT_REGISTERED;
    }
    // From here on a binding may be there, whatever happened: it is removed by all means.
    try (SipProber remover = new SipProber(target, limits, () -> false)) {
      String own = "Contact: <" + contact.orElse("") + ">;expires=0";
      ProbeOutcome removed = answer(remover, "remove the binding", who, List.of(own));
      boolean gone =
          removed instanceof ProbeOutcome.Answered answer
              && answer.code() < 300
              && answer.response().contacts().stream().noneMatch(this::own);
      return !gone
          ? Stage.LEFT_BEHIND
          : made instanceof ProbeOutcome.Answered
              ? Stage.REGISTERED_AND_REMOVED
              : Stage.NOT_REGISTERED;
    }
  }

  private ProbeOutcome bind(SipProber prober, Credentials who, int seconds) {
    String scheme = target.transport().secure() ? "tls" : target.transport().word();
    String transport = target.transport().webSocket() ? ";transport=ws" : ";transport=" + scheme;
    ProbeOutcome outcome =
        answer(
            prober,
            "make a binding for " + seconds + " s",
            who,
            local -> {
              contact = Optional.of("sip:" + user + '@' + local + transport);
              return List.of("Contact: <" + contact.get() + ">;expires=" + seconds);
            });
    return outcome;
  }

  /** Headers that need to know where the request comes from. */
  @FunctionalInterface
  private interface Lines {
    List<String> from(String local);
  }

  private ProbeOutcome answer(
      SipProber prober, String purpose, Credentials who, List<String> lines) {
    return answer(prober, purpose, who, _ -> lines);
  }

  /** A nonce that is too old by now, or good for one answer only, is answered anew, once. */
  private ProbeOutcome answer(SipProber prober, String purpose, Credentials who, Lines lines) {
    ProbeOutcome outcome = answerOnce(prober, purpose, who, lines);
    if (outcome instanceof ProbeOutcome.Answered answer
        && (answer.code() == 401 || answer.code() == 407)) {
      Optional<Challenge> next = Challenge.of(answer.response());
      if (next.isPresent() && (next.get().stale() || answered > 1)) {
        challenge = next;
        answered = 0;
        return answerOnce(prober, purpose + ", with the new nonce", who, lines);
      }
    }
    return outcome;
  }

  private ProbeOutcome answerOnce(SipProber prober, String purpose, Credentials who, Lines lines) {
    answered++;
    String proof = challenge.orElseThrow().answer(who, request.method(), request.uri(), answered);
    return send(
        prober,
        purpose,
        local -> {
          List<String> all = new ArrayList<>(lines.from(local));
          all.add(proof);
          return all;
        });
  }

  private ProbeOutcome send(SipProber prober, String purpose, List<String> lines) {
    return send(prober, purpose, _ -> lines);
  }

  private ProbeOutcome send(SipProber prober, String purpose, Lines lines) {
    ProbeOutcome outcome =
        prober.ask(local -> {
          request = request.next(lines.from(local));
          return request;
        });
    steps.add(new Step(purpose, outcome));
    return outcome;
  }

  private void bindings(SipMessage answer) {
    answer.contacts().stream()
        .filter(it -> !own(it))
        .limit(MOST_SHOWN)
        .forEach(it -> others.add(it.uri().text()));
  }

  private boolean own(NameAddr address) {
    return address.uri().user().filter(user::equals).isPresent();
  }
}
