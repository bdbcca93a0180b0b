package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the pieces of a long text side by side. A piece begins at a line that looks like that of a
 * route. Whether it is one can only be told when what stands before it was read: a piece that ends
 * in the middle of something, or has any fault, makes that the text has to be read as a whole.
 */
final class Pieces {
  /** Below that many characters, handing out the work costs more than it saves. */
  private static final int LEAST = 100_000;

  private static final String BEGIN = "\nroute[";

  private final String text;
  private final List<Span> spans;

  private record Piece(Tokens tokens, List<Item> items) {}

  private Pieces(String text, List<Span> spans) {
    this.text = text;
    this.spans = spans;
  }

  /** {@return the pieces of a text, one for each processor as long as they are not too short} */
  static Pieces of(String text) {
    return of(text, Math.min(Runtime.getRuntime().availableProcessors(), text.length() / LEAST));
  }

  /** {@return at most so many pieces of a text} */
  static Pieces of(String text, int most) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    for (int piece = 1; piece < most; piece++) {
      int line = text.indexOf(BEGIN, Math.max(start, (int) ((long) text.length() * piece / most)));
      if (line >= 0) {
        spans.add(new Span(start, line + 1));
        start = line + 1;
      }
    }
    spans.add(new Span(start, text.length()));
    return new Pieces(text, List.copyOf(spans));
  }

  int count() {
    return spans.size();
  }

  /** {@return what the text says, or nothing where that takes reading it as a whole} */
  Optional<SyntaxTree> read() {
    if (spans.size() < 2 || text.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    List<Piece> pieces = spans.parallelStream().map(this::read).flatMap(Optional::stream).toList();
    if (pieces.size() < spans.size()) {
      return Optional.empty();
    }
    Tokens tokens = Tokens.joined(pieces.stream().map(Piece::tokens).toList());
    Stream<Item> items = pieces.stream().map(Piece::items).flatMap(List::stream);
    return Optional.of(new SyntaxTree(text, tokens, items.toList(), List.of()));
  }

  private Optional<Piece> read(Span span) {
    Problems problems = new Problems();
    Tokens tokens = Lexer.tokens(text, span.start(), span.end(), problems);
    if (tokens.end(tokens.size() - 1) != span.end() || !problems.none()) {
      return Optional.empty();
    }
    Cursor cursor = new Cursor(text, tokens, problems);
    List<Item> items = new Items(cursor).all();
    boolean ended = span.end() == text.length() || cursor.ended("}");
    return problems.none() && ended ? Optional.of(new Piece(tokens, items)) : Optional.empty();
  }
}
