package dev.opensipsmcp.server.secret;

import dev.opensipsmcp.server.redact.SourceWords;
import java.util.Optional;

/** A word that says where a secret comes from. */
sealed interface SecretWord {
  record Generate() implements SecretWord {}

  /** To be asked for at a terminal; the command line puts a stored one in its place. */
  record Prompt() implements SecretWord {}

  record File(String name) implements SecretWord {}

  record Variable(String name) implements SecretWord {}

  record Stored(String name) implements SecretWord {}

  /** {@return the word's meaning; empty when it has none} */
  static Optional<SecretWord> parse(String word) {
    if (!SourceWords.are(word)) {
      return Optional.empty();
    }
    int colon = word.indexOf(':');
    String name = word.substring(colon + 1);
    return Optional.of(
        switch (colon < 0 ? word : word.substring(0, colon)) {
          case "generate" -> new Generate();
          case "prompt" -> new Prompt();
          case "file" -> new File(name);
          case "env" -> new Variable(name);
          default -> new Stored(name);
        });
  }
}
