package dev.opensipsmcp.cfg.lint;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.source.Program;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Makes fingerprints: of the rule, the file's name, what is written there without its blanks, and
 * the how manieth of these it is. The line's number is not in it.
 */
final class Fingerprints {
  private static final int BYTES = 8;
  private static final int LONGEST = 200;

  private final Program program;
  private final Map<String, Integer> seen = new HashMap<>();

  Fingerprints(Program program) {
    this.program = program;
  }

  String of(Finding finding) {
    int offset = finding.span().start();
    int end = Math.min(finding.span().end(), offset + LONGEST);
    String line = program.tree().text().substring(offset, end).replaceAll("\\s+", "");
    String file = program.origins().place(offset).file();
    String what =
        finding.id()
            + "\n"
            + file.substring(file.lastIndexOf('/') + 1)
            + "\n"
            + line
            + "\n"
            + finding.message();
    int times = seen.merge(what, 1, Integer::sum);
    return digest(what + "\n" + times);
  }

  private static String digest(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
