package dev.opensipsmcp.cfg.check;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.internal.check.Rules;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import java.util.List;

/**
 * Predicts, without an OpenSIPS, whether one of a given version would take a configuration and
 * start with it. Immutable and safe to share.
 *
 * <p>A finding of severity {@code FATAL} is something that OpenSIPS refuses, and its reason says
 * when: while it reads the file, or only at start, where {@code opensips -C} still says that all is
 * well. What the facts can't decide is {@code UNKNOWN}; what is wrong but does not keep OpenSIPS
 * from starting has the severities in between. What lies outside of the file is not looked at:
 * databases, ports in use, certificates, rights on files.
 */
public final class Checker {
  private final Names names;

  /**
   * Makes the checker of a version.
   *
   * @param facts the version's facts
   */
  public Checker(Facts facts) {
    names = new Names(facts);
  }

  /** {@return the names of the version, loaded or not} */
  public Names names() {
    return names;
  }

  /**
   * Checks a configuration. The time that it takes grows with the length of the file.
   *
   * @param program the configuration with what it includes
   * @return what was found, in the order of the text; nothing where OpenSIPS takes it
   */
  public List<Finding> check(Program program) {
    return verdict(program).findings();
  }

  /**
   * Checks a configuration, and tells what {@code opensips -C} and a start would say.
   *
   * @param program the configuration with what it includes
   * @return both verdicts, and what they rest on
   */
  public Verdict verdict(Program program) {
    return Rules.check(names, program.tree());
  }
}
