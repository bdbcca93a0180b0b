package dev.opensipsmcp.sip.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads the lines of a file that may be still written, broken or too long, in bounded memory. */
final class BoundedLines {
  private static final int LONGEST = 1 << 16;

  private BoundedLines() {}

  /**
   * Reads complete lines; a longer line is cut, the last one counts only with its end.
   *
   * @param most how many bytes are read at most
   * @param line hears of each line
   * @throws IOException when the file can't be read
   */
  static void read(Path file, long most, Consumer<String> line) throws IOException {
    byte[] room = new byte[LONGEST];
    int length = 0;
    long left = most;
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
      for (int next = in.read(); next >= 0 && left > 0; next = in.read()) {
        left--;
        if (next == '\n') {
          line.accept(new String(room, 0, length, StandardCharsets.UTF_8));
          length = 0;
        } else if (length < LONGEST) {
          room[length++] = (byte) next;
        }
      }
    }
  }
}
