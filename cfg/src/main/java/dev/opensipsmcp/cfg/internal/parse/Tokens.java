package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Tokens as columns, without an object for each: a large file has hundreds of thousands, and
 * objects for all of them would take more time than finding them. Outside of this package nobody
 * can add any.
 */
public final class Tokens extends AbstractList<Token> implements RandomAccess {
  private Kind[] kinds;
  private int[] starts;
  private int[] ends;
  private int size;

  /** Makes none, with room for some. */
  Tokens(int room) {
    kinds = new Kind[room];
    starts = new int[room];
    ends = new int[room];
  }

  /** {@return tokens as they are, or copied into columns} */
  public static Tokens of(List<Token> tokens) {
    if (tokens instanceof Tokens columns) {
      return columns;
    }
    Tokens columns = new Tokens(tokens.size());
    for (Token token : tokens) {
      columns.append(token.kind(), token.span().start(), token.span().end());
    }
    return columns;
  }

  /** {@return all of them, one behind the other} */
  static Tokens joined(List<Tokens> parts) {
    Tokens all = new Tokens(parts.stream().mapToInt(Tokens::size).sum());
    for (Tokens part : parts) {
      System.arraycopy(part.kinds, 0, all.kinds, all.size, part.size);
      System.arraycopy(part.starts, 0, all.starts, all.size, part.size);
      System.arraycopy(part.ends, 0, all.ends, all.size, part.size);
      all.size += part.size;
    }
    return all;
  }

  void append(Kind kind, int start, int end) {
    if (size == kinds.length) {
      int room = 2 * size + 16;
      kinds = Arrays.copyOf(kinds, room);
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
    }
    kinds[size] = kind;
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  /** {@return what a token is} */
  public Kind kind(int index) {
    return kinds[index];
  }

  /** {@return the offset of a token's first character} */
  public int start(int index) {
    return starts[index];
  }

  /** {@return the offset behind a token's last character} */
  public int end(int index) {
    return ends[index];
  }

  @Override
  public Token get(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return new Token(kind(index), new Span(starts[index], ends[index]));
  }

  @Override
  public int size() {
    return size;
  }
}
