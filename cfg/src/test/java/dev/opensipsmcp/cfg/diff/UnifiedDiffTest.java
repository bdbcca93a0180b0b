package dev.opensipsmcp.cfg.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class UnifiedDiffTest {
  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+.*@@");

  @Test
  void aChangedLineStandsBetweenThreeLinesOfContext() {
    assertThat(
            UnifiedDiff.of(
                "a/opensips.cfg",
                "1\n2\n3\n4\nlog_level=3\n6\n7\n8\n9\n",
                "b/opensips.cfg",
                "1\n2\n3\n4\nlog_level=4\n6\n7\n8\n9\n"))
        .isEqualTo(
            """
            --- a/opensips.cfg
            +++ b/opensips.cfg
            @@ -2,7 +2,7 @@
             2
             3
             4
            -log_level=3
            +log_level=4
             6
             7
             8
            """);
  }

  @Test
  void aMissingEndOfLineIsTold() {
    assertThat(UnifiedDiff.of("a", "x", "b", "x\n"))
        .isEqualTo(
            """
            --- a
            +++ b
            @@ -1 +1 @@
            -x
            \\ No newline at end of file
            +x
            """);
  }

  @Test
  void equalTextsHaveNoDifference() {
    assertThat(UnifiedDiff.of("a", "x\n", "b", "x\n")).isEmpty();
  }

  @Property
  void whoeverAppliesItGetsTheNewText(
      @ForAll("texts") String before, @ForAll("texts") String after) {
    assertThat(applied(before, UnifiedDiff.of("a", before, "b", after))).isEqualTo(after);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a\n", "b\n", "c\n", "d\r\n", "\n", "e")
        .list()
        .ofMaxSize(40)
        .map(lines -> String.join("", lines));
  }

  /** Patches as the POSIX tool does, strict about every line. */
  private static String applied(String text, String diff) {
    List<String> old = lines(text);
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (String line : bodies(diff)) {
      Matcher hunk = HUNK.matcher(line.strip());
      if (hunk.matches()) {
        int start = Integer.parseInt(hunk.group(1));
        int from = "0".equals(hunk.group(2)) ? start : start - 1;
        old.subList(at, from).forEach(result::append);
        at = from;
        continue;
      }
      if (!line.startsWith("+")) {
        assertThat(line.substring(1)).isEqualTo(old.get(at++));
      }
      if (!line.startsWith("-")) {
        result.append(line, 1, line.length());
      }
    }
    old.subList(at, old.size()).forEach(result::append);
    return result.toString();
  }

  /** {@return what follows the two names, with the feeds taken off that are told to be missing} */
  private static List<String> bodies(String diff) {
    List<String> bodies = new ArrayList<>();
    for (String line : lines(diff)) {
      if (line.startsWith("\\")) {
        String last = bodies.removeLast();
        bodies.add(last.substring(0, last.length() - 1));
      } else {
        bodies.add(line);
      }
    }
    return bodies.isEmpty() ? bodies : bodies.subList(2, bodies.size());
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int feed = text.indexOf('\n', from);
      int to = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(from, to));
      from = to;
    }
    return lines;
  }
}
