package dev.opensipsmcp.cfg.format;

import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;
import java.util.List;
import java.util.Optional;

/** Writes the tokens of a text in the one layout. */
final class Layout {
  private final SyntaxTree tree;
  private final String text;
  private final Marks marks;
  private final Spaces spaces;
  private final String lineEnd;
  private final StringBuilder out;

  private Optional<Token> before = Optional.empty();
  private Optional<Token> meaningful = Optional.empty();
  private String white = "";
  private int depth;

  Layout(SyntaxTree tree) {
    this.tree = tree;
    text = tree.text();
    marks = new Marks(tree);
    spaces = new Spaces(text, marks);
    int feed = text.indexOf('\n');
    lineEnd = feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    out = new StringBuilder(text.length() + text.length() / 8);
  }

  String write() {
    List<Token> tokens = tree.tokens();
    int[] depths = commentDepths(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.kind()) {
        case WHITE_SPACE -> white = white + token.span().in(text);
        case COMMENT -> comment(token, depths[i]);
        case WORD, NUMBER, TEXT, VARIABLE, SIGN, UNKNOWN -> token(token);
      }
    }
    if (!out.isEmpty()) {
      out.append(lineEnd);
    }
    return out.toString();
  }

  private void emit(Token token) {
    String written = token.span().in(text);
    out.append(token.kind() == Token.Kind.COMMENT ? written.stripTrailing() : written);
    before = Optional.of(token);
    white = "";
  }

  private void comment(Token token, int itsDepth) {
    boolean behind = before.isPresent() && feeds() == 0;
    if (behind) {
      out.append(white.isEmpty() && !included(token) ? " " : white);
    } else {
      newLine(itsDepth, feeds() > 1 && !opens());
    }
    emit(token);
  }

  /** Whether it is the rest of a line that includes a file, which is no comment by its looks. */
  private boolean included(Token token) {
    return !text.startsWith("#", token.span().start())
        && !text.startsWith("/*", token.span().start());
  }

  private void token(Token token) {
    int start = token.span().start();
    Optional<Integer> line = Optional.ofNullable(marks.lines.get(start));
    boolean afterLineComment = before.filter(this::lineComment).isPresent();
    if (line.isPresent()) {
      depth = line.get();
      boolean closes = text.startsWith("}", start);
      newLine(depth, blankLine(start) && !opens() && !closes);
    } else if (afterLineComment) {
      newLine(Optional.ofNullable(marks.joined.get(start)).orElse(continued()), false);
    } else if (feeds() > 0 && !joins(token)) {
      newLine(continued(), false);
    } else if (before.isPresent()) {
      out.append(between(token));
    }
    emit(token);
    meaningful = Optional.of(token);
  }

  private String between(Token token) {
    boolean comment = before.filter(Token::blank).isPresent();
    if (comment || meaningful.isEmpty()) {
      return white.isEmpty() && !comment ? "" : " ";
    }
    return spaces.between(meaningful.get(), token, !white.isEmpty());
  }

  private int continued() {
    return depth == 0 ? 1 : depth + 2;
  }

  /** What does not begin a line in the midst of a statement. */
  private boolean joins(Token token) {
    int start = token.span().start();
    boolean frozen =
        meaningful.isPresent()
            && Marks.within(marks.frozen, meaningful.get().span().start(), start);
    boolean sign = token.kind() == Token.Kind.SIGN && ";,)]".indexOf(text.charAt(start)) >= 0;
    return !frozen && (sign || marks.joined.containsKey(start));
  }

  private boolean blankLine(int start) {
    boolean route =
        marks.routes.contains(start)
            && before.filter(token -> !token.blank() || included(token)).isPresent();
    return feeds() > 1 || route;
  }

  private boolean opens() {
    return before.filter(token -> text.startsWith("{", token.span().start())).isPresent();
  }

  private boolean lineComment(Token token) {
    return token.kind() == Token.Kind.COMMENT && !text.startsWith("/*", token.span().start());
  }

  private int feeds() {
    int feeds = 0;
    for (int at = white.indexOf('\n'); at >= 0; at = white.indexOf('\n', at + 1)) {
      feeds++;
    }
    return feeds;
  }

  private void newLine(int tabs, boolean blank) {
    if (out.isEmpty()) {
      return;
    }
    out.append(lineEnd).append(blank ? lineEnd : "").append("\t".repeat(tabs));
  }

  /** A comment on its own line is as deep as what follows it, or as what it ends. */
  private int[] commentDepths(List<Token> tokens) {
    int[] depths = new int[tokens.size()];
    int next = 0;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.blank()) {
        depths[i] = next;
        continue;
      }
      int start = token.span().start();
      int closing = text.startsWith("}", start) ? 1 : 0;
      next =
          Optional.ofNullable(marks.lines.get(start))
              .map(found -> found + closing)
              .or(() -> Optional.ofNullable(marks.joined.get(start)))
              .orElse(next);
    }
    return depths;
  }
}
