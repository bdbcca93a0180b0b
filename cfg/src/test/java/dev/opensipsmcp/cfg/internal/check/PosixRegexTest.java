package dev.opensipsmcp.cfg.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which regular expressions OpenSIPS can't compile. */
class PosixRegexTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "^sip:",
        "a|b",
        "(a|b)+",
        "[]a]",
        "[^]a]",
        "[[:digit:]]+",
        "[a\\]",
        "a\\(",
        "\\[",
        "[(]",
        "a)",
        "a{1,2}",
        "a{,2}",
        "(a)\\1",
        "[a-]"
      })
  void takesWhatIsInOrder(String expression) {
    assertThat(PosixRegex.fault(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "(a",
        "[a",
        "[",
        "[]",
        "[^]",
        "a\\",
        "[[:digit:]",
        "((a)",
        "*a",
        "a|+",
        "(?:a)",
        "^*",
        "a{x",
        "a{2,1}",
        "a{",
        "\\1",
        "[z-a]",
        "[[:letter:]]"
      })
  void findsWhatCantBeCompiled(String expression) {
    assertThat(PosixRegex.fault(expression)).isPresent();
  }
}
