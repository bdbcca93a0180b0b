package dev.opensipsmcp.server.toolset.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a response code means where OpenSIPS runs.
 *
 * @param text who sends it and when, one sentence
 * @param causes what typically causes it
 * @param next what to look at
 */
public record CodePractice(String text, List<String> causes, List<String> next) {
  private static final String RESOURCE = "code-practice.txt";

  public CodePractice {
    causes = List.copyOf(causes);
    next = List.copyOf(next);
  }

  private static final class Holder {
    static final Map<Integer, CodePractice> ALL = read();
  }

  /** {@return what is known, by code} */
  public static Map<Integer, CodePractice> all() {
    return Holder.ALL;
  }

  static Optional<CodePractice> of(int code) {
    return Optional.ofNullable(Holder.ALL.get(code));
  }

  private static Map<Integer, CodePractice> read() {
    Map<Integer, CodePractice> all = new TreeMap<>();
    try (InputStream in = CodePractice.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + RESOURCE + " is missing.");
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split("\\|", 4);
          all.put(
              Integer.parseInt(parts[0]),
              new CodePractice(parts[1], items(parts[2]), items(parts[3])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.split(";", -1)).map(String::strip).toList();
  }
}
