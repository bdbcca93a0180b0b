package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;
import java.util.ArrayDeque;
import java.util.Deque;

/** How a text is laid out, so that what is put in looks like its neighbours. */
final class Layout {
  private final String text;
  private final SyntaxTree tree;
  private final String lineEnd;

  Layout(SyntaxTree tree) {
    this.tree = tree;
    this.text = tree.text();
    int feed = text.indexOf('\n');
    this.lineEnd = feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }

  /** {@return what the lines of this text end with} */
  String lineEnd() {
    return lineEnd;
  }

  /** {@return the offset of the first character of a line} */
  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** {@return the offset behind the line feed of a line, or the end of the text} */
  int lineAfter(int offset) {
    int feed = text.indexOf('\n', offset);
    return feed < 0 ? text.length() : feed + 1;
  }

  /** {@return the blanks that a line begins with} */
  String indentation(int offset) {
    int start = lineStart(offset);
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /** {@return whether a part is alone on its lines, a comment behind it aside} */
  boolean alone(Span span) {
    return text.substring(lineStart(span.start()), span.start()).isBlank()
        && onlyComment(span.end());
  }

  private boolean onlyComment(int offset) {
    String rest = text.substring(offset, lineAfter(offset)).strip();
    return rest.isEmpty() || rest.startsWith("#");
  }

  /** {@return where something may be put in on lines of its own behind a part, and whether} */
  int behind(Span span) {
    return onlyComment(span.end()) ? lineAfter(span.end()) : span.end();
  }

  /**
   * {@return a part with the lines that are its own: all of them when nothing else is there, with
   * the comment behind it, which is about it}
   */
  Span lines(Span span) {
    return alone(span) ? new Span(lineStart(span.start()), lineAfter(span.end())) : span;
  }

  /** {@return lines to be put in, on their own wherever the place is} */
  String block(int offset, String lines) {
    boolean startsLine = offset == 0 || text.charAt(offset - 1) == '\n';
    boolean endsLine = offset == text.length() || startsLine || text.charAt(offset) == '\n';
    String body = lines.replace("\n", lineEnd);
    return (startsLine ? "" : lineEnd) + body + (endsLine && !startsLine ? "" : lineEnd);
  }

  /** {@return one step of indentation as this text has it; a tab where it has none} */
  String step() {
    Deque<Integer> starts = new ArrayDeque<>();
    for (Token token : tree.tokens()) {
      boolean sign = token.kind() == Token.Kind.SIGN;
      if (sign && text.startsWith("{", token.span().start())) {
        starts.push(token.span().end());
      } else if (!token.blank() && !starts.isEmpty()) {
        String outer = indentation(starts.peek());
        String inner = indentation(token.span().start());
        if (inner.length() > outer.length() && inner.startsWith(outer)) {
          return inner.substring(outer.length());
        }
        starts.clear();
      }
    }
    return "\t";
  }
}
