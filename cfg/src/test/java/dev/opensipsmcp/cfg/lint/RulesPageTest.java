package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Holds the committed page against the catalogue. After a wanted change, {@code mvn -pl cfg -am
 * test -Dtest=RulesPageTest -Dreference.write=true -Dsurefire.failIfNoSpecifiedTests=false} writes
 * it anew.
 */
class RulesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "lint-rules.md");

  @Test
  void thePageIsWhatTheCatalogueSays() throws IOException {
    String now = RulesPage.write();
    if (Boolean.getBoolean("reference.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, now);
    }
    assertThat(PAGE).exists();
    assertThat(Files.readString(PAGE)).as("see the test's comment").isEqualTo(now);
  }

  @Test
  void theCatalogueHasEveryRuleOnce() {
    List<String> expected =
        IntStream.concat(IntStream.rangeClosed(1, 45), IntStream.rangeClosed(101, 140))
            .mapToObj(n -> n > 100 ? "R%02d".formatted(n - 100) : "S%02d".formatted(n))
            .toList();
    assertThat(Rules.all().stream().map(RuleInfo::id).filter(id -> id.matches("[SR].*")))
        .containsExactlyElementsOf(expected);
    assertThat(Rules.all().stream().map(RuleInfo::id)).doesNotHaveDuplicates();
  }
}
