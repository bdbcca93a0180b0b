package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Part;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Transformation;
import dev.opensipsmcp.cfg.syntax.Variable;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads variables, and texts that hold variables, in one pass. Where something is wrong, it says so
 * and takes what it has.
 */
final class VariableReader {
  private static final int DEEPEST = 50;

  private final Chars chars;
  private final Problems problems;
  private int at;
  private int depth;
  private boolean broken;

  VariableReader(Chars chars, int start, Problems problems) {
    this.chars = chars;
    this.problems = problems;
    at = start;
  }

  /** {@return the whole as a format string, in which every dollar sign begins a variable} */
  List<Part> format() {
    List<Part> parts = new ArrayList<>();
    int from = at;
    while (at < chars.end() && !broken) {
      if (!chars.is(at, '$')) {
        at++;
      } else if (chars.is(at + 1, '$')) {
        at += 2;
      } else {
        plain(parts, from, at, true);
        parts.add(new Part.Used(variable()));
        from = at;
      }
    }
    at = chars.end();
    plain(parts, from, at, !broken);
    return parts;
  }

  private void plain(List<Part> parts, int from, int to, boolean doubled) {
    if (from < to) {
      String text = chars.word(from, to);
      String meant = doubled ? text.replace("$$", "$") : text;
      parts.add(new Part.Plain(meant, chars.span(from, to)));
    }
  }

  /** {@return the variable whose dollar sign is next} */
  Variable variable() {
    int start = at++;
    boolean parentheses = eat('(');
    if (chars.is(at, '$')) {
      at++;
      if (parentheses) {
        close(start);
      }
      return new Variable(
          new Word("$", chars.span(start, start + 1)),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          chars.span(start, at));
    }
    Optional<Word> context = chars.is(at, '<') ? context() : Optional.empty();
    int nameStart = at;
    while (at < chars.end() && Characters.variable(chars.text().charAt(at))) {
      at++;
    }
    Word name = new Word(chars.word(nameStart, at), chars.span(nameStart, at));
    if (name.text().isEmpty()) {
      fault(
          chars.span(start, Math.min(at + 1, chars.end())),
          "A variable has no name here.",
          "Write $$ for a dollar sign.");
    }
    List<Part> subname = eat('(') ? inside('(', ')', start) : List.of();
    List<Part> index = List.of();
    List<Transformation> transformations = List.of();
    if (parentheses) {
      if (eat('[')) {
        index = inside('[', ']', start);
      }
      if (!broken && chars.is(at, '{')) {
        transformations = transformations();
      }
      close(start);
    }
    return new Variable(name, context, subname, index, transformations, chars.span(start, at));
  }

  private Optional<Word> context() {
    int start = ++at;
    while (at < chars.end() && Characters.variable(chars.text().charAt(at))) {
      at++;
    }
    Word context = new Word(chars.text().substring(start, at), chars.span(start, at));
    if (!eat('>')) {
      fault(chars.span(start - 1, at), "The context of this variable has no end.", "Write >.");
    }
    return Optional.of(context);
  }

  private void skipBlanksBefore(char c) {
    int next = at;
    while (chars.is(next, ' ') || chars.is(next, '\t')) {
      next++;
    }
    at = chars.is(next, c) ? next : at;
  }

  private void close(int start) {
    if (broken || eat(')')) {
      return;
    }
    if (at >= chars.end()) {
      fault(chars.span(start, at), "This variable is not closed.", "Close it with ).");
    } else {
      char c = chars.text().charAt(at);
      fault(
          chars.span(at, at + 1),
          "A variable can't go on with " + c + " here.",
          "After the name come (name), [index], {transformations} and ), in that order.");
    }
  }

  private boolean eat(char c) {
    boolean there = chars.is(at, c);
    at += there ? 1 : 0;
    return there;
  }

  private void fault(Span span, String message, String suggestion) {
    if (!broken) {
      broken = true;
      problems.add(span, message, suggestion);
    }
  }

  /** {@return what stands up to the bracket that closes, which is taken} */
  private List<Part> inside(char open, char close, int start) {
    int from = at;
    List<Part> parts = parts(open, close, false);
    if (!broken && !eat(close)) {
      fault(chars.span(start, at), "This variable is not closed.", "Close it with " + close + ".");
    } else if (!broken && from + 1 == at) {
      fault(
          chars.span(from - 1, at),
          "Nothing stands in these brackets.",
          "Name what is meant, or leave the brackets out.");
    }
    return parts;
  }

  /** {@return what stands up to the bracket that closes, or up to a comma} */
  private List<Part> parts(char open, char close, boolean comma) {
    List<Part> parts = new ArrayList<>(1);
    int from = at;
    int level = 0;
    while (at < chars.end() && !broken) {
      char c = chars.text().charAt(at);
      if (level == 0 && (c == close || (comma && c == ','))) {
        break;
      }
      if (c == '$' && begins(at + 1)) {
        plain(parts, from, at, false);
        parts.add(new Part.Used(nested()));
        from = at;
      } else {
        level += c == open ? 1 : c == close ? -1 : 0;
        at++;
      }
    }
    plain(parts, from, at, false);
    return parts;
  }

  /** In names and parameters a dollar sign may also be just that, in a pattern for example. */
  private boolean begins(int next) {
    return next < chars.end()
        && (Characters.letter(chars.text().charAt(next))
            || (chars.is(next, '(')
                && next + 1 < chars.end()
                && (Characters.letter(chars.text().charAt(next + 1)) || chars.is(next + 1, '<'))));
  }

  private Variable nested() {
    if (depth == DEEPEST) {
      int start = at;
      at = chars.end();
      fault(chars.span(start, at), "This variable nests too deep.", "Use variables in between.");
      return new Variable(
          new Word("", chars.span(start, start)),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          chars.span(start, at));
    }
    depth++;
    Variable variable = variable();
    depth--;
    return variable;
  }

  private List<Transformation> transformations() {
    List<Transformation> transformations = new ArrayList<>(2);
    while (!broken && chars.is(at, '{')) {
      transformations.add(transformation());
      skipBlanksBefore('{');
    }
    return transformations;
  }

  private Transformation transformation() {
    int start = at++;
    int from = at;
    while (at < chars.end() && ".,{}".indexOf(chars.text().charAt(at)) < 0) {
      at++;
    }
    String family = chars.word(from, at);
    if (family.isEmpty() || !eat('.')) {
      fault(
          chars.span(start, Math.min(at + 1, chars.end())),
          "A transformation has the form {class.name}.",
          "Write for example {s.len}.");
      return new Transformation(family, "", List.of(), chars.span(start, at));
    }
    from = at;
    while (at < chars.end() && ",{}".indexOf(chars.text().charAt(at)) < 0) {
      at++;
    }
    String name = chars.word(from, at);
    List<List<Part>> parameters = new ArrayList<>();
    boolean pattern = family.equals("re");
    while (!broken && eat(',')) {
      parameters.add(parts('{', '}', !pattern));
    }
    if (!broken && !eat('}')) {
      fault(chars.span(start, at), "This transformation is not closed.", "Close it with }.");
    }
    return new Transformation(family, name, parameters, chars.span(start, at));
  }
}
