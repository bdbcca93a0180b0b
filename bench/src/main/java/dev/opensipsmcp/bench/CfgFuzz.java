package dev.opensipsmcp.bench;

import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.source.Dialect;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Damages configurations at random and reads and checks them, for some minutes. Ends with an error,
 * and leaves the text in a temporary file, when one throws, takes more than ten seconds, or is not
 * kept character by character.
 *
 * <p>Arguments: seconds (default 600), the seed (default the time).
 */
public final class CfgFuzz {
  private static final String[] PIECES = {
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ";",
    ",",
    "\"",
    "'",
    "$",
    "$(",
    "${",
    "/*",
    "*/",
    "#",
    "\\",
    "\n",
    "=",
    "==",
    "if",
    "else",
    "route",
    "case",
    "1",
    "0x",
    "::1",
    "10.0.0.0/8",
    "\0",
    "\uD800",
    "é"
  };

  private CfgFuzz() {}

  /** Fuzzes until the time is over, and prints what was done. */
  static void main(String... arguments) throws IOException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    Random random = new Random(seed);
    Version[] versions = Version.values();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long texts = 0;
    long characters = 0;
    while (System.nanoTime() < end) {
      String text = damaged(random);
      one(text, versions[random.nextInt(versions.length)]);
      texts++;
      characters += text.length();
    }
    System.out.printf("%d texts, %d MB, seed %d: no error%n", texts, characters >> 20, seed);
  }

  private static String damaged(Random random) {
    StringBuilder text = new StringBuilder(CfgText.of(500 + random.nextInt(8_000)));
    for (int times = 1 + random.nextInt(20); times > 0; times--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(40)));
        case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 ->
            text.insert(at, PIECES[random.nextInt(PIECES.length)].repeat(random.nextInt(400)));
        default -> {
          int from = random.nextInt(text.length() + 1);
          int to = Math.min(text.length(), from + random.nextInt(300));
          text.insert(at, text.substring(from, to));
        }
      }
    }
    return text.toString();
  }

  private static void one(String text, Version version) throws IOException {
    long start = System.nanoTime();
    try {
      Program program = Program.of("fuzz.cfg", text);
      StringBuilder again = new StringBuilder(text.length());
      for (Token token : program.tree().tokens()) {
        again.append(token.span().in(text));
      }
      if (!again.toString().equals(text)) {
        throw new IllegalStateException("not kept");
      }
      Dialect.of(program.tree());
      new Checker(Facts.of(version)).check(program);
      if (System.nanoTime() - start > 10_000_000_000L) {
        throw new IllegalStateException("too slow");
      }
    } catch (RuntimeException | StackOverflowError e) {
      Path file = Files.createTempFile("fuzz-", ".cfg");
      Files.writeString(file, text);
      throw new IllegalStateException(version + ": see " + file, e);
    }
  }
}
