package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token;
import java.util.Optional;

/**
 * Closes blocks. When the braces of a route don't match, the indentation tells best which one is
 * missing: the first block that is closed by a brace further left than where it began.
 */
final class Braces {
  /** Wider lines are not indented by hand. */
  private static final int WIDEST = 500;

  private final Cursor cursor;
  private Optional<Span> doubtful = Optional.empty();
  private boolean told;

  Braces(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Forgets what was before: a route begins. */
  void begin() {
    doubtful = Optional.empty();
    told = false;
  }

  /** Takes the brace that closes a block, or says that one is missing, once in a route. */
  void close(Token open) {
    boolean startsLine = cursor.startsLine();
    int column = column(cursor.start());
    if (cursor.take("}")) {
      if (doubtful.isEmpty() && startsLine && column < indentation(open.span().start())) {
        doubtful = Optional.of(open.span());
      }
    } else if (!told && !cursor.commented()) {
      told = true;
      cursor.problems.add(
          doubtful.orElse(open.span()), "This { is never closed.", "Close it with }.");
    }
  }

  private int lineStart(int offset) {
    int start = offset;
    while (start > 0 && offset - start < WIDEST && cursor.text.charAt(start - 1) != '\n') {
      start--;
    }
    return start;
  }

  private int column(int offset) {
    return offset - lineStart(offset);
  }

  private int indentation(int offset) {
    int start = lineStart(offset);
    return Includes.blanks(cursor.text, start) - start;
  }
}
