package dev.opensipsmcp.server.toolset.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The questions that the search is held against.
 *
 * @param tuned those that it may be tuned on
 * @param heldOut those that it may not
 */
record Questions(List<Question> tuned, List<Question> heldOut) {

  /**
   * A question, and the cards of which any answers it.
   *
   * @param text a person's words
   * @param cards ids of cards
   * @param plain whether it is asked without names
   */
  record Question(String text, List<String> cards, boolean plain) {}

  static Questions read() {
    List<Question> tuned = new ArrayList<>();
    List<Question> heldOut = new ArrayList<>();
    boolean plain = false;
    int line = 0;
    for (String text : lines()) {
      if (text.startsWith("= ")) {
        plain = text.contains("plain");
        line = 0;
      } else if (!text.startsWith("#")) {
        String[] parts = text.split(" \\| ", 2);
        (line++ % 2 == 0 ? tuned : heldOut)
            .add(new Question(parts[0], List.of(parts[1].split(" ")), plain));
      }
    }
    return new Questions(tuned, heldOut);
  }

  private static List<String> lines() {
    try (InputStream in = Questions.class.getResourceAsStream("questions.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
