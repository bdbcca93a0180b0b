package dev.opensipsmcp.cfg.internal.source;

import dev.opensipsmcp.cfg.source.Dialect;
import dev.opensipsmcp.cfg.source.Dialect.Kind;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the marks of templates. */
public final class Templates {
  /** Words of m4 that are no functions of OpenSIPS; they count when a line begins with them. */
  static final Set<String> M4_WORDS =
      Set.of(
          "changequote",
          "changecom",
          "define",
          "undefine",
          "pushdef",
          "popdef",
          "ifdef",
          "ifelse",
          "include",
          "sinclude",
          "divert",
          "undivert",
          "esyscmd",
          "syscmd",
          "m4_define",
          "m4_include",
          "m4_ifdef");

  private static final Pattern JINJA =
      Pattern.compile("\\{\\{-?\\s*[A-Za-z_][^{};]{0,200}\\}\\}|\\{%-?\\s*[a-z]+[^{}]{0,200}%\\}");
  private static final Pattern ERB = Pattern.compile("<%[-=#]?\\s*[A-Za-z_@#][^%]{0,200}-?%>");
  private static final Pattern ENVSUBST =
      Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*(:?[-=+?][^{}]{0,200})?\\}");

  private final TokenText texts;
  private final Map<Kind, Dialect> found = new EnumMap<>(Kind.class);

  private Templates(SyntaxTree tree) {
    texts = new TokenText(tree);
  }

  /** {@return the kinds of templates that a text shows signs of} */
  public static List<Dialect> in(SyntaxTree tree) {
    Templates templates = new Templates(tree);
    for (int at = 0; at < tree.tokens().size(); at++) {
      templates.look(at);
    }
    return List.copyOf(templates.found.values());
  }

  private void look(int index) {
    switch (texts.tokens().kind(index)) {
      case WHITE_SPACE, COMMENT, NUMBER, UNKNOWN -> {}
      case WORD -> word(index);
      case TEXT -> {
        inText(index, "{", JINJA, Kind.JINJA);
        inText(index, "<%", ERB, Kind.ERB);
        inText(index, "${", ENVSUBST, Kind.ENVSUBST);
      }
      case VARIABLE -> inText(index, "${", ENVSUBST, Kind.ENVSUBST);
      case SIGN -> sign(index);
    }
  }

  private void word(int index) {
    boolean m4 =
        texts.is(index, "dnl")
            || (texts.is(index + 1, "(")
                && texts.startsLine(index)
                && M4_WORDS.contains(texts.text(index)));
    if (m4) {
      add(Kind.M4, texts.span(index));
    }
  }

  /** Marks in the code itself stand in one line, and without a blank between their signs. */
  private void sign(int index) {
    int start = texts.tokens().start(index);
    boolean jinja = texts.is(index, "{") && (texts.is(index + 1, "{") || texts.is(index + 1, "%"));
    boolean erb = texts.text().startsWith("<%", start);
    if (jinja || erb) {
      int limit = Math.min(texts.text().length(), start + 250);
      Pattern pattern = jinja ? JINJA : ERB;
      Matcher matcher = pattern.matcher(texts.text()).region(start, limit);
      if (matcher.lookingAt()) {
        add(jinja ? Kind.JINJA : Kind.ERB, new Span(start, matcher.end()));
      }
    }
  }

  private void inText(int index, String mark, Pattern pattern, Kind kind) {
    if (found.containsKey(kind) || !texts.holds(index, mark)) {
      return;
    }
    Matcher matcher =
        pattern
            .matcher(texts.text())
            .region(texts.tokens().start(index), texts.tokens().end(index));
    if (matcher.find()) {
      add(kind, new Span(matcher.start(), matcher.end()));
    }
  }

  private void add(Kind kind, Span evidence) {
    String written = evidence.in(texts.text());
    String tool =
        switch (kind) {
          case M4 -> "m4";
          case JINJA -> "Jinja2";
          case ERB -> "ERB";
          case ENVSUBST -> "envsubst";
          case KAMAILIO -> "Kamailio";
        };
    String message = "This is a template for " + tool + ": it holds " + written + ".";
    String instead =
        kind == Kind.M4
            ? "Render it with m4 and its definitions, as OpenSIPS does when started with -p, and"
                + " look at the result."
            : "Render it with the values of one host, and look at the result.";
    found.putIfAbsent(kind, new Dialect(kind, evidence, message, instead));
  }
}
