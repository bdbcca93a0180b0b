package dev.opensipsmcp.server.secret;

import dev.opensipsmcp.server.secret.Secret.Release;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Finds the secrets that words stand for. */
final class SecretSource {
  /** What the name of a variable must begin with, so that no other one can be asked for. */
  static final String PREFIX = "OPENSIPS_MCP_SECRET_";

  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 256;
  private static final int LONGEST_TEXT = 65_536;

  private final PasswordMaker maker = new PasswordMaker();
  private final SecretFiles files;
  private final Map<String, String> variables;
  private final StoredSecrets stored;

  SecretSource(SecretFiles files, Map<String, String> variables, StoredSecrets stored) {
    this.files = files;
    this.variables = variables;
    this.stored = stored;
  }

  /** Whether a stored secret is used up. */
  enum Use {
    LOOK,
    TAKE
  }

  SecretResult find(String word, SecretForm form, Use use) {
    Optional<SecretWord> parsed = SecretWord.parse(word);
    if (parsed.isEmpty()) {
      return SecretError.SECRET_SOURCE_UNKNOWN.because("The word says no source of a secret.");
    }
    return switch (parsed.get()) {
      case SecretWord.Generate _ -> generated(form);
      case SecretWord.Prompt _ ->
          SecretError.SECRET_SOURCE_UNKNOWN.because(
              "prompt works at the command line only.",
              "Ask the person to run opensips-mcp secret put NAME, then give stored:NAME.");
      case SecretWord.File(String name) ->
          switch (files.read(name)) {
            case SecretFiles.Found.None(SecretResult.Refused refused) -> refused;
            case SecretFiles.Found.Text(String text) -> fit(text, form, Release.HELD);
          };
      case SecretWord.Variable(String name) -> variable(name, form);
      case SecretWord.Stored(String name) -> stored(name, form, use);
    };
  }

  private SecretResult generated(SecretForm form) {
    return switch (form) {
      case PASSWORD -> new SecretResult.Given(new Secret(maker.make(), Release.RELEASED), true);
      case GIVEN, TEXT, DOCUMENT ->
          SecretError.SECRET_SOURCE_UNKNOWN.because(
              "The server makes passwords of its own users only.",
              "Give file:NAME or stored:NAME.");
    };
  }

  private SecretResult variable(String name, SecretForm form) {
    if (!name.startsWith(PREFIX)) {
      return SecretError.SECRET_SOURCE_UNKNOWN.because(
          "Only variables whose names begin with " + PREFIX + " hold secrets for calls.",
          "Name such a one, or use stored:NAME.");
    }
    String text = variables.getOrDefault(name, "");
    return text.isEmpty()
        ? SecretError.SECRET_NOT_FOUND.because(
            "The server's environment has no variable " + name + ".",
            "Ask whoever runs this server to set it, or use stored:NAME.")
        : fit(text, form, Release.HELD);
  }

  private SecretResult stored(String name, SecretForm form, Use use) {
    try {
      StoredSecrets.Found found = stored.look(name);
      // One that does not fit stays, and one that fits is taken by one call only.
      if (use == Use.TAKE && fit(found, name, form) instanceof SecretResult.Given) {
        found = stored.take(name);
      }
      return fit(found, name, form);
    } catch (IOException e) {
      return SecretError.SECRET_STORE_UNUSABLE.because(
          "The stored secrets can't be used (" + e.getClass().getSimpleName() + ").");
    }
  }

  private static SecretResult fit(StoredSecrets.Found found, String name, SecretForm form) {
    return switch (found) {
      case StoredSecrets.Found.Text(String text, boolean released) ->
          fit(text, form, released ? Release.RELEASED : Release.HELD);
      case StoredSecrets.Found.None _ ->
          SecretError.SECRET_NOT_FOUND.because(
              "No secret is stored as " + name + "; it may have lapsed or been used.",
              "Ask the person to run opensips-mcp secret put " + name + ".");
      case StoredSecrets.Found.Tampered _ ->
          SecretError.SECRET_STORE_UNUSABLE.because(
              "The secret stored as " + name + " is not as it was put there.");
    };
  }

  static SecretResult fit(String text, SecretForm form, Release release) {
    return switch (form) {
      case PASSWORD -> line(text, SHORTEST_PASSWORD, release);
      case GIVEN -> line(text, 1, release);
      case TEXT, DOCUMENT ->
          text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0
              ? unfit("The secret is empty, longer than 65,536 characters, or has a NUL.")
              : new SecretResult.Given(new Secret(text, release), false);
    };
  }

  private static SecretResult line(String text, int shortest, Release release) {
    String line = text.lines().findFirst().orElse("");
    if (line.length() < shortest || line.length() > LONGEST_PASSWORD) {
      return unfit("A password has " + shortest + " to " + LONGEST_PASSWORD + " characters.");
    }
    return line.chars().anyMatch(Character::isISOControl)
        ? unfit("A password has no control characters.")
        : new SecretResult.Given(new Secret(line, release), false);
  }

  private static SecretResult.Refused unfit(String cause) {
    return SecretError.SECRET_UNFIT.because(cause);
  }
}
