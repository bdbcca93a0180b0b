package dev.opensipsmcp.cfg.lint;

import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Place;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Parser;
import java.util.Arrays;

/** Programs of one text, for tests. */
final class Programs {
  private Programs() {}

  static Program of(String text) {
    int[] starts =
        java.util.stream.IntStream.concat(
                java.util.stream.IntStream.of(0),
                java.util.stream.IntStream.range(0, text.length())
                    .filter(i -> text.charAt(i) == '\n')
                    .map(i -> i + 1))
            .toArray();
    Origins origins =
        new Origins() {
          @Override
          public Place place(int offset) {
            int found = Arrays.binarySearch(starts, offset);
            int line = found >= 0 ? found : -found - 2;
            return new Place("opensips.cfg", line + 1, offset - starts[line] + 1);
          }

          @Override
          public String line(int offset) {
            int start = starts[place(offset).line() - 1];
            int end = text.indexOf('\n', start);
            return text.substring(start, end < 0 ? text.length() : end);
          }
        };
    return new Program(Parser.parse(text), origins);
  }
}
