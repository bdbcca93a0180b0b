package dev.opensipsmcp.cfg.corpus;

import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The project's configurations with what real servers said about them. A verdict file has a line
 * for its source and one for each release: {@code 3.6.8: accepted, started} or {@code 3.6.8:
 * refused, line 12, REASON}.
 */
public final class Corpus {
  /** The folder of the corpus. */
  public static final Path FOLDER = Path.of("src/test/resources/dev/opensipsmcp/cfg/corpus");

  private Corpus() {}

  /**
   * A configuration.
   *
   * @param path the file
   * @param text what is in it
   * @param needs what decides besides the text, {@code host} or {@code files}; empty when the text
   *     alone does
   * @param verdicts what the releases said, by release; none as long as it was not tried
   */
  public record Entry(Path path, String text, String needs, Map<String, Verdict> verdicts) {
    /** {@return what a server of this line said, or nothing when none was asked} */
    public Optional<Verdict> verdict(Version version) {
      return verdicts.entrySet().stream()
          .filter(entry -> Version.parse(entry.getKey()).equals(Optional.of(version)))
          .map(Map.Entry::getValue)
          .findFirst();
    }

    @Override
    public String toString() {
      return path.getFileName().toString();
    }
  }

  /**
   * What a server said.
   *
   * @param accepted whether its check of the file alone found nothing wrong
   * @param started whether it started with it and answered
   * @param line the first line that it names, 0 when it names none
   * @param reason why not, in our words; empty when it started
   */
  public record Verdict(boolean accepted, boolean started, int line, String reason) {}

  /** {@return the configurations that were written to be accepted} */
  public static List<Entry> accepted() {
    List<Entry> all = new ArrayList<>(entries("accepted"));
    all.addAll(entries("scenario"));
    return all;
  }

  /** {@return the configurations that were written to be refused} */
  public static List<Entry> rejected() {
    return entries("rejected");
  }

  private static List<Entry> entries(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".cfg"))
          .sorted()
          .map(Corpus::entry)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(Path file) {
    Path verdict = Path.of(file.toString().replaceFirst("\\.cfg$", ".verdict"));
    try {
      List<String> lines = Files.exists(verdict) ? Files.readAllLines(verdict) : List.of();
      String needs =
          lines.stream()
              .filter(line -> line.startsWith("needs: "))
              .map(line -> line.substring(7))
              .findFirst()
              .orElse("");
      return new Entry(file, Files.readString(file), needs, verdicts(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Verdict> verdicts(List<String> lines) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      if (colon > 0 && Character.isDigit(line.charAt(0))) {
        verdicts.put(line.substring(0, colon), verdict(line.substring(colon + 2)));
      }
    }
    return verdicts;
  }

  private static Verdict verdict(String text) {
    String[] words = text.split(", ", 3);
    boolean accepted = words[0].equals("accepted");
    if (words[1].equals("started")) {
      return new Verdict(accepted, true, 0, "");
    }
    String where = words[1].startsWith("line ") ? words[1].substring(5) : "0";
    return new Verdict(accepted, false, Integer.parseInt(where), words.length > 2 ? words[2] : "");
  }
}
