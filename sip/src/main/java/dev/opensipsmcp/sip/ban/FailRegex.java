package dev.opensipsmcp.sip.ban;

import dev.opensipsmcp.sip.internal.ban.BoundedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An expression by which fail2ban finds addresses in a log.
 *
 * @param expression with {@code <HOST>} where the address is; from this program, not from callers,
 *     for nothing bounds how long a bad one takes
 */
public record FailRegex(String expression) {
  private static final String HOST = "<HOST>";
  private static final String ADDRESS = "(?<host>[0-9a-fA-F:.]{2,45})";
  private static final Pattern TIME =
      Pattern.compile(
          "^(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d"
              + "|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.,\\d]{0,10}(?:Z|[+-]\\d\\d:?\\d\\d)?)");
  private static final int LONGEST = 4_096;

  /**
   * {@return the lines, held against it by Java's expressions} The time that begins a line is taken
   * away first, as fail2ban does.
   */
  public List<FailedLine> here(List<String> lines) {
    Pattern pattern = Pattern.compile(expression.replace(HOST, ADDRESS));
    List<FailedLine> tested = new ArrayList<>();
    for (String line : lines) {
      String bare = TIME.matcher(line).replaceFirst("");
      tested.add(new FailedLine(line, line.length() <= LONGEST && pattern.matcher(bare).matches()));
    }
    return tested;
  }

  /**
   * {@return the lines, held against it by fail2ban's own program}
   *
   * @param program fail2ban-regex
   * @param lines each without a line break
   * @param limit how long it may take
   */
  public BanAnswer<List<FailedLine>> by(Path program, List<String> lines, Duration limit) {
    try {
      Path directory = Files.createTempDirectory("failregex");
      try {
        Path log = Files.write(directory.resolve("sample.log"), lines);
        Path filter =
            Files.writeString(
                directory.resolve("filter.conf"), "[Definition]\nfailregex = " + expression + '\n');
        BanAnswer<String> ran =
            new BoundedRun(limit)
                .run(
                    List.of(
                        program.toString(),
                        "--print-all-matched",
                        log.toString(),
                        filter.toString()));
        return switch (ran) {
          case BanAnswer.Failure<String>(BanError error) -> new BanAnswer.Failure<>(error);
          case BanAnswer.Value<String>(String output) -> read(output, lines);
        };
      } finally {
        Files.deleteIfExists(directory.resolve("sample.log"));
        Files.deleteIfExists(directory.resolve("filter.conf"));
        Files.deleteIfExists(directory);
      }
    } catch (IOException e) {
      return new BanAnswer.Failure<>(
          new BanError(
              BanError.Kind.UNREACHABLE,
              "No directory for the sample can be made: " + e.getMessage(),
              "Check the directory for temporary files."));
    }
  }

  private static BanAnswer<List<FailedLine>> read(String output, List<String> lines) {
    if (!output.contains("\nLines: ")) {
      return new BanAnswer.Failure<>(
          new BanError(
              BanError.Kind.REFUSED,
              "fail2ban-regex did not say what it found.",
              "Try it at a shell with the filter."));
    }
    Set<String> matched = new HashSet<>();
    boolean in = false;
    for (String line : output.lines().toList()) {
      if (line.startsWith("|- ")) {
        in = line.startsWith("|- Matched line(s)");
      } else if (in && line.startsWith("|  ")) {
        matched.add(line.substring(3).strip());
      }
    }
    return new BanAnswer.Value<>(
        lines.stream().map(line -> new FailedLine(line, matched.contains(line.strip()))).toList());
  }
}
