package dev.opensipsmcp.server.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.redact.SourceWords;
import dev.opensipsmcp.server.secret.StoredSecrets;
import dev.opensipsmcp.server.secret.StoredSecrets.About;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where a person hands over the secrets that calls name. */
final class SecretDesk {
  private static final int MOST_BYTES = 65_536;
  private static final String PROMPT = "prompt";
  private static final String SOURCE = "_from";
  private static final Duration PROMPTED = Duration.ofMinutes(15);

  private final StoredSecrets stored;
  private final Optional<Console> terminal;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  SecretDesk(
      StoredSecrets stored,
      Optional<Console> terminal,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    this.stored = stored;
    this.terminal = terminal;
    this.in = in;
    this.out = out;
    this.err = err;
  }

  int put(String name, int minutes, boolean release) throws IOException {
    if (!SourceWords.are("stored:" + name)) {
      throw new UsageException(
          "A name has 1 to 64 letters, digits, dots, dashes and underscores: " + name);
    }
    if (minutes < 1 || minutes > 7 * 24 * 60) {
      throw new UsageException("A secret is kept from one minute to a week, in minutes");
    }
    String secret = read("Secret for " + name + ": ");
    About about = stored.put(name, secret, Duration.ofMinutes(minutes), release);
    out.println(
        "stored:" + name + " can be used once, until " + about.lapses() + released(about) + ".");
    return Cli.DONE;
  }

  int list() throws IOException {
    List<About> all = stored.list();
    if (all.isEmpty()) {
      out.println("No secret is stored.");
    }
    for (About about : all) {
      out.println("stored:" + about.name() + "  until " + about.lapses() + released(about));
    }
    return Cli.DONE;
  }

  int drop(String name) throws IOException {
    if (SourceWords.are("stored:" + name) && stored.drop(name)) {
      out.println("stored:" + name + " is gone.");
      return Cli.DONE;
    }
    err.println("No secret is stored as " + name + ".");
    return Cli.FAILED;
  }

  /**
   * Asks for each secret whose argument says {@code prompt}, and puts a stored one in its place: so
   * the call itself, and whatever is written of it, never has it.
   *
   * @return the names of the secrets stored for this call
   */
  List<String> prompt(JsonObject arguments) throws IOException {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonElement> argument : List.copyOf(arguments.entrySet())) {
      if (argument.getKey().endsWith(SOURCE)
          && Redactor.isSecretName(argument.getKey())
          && argument.getValue().equals(new JsonPrimitive(PROMPT))) {
        String name = "prompt-" + UUID.randomUUID().toString().substring(0, 13);
        stored.put(name, read(argument.getKey() + ": "), PROMPTED, true);
        arguments.addProperty(argument.getKey(), "stored:" + name);
        names.add(name);
      }
    }
    return names;
  }

  /** Removes what a call was given and did not use. */
  void forget(List<String> names) throws IOException {
    for (String name : names) {
      stored.drop(name);
    }
  }

  private static String released(About about) {
    return about.released() ? ", hashes of it may be shown" : "";
  }

  private String read(String label) throws IOException {
    String secret = terminal.isPresent() ? asked(terminal.get(), label) : piped();
    if (secret.isBlank()) {
      throw new UsageException("An empty secret is none");
    }
    return secret;
  }

  private static String asked(Console console, String label) {
    char[] typed = console.readPassword("%s", label);
    if (typed == null) {
      return "";
    }
    String secret = new String(typed);
    Arrays.fill(typed, ' ');
    return secret;
  }

  private String piped() throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new UsageException("A secret has at most " + MOST_BYTES + " bytes");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.endsWith("\n") && text.indexOf('\n') == text.length() - 1
        ? text.substring(0, text.endsWith("\r\n") ? text.length() - 2 : text.length() - 1)
        : text;
  }
}
