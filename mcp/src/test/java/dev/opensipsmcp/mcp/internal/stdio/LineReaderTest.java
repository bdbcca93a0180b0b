package dev.opensipsmcp.mcp.internal.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mcp.internal.stdio.LineReader.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  /** Gives at most a few bytes at a time, as a pipe may. */
  private record Drip(InputStream in, int most) {
    InputStream stream() {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
          return in.read(into, offset, Math.min(length, most));
        }
      };
    }
  }

  private static List<String> lines(byte[] bytes, int most, int drip) throws IOException {
    InputStream in = new Drip(new ByteArrayInputStream(bytes), drip).stream();
    LineReader reader = new LineReader(in, most);
    List<String> lines = new ArrayList<>();
    while (true) {
      switch (reader.next()) {
        case Line.Text(byte[] line, int length) ->
            lines.add(new String(line, 0, length, StandardCharsets.ISO_8859_1));
        case Line.TooLong() -> lines.add("too long");
        case Line.End() -> {
          return lines;
        }
      }
    }
  }

  @Property
  void linesComeOutAsTheyWentInHoweverTheyArrive(
      @ForAll @Size(max = 20) List<@IntRange(max = 20_000) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 9_000) int drip)
      throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int length : lengths) {
      String line = "x".repeat(length);
      text.append(line).append('\n');
      expected.add(length > 10_000 ? "too long" : line);
    }

    assertThat(lines(text.toString().getBytes(StandardCharsets.ISO_8859_1), 10_000, drip))
        .isEqualTo(expected);
  }

  @Test
  void aLineOfExactlyTheBoundPassesAndOneByteMoreDoesNot() throws IOException {
    assertThat(lines("abcd\nabcde\nab".getBytes(StandardCharsets.US_ASCII), 4, 1))
        .containsExactly("abcd", "too long", "ab");
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertThat(lines("a\n\nb".getBytes(StandardCharsets.US_ASCII), 10, 100))
        .containsExactly("a", "", "b");
  }
}
