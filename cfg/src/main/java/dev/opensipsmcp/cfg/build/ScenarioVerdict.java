package dev.opensipsmcp.cfg.build;

import dev.opensipsmcp.facts.Version;
import java.time.LocalDate;

/**
 * What a real server did with a scenario's configuration, built with the parameters of a trial on
 * loopback.
 *
 * @param scenario the scenario's name
 * @param version the release line
 * @param release the release that was tried
 * @param accepted whether its check of the file found nothing wrong
 * @param started whether it started
 * @param options whether it answered OPTIONS with 200
 * @param register whether it took a registration, with the password where it asks for one
 * @param call whether it carried a call from INVITE to BYE
 * @param date when it was tried
 * @param fingerprint of the text that the scenario gives with its defaults, as it was then
 */
public record ScenarioVerdict(
    String scenario,
    Version version,
    String release,
    Outcome accepted,
    Outcome started,
    Outcome options,
    Outcome register,
    Outcome call,
    LocalDate date,
    String fingerprint) {

  /** How a trial ended. */
  public enum Outcome {
    /** It did. */
    YES,
    /** It did not. */
    NO,
    /** It was not tried, because the scenario does not offer it or the trial could not be made. */
    UNTRIED
  }

  /** {@return whether everything that was tried worked, the start among it} */
  public boolean good() {
    return started == Outcome.YES
        && accepted == Outcome.YES
        && options != Outcome.NO
        && register != Outcome.NO
        && call != Outcome.NO;
  }
}
