package dev.opensipsmcp.cfg.internal.source;

import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A text that is put together from pieces of files, and where each piece comes from. */
public final class Pieces implements Origins {
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();

  private record Piece(int start, String file, Lines lines, int offset) {}

  /** {@return the origins of a text that is a file as it is} */
  public static Origins of(String file, String text) {
    Pieces pieces = new Pieces();
    pieces.add(file, new Lines(text), text, 0, text.length());
    return pieces;
  }

  /** Adds a part of a file. */
  void add(String file, Lines lines, String of, int from, int to) {
    pieces.add(new Piece(text.length(), file, lines, from));
    text.append(of, from, to);
  }

  /** Ends a file whose last line has no end. */
  void endLine() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  int length() {
    return text.length();
  }

  String text() {
    return text.toString();
  }

  @Override
  public Place place(int offset) {
    Piece piece = piece(offset);
    int there = offset - piece.start() + piece.offset();
    int line = piece.lines().line(there);
    return new Place(piece.file(), line + 1, there - piece.lines().start(line) + 1);
  }

  @Override
  public String line(int offset) {
    Piece piece = piece(offset);
    return piece.lines().text(piece.lines().line(offset - piece.start() + piece.offset()));
  }

  private Piece piece(int offset) {
    Piece key = new Piece(offset, "", pieces.getFirst().lines(), 0);
    int found =
        Collections.binarySearch(
            pieces, key, (one, other) -> Integer.compare(one.start(), other.start()));
    int index = found >= 0 ? found : -found - 2;
    // Of pieces that begin at the same place, all but the last are empty.
    while (index + 1 < pieces.size()
        && pieces.get(index + 1).start() == pieces.get(index).start()) {
      index++;
    }
    return pieces.get(index);
  }
}
