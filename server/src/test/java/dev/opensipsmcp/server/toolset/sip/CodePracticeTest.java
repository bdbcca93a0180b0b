package dev.opensipsmcp.server.toolset.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.dialog.DialogToolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.sip.explain.ResponseCodes;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of OpenSIPS beside a code names nothing that it does not have. */
class CodePracticeTest {
  private static final Pattern NAMED = Pattern.compile("`([a-z0-9_]+)(\\(\\))?`");

  @Test
  void everyPracticeIsOfARegisteredCode() {
    assertThat(ResponseCodes.all().keySet()).containsAll(CodePractice.all().keySet());
    assertThat(ResponseCodes.all()).hasSizeGreaterThan(70);
  }

  @Test
  void allThatIsNamedExistsInEveryVersion() {
    for (CodePractice practice : CodePractice.all().values()) {
      Matcher matcher = NAMED.matcher(practice.text() + practice.causes() + practice.next());
      while (matcher.find()) {
        String name = matcher.group(1);
        Arrays.stream(Version.values())
            .filter(Version::operable)
            .forEach(version ->
                assertThat(exists(version, name, matcher.group(2) != null))
                    .as("%s in %s", name, version)
                    .isTrue());
      }
    }
  }

  private static boolean exists(Version version, String name, boolean function) {
    if (function) {
      return Facts.of(version).core().functions().stream().anyMatch(it -> it.name().equals(name))
          || Facts.of(version).modules().stream()
              .flatMap(module -> module.functions().stream())
              .anyMatch(it -> it.name().equals(name));
    }
    return Facts.of(version).module(name).isPresent()
        || Stream.concat(
                SipToolset.make(EvidenceDesk.none()).tools().stream(),
                DialogToolset.make(InstantSource.system()).tools().stream())
            .anyMatch(tool -> tool.name().equals(name));
  }
}
