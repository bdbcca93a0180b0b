package dev.opensipsmcp.sip.identity;

import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds claims against the clock and the message that carried them. */
public final class IdentityRules {
  /** How old a token may be, and how far in the future (RFC 8224 section 6.2). */
  private static final Duration FRESH = Duration.ofSeconds(60);

  private IdentityRules() {}

  /**
   * {@return what does not fit, whole sentences}
   *
   * @param identity the claims
   * @param message what carried them, if it is known
   * @param received when it came
   */
  public static List<String> of(Identity identity, Optional<SipMessage> message, Instant received) {
    List<String> problems = new ArrayList<>(identity.problems());
    identity
        .passport()
        .ifPresent(passport -> {
          if (!identity.extension().isEmpty()
              && !identity.extension().equals(passport.extension())) {
            problems.add("The header's ppt is not the token's.");
          }
          if (!identity.info().isEmpty() && !identity.info().equals(passport.certificateUrl())) {
            problems.add("The header's info is not the token's x5u.");
          }
          passport.issued().ifPresent(issued -> fresh(issued, received, problems));
          message.ifPresent(it -> numbers(passport, it, problems));
        });
    return problems;
  }

  private static void fresh(Instant issued, Instant received, List<String> problems) {
    Duration age = Duration.between(issued, received);
    if (age.compareTo(FRESH) > 0) {
      problems.add(
          "The token was "
              + age.toSeconds()
              + " s old; verifiers take 60 s and answer 403 or 438.");
    } else if (age.compareTo(FRESH.negated()) < 0) {
      problems.add("The token is from the future: a clock is wrong.");
    }
  }

  private static void numbers(Passport passport, SipMessage message, List<String> problems) {
    String origin = NumberForm.of(passport.origin());
    List<String> callers = new ArrayList<>();
    HeaderValues.nameAddrs(message.headers("P-Asserted-Identity"))
        .forEach(address -> callers.add(NumberForm.of(address.uri())));
    message.from().map(NameAddr::uri).map(NumberForm::of).ifPresent(callers::add);
    if (!origin.isEmpty() && !callers.isEmpty() && !callers.contains(origin)) {
      problems.add("The claim orig is neither in P-Asserted-Identity nor in From.");
    }
    List<String> called = new ArrayList<>();
    message.to().map(NameAddr::uri).map(NumberForm::of).ifPresent(called::add);
    if (message.start() instanceof StartLine.Request request) {
      called.add(NumberForm.of(request.uri()));
    }
    List<String> destinations = passport.destinations().stream().map(NumberForm::of).toList();
    if (!called.isEmpty()
        && !destinations.isEmpty()
        && called.stream().noneMatch(destinations::contains)) {
      problems.add(
          "The claim dest is neither in To nor in the Request-URI: the call was forwarded, or the"
              + " token is another call's.");
    }
  }
}
