package dev.opensipsmcp.server.toolset.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.explain.Explain;
import dev.opensipsmcp.cfg.explain.Explanation;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.knowledge.Guides;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guides name what there is, and nothing else. */
class GuidesTest {
  private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

  /** Two pages. */
  private static final int MOST_WORDS = 900;

  /** Told of as gone. */
  private static final Set<String> FORMER = Set.of("avpops", "avp_db_query()");

  private static final Set<String> TOOLS =
      AllTools.tools().stream().map(Tool::name).collect(Collectors.toSet());

  static List<Guides.Guide> guides() {
    return Guides.all();
  }

  @ParameterizedTest
  @MethodSource("guides")
  void everyNameBetweenBackticksIsAToolOrInTheFactsOfSomeVersionThatIsOperated(Guides.Guide guide) {
    Set<String> unknown = new TreeSet<>();
    Matcher matcher = NAMED.matcher(guide.text());
    while (matcher.find()) {
      String name = matcher.group(1);
      if (!TOOLS.contains(name) && !FORMER.contains(name) && !known(name)) {
        unknown.add(name);
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static boolean known(String name) {
    return Stream.of(Version.values())
        .filter(Version::operable)
        .anyMatch(version ->
            new Explain(version).of(name) instanceof Explanation.Known
                || Facts.of(version).mi().lookup(name) instanceof MiLookup.Found
                || Facts.of(version).table(name).isPresent());
  }

  @ParameterizedTest
  @MethodSource("guides")
  void aGuideHasAtMostTwoPagesAndNamesTools(Guides.Guide guide) {
    assertThat(guide.text()).startsWith("# " + guide.title() + "\n");
    assertThat(guide.text().split("\\s+")).hasSizeLessThanOrEqualTo(MOST_WORDS);
    assertThat(TOOLS.stream().filter(tool -> guide.text().contains("`" + tool + "`")))
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void everyPageIsServedAndEveryGuideIsAPage() throws IOException {
    Path folder = Path.of("").toAbsolutePath().getParent().resolve("docs/guides");
    try (Stream<Path> pages = Files.list(folder)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(
              Guides.all().stream().map(Guides.Guide::name).toList());
    }
    for (Guides.Guide guide : Guides.all()) {
      assertThat(guide.text()).isEqualTo(Files.readString(folder.resolve(guide.name() + ".md")));
    }
  }
}
