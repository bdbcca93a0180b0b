package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a block with its choices, slots and placeholders.
 *
 * @param pieces in their order
 */
record Template(List<Piece> pieces) {
  static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z0-9-]+)}}");

  Template {
    pieces = List.copyOf(pieces);
  }

  /**
   * Reads a block's text. Lines that begin with a percent sign direct: {@code %with FEATURE},
   * {@code %without FEATURE}, {@code %since 3.6}, {@code %until 3.5}, {@code %filled SLOT}, each up
   * to {@code %end}, with or without {@code %else}; {@code %slot NAME}.
   *
   * @throws IllegalArgumentException if a directive is unknown or not closed
   */
  static Template of(List<String> lines) {
    return new Template(new Reader(lines).read());
  }

  /**
   * {@return the names of the placeholders that can be written, in the order in which they first
   * stand}
   *
   * @param features the chosen features, which decide what is written
   */
  Set<String> placeholders(Set<String> features) {
    Set<String> names = new LinkedHashSet<>();
    collect(pieces, features, names);
    return names;
  }

  private static void collect(List<Piece> pieces, Set<String> features, Set<String> names) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Line(String line) -> {
          Matcher matcher = PLACEHOLDER.matcher(line);
          while (matcher.find()) {
            names.add(matcher.group(1));
          }
        }
        case Piece.Slot slot -> {}
        case Piece.Choice choice -> {
          Condition condition = choice.condition();
          boolean with =
              condition instanceof Condition.With(String name) && !features.contains(name);
          boolean without =
              condition instanceof Condition.Without(String name) && features.contains(name);
          if (!with && !without) {
            collect(choice.then(), features, names);
          }
          collect(choice.otherwise(), features, names);
        }
      }
    }
  }

  private static final class Reader {
    private final List<String> lines;
    private int at;

    Reader(List<String> lines) {
      this.lines = lines;
    }

    List<Piece> read() {
      List<Piece> pieces = pieces();
      if (at < lines.size()) {
        throw new IllegalArgumentException("no block is open for " + lines.get(at));
      }
      return pieces;
    }

    private List<Piece> pieces() {
      List<Piece> pieces = new ArrayList<>();
      while (at < lines.size()) {
        String line = lines.get(at);
        String word = line.strip();
        if (word.equals("%end") || word.equals("%else")) {
          return pieces;
        }
        at++;
        if (!word.startsWith("%")) {
          pieces.add(new Piece.Line(line));
        } else if (word.startsWith("%slot ")) {
          pieces.add(new Piece.Slot(word.substring(6), line.substring(0, line.indexOf('%'))));
        } else {
          pieces.add(choice(word));
        }
      }
      return pieces;
    }

    private Piece choice(String directive) {
      Condition condition = condition(directive);
      List<Piece> then = pieces();
      List<Piece> otherwise = List.of();
      if (at < lines.size() && lines.get(at).strip().equals("%else")) {
        at++;
        otherwise = pieces();
      }
      if (at == lines.size()) {
        throw new IllegalArgumentException("not closed: " + directive);
      }
      at++;
      return new Piece.Choice(condition, then, otherwise);
    }

    private static Condition condition(String directive) {
      int blank = directive.indexOf(' ');
      String word = blank < 0 ? directive : directive.substring(0, blank);
      String value = blank < 0 ? "" : directive.substring(blank + 1).strip();
      return switch (word) {
        case "%with" -> new Condition.With(value);
        case "%without" -> new Condition.Without(value);
        case "%since" -> new Condition.Since(version(value));
        case "%until" -> new Condition.Until(version(value));
        case "%filled" -> new Condition.Filled(value);
        default -> throw new IllegalArgumentException("unknown directive " + directive);
      };
    }

    private static Version version(String label) {
      return Version.parse(label)
          .orElseThrow(() -> new IllegalArgumentException("unknown version " + label));
    }
  }
}
