package dev.opensipsmcp.cfg.internal.source;

import dev.opensipsmcp.cfg.source.Dialect;
import dev.opensipsmcp.cfg.source.Dialect.Kind;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is Kamailio's and never was OpenSIPS's. */
public final class Kamailio {
  private static final String MODPARAM = "Write one modparam for each module.";
  private static final String PREPROCESSOR =
      "To OpenSIPS this is a comment: what depends on it is always there. Render the file with m4"
          + " (switch -p), or keep the parts in files of their own and include_file them.";

  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "#!(KAMAILIO|OPENSER|SER|MAXCOMPAT|ALL|define|redefine|trydef|ifdef|ifndef|ifexp|endif"
              + "|else|subst|substdef|substdefs|defenv|defenvs|defexp|defexps|include_file"
              + "|import_file)\\b");

  static final Map<String, String> WORDS =
      Map.of(
          "request_route", "Write route.",
          "reply_route", "Write onreply_route without a name.",
          "onsend_route", "Use a branch_route, or local_route for what OpenSIPS itself sends.",
          "modparamx", MODPARAM,
          "loadmodulex", "Write loadmodule with the name written out.",
          "loadpath", "Write mpath=\"folder/\".");

  static final Map<String, String> VARIABLES =
      Map.of(
          "sht",
              "Keep it in a cache, with cachedb_local and the functions cache_store and"
                  + " cache_fetch.",
          "xavp", "Use $avp(name), or $json(name/field) for a structure.",
          "xavu", "Use $avp(name), or $json(name/field) for a structure.",
          "xavi", "Use $avp(name), or $json(name/field) for a structure.",
          "sel", "Use the variable or transformation for what is selected.");

  private final TokenText texts;
  private final Map<String, Dialect> found = new LinkedHashMap<>();

  private Kamailio(SyntaxTree tree) {
    texts = new TokenText(tree);
  }

  /** {@return the words of Kamailio's in a text, each where it shows first} */
  public static List<Dialect> in(SyntaxTree tree) {
    Kamailio kamailio = new Kamailio(tree);
    for (int at = 0; at < tree.tokens().size(); at++) {
      kamailio.look(at);
    }
    return List.copyOf(kamailio.found.values());
  }

  private void look(int index) {
    switch (texts.tokens().kind(index)) {
      case COMMENT -> {
        if (texts.starts(index, "#!") && texts.startsLine(index)) {
          directive(texts.span(index));
        }
      }
      case WORD -> word(index);
      case VARIABLE -> variable(index);
      case WHITE_SPACE, NUMBER, TEXT, SIGN, UNKNOWN -> {}
    }
  }

  private void directive(Span comment) {
    Matcher matcher = DIRECTIVE.matcher(texts.text()).region(comment.start(), comment.end());
    if (matcher.lookingAt()) {
      String word = matcher.group(1);
      boolean name = word.equals(word.toUpperCase(java.util.Locale.ROOT));
      add(
          name ? "name" : "directive",
          new Span(matcher.start(), matcher.end()),
          name
              ? "Translate the file; what is the same in both is less than it seems."
              : PREPROCESSOR);
    }
  }

  private void word(int index) {
    int length = texts.tokens().end(index) - texts.tokens().start(index);
    if (length < 8 || length > 13) {
      return;
    }
    String word = texts.text(index);
    int next = texts.after(index);
    boolean opens = texts.is(next, "{") || texts.is(next, "(") || texts.is(next, "[");
    if (opens || texts.is(next, Token.Kind.TEXT)) {
      Optional.ofNullable(WORDS.get(word))
          .ifPresent(instead -> add(word, texts.span(index), instead));
    }
    if (word.equals("event_route") && texts.is(next, "[")) {
      event(index, texts.after(next));
    }
  }

  /** Kamailio names events by module and event, with a colon between them. */
  private void event(int index, int name) {
    int colon = texts.after(name);
    if (texts.is(colon, ":") && colon == name + 1) {
      int end = texts.after(colon);
      Span last = texts.span(Math.min(end, texts.tokens().size() - 1));
      add(
          "event_route[:]",
          texts.span(index).to(last),
          "Use the event of OpenSIPS that tells the same: event_route[E_NAME].");
    }
  }

  private void variable(int index) {
    int start = texts.tokens().start(index) + (texts.starts(index, "$(") ? 2 : 1);
    int open = texts.text().indexOf('(', start, Math.max(start, texts.tokens().end(index)));
    if (open > start && open - start <= 4) {
      String name = texts.text().substring(start, open);
      Optional.ofNullable(VARIABLES.get(name))
          .ifPresent(instead -> add("$" + name, texts.span(index), instead));
    }
  }

  private void add(String key, Span evidence, String instead) {
    String text = evidence.in(texts.text());
    String brief = text.length() > 60 ? text.substring(0, 60) + "..." : text;
    found.putIfAbsent(
        key,
        new Dialect(
            Kind.KAMAILIO, evidence, "This is Kamailio's language: " + brief + ".", instead));
  }
}
