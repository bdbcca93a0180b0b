package dev.opensipsmcp.sip.internal.ladder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes of an SVG document, one for each way of drawing that it has: named by as few letters
 * as possible, because a picture has to fit into an answer.
 */
final class SvgStyles {
  private static final int LETTERS = 26;

  private final Map<Style, String> names = new LinkedHashMap<>();

  /**
   * A way of drawing.
   *
   * @param fill the colour inside; none, or one
   * @param stroke the colour of the line; none, or one
   * @param rest what is the same on light and on dark ground
   */
  private record Style(List<Ink> fill, List<Ink> stroke, String rest) {}

  /** {@return the class of what is filled} */
  String filled(Ink ink, String rest) {
    return name(new Style(List.of(ink), List.of(), rest));
  }

  /** {@return the class of what is a line} */
  String drawn(Ink ink, String rest) {
    return name(new Style(List.of(), List.of(ink), rest));
  }

  /** {@return the class of what has an edge} */
  String edged(Ink fill, Ink edge) {
    return name(new Style(List.of(fill), List.of(edge), ""));
  }

  private String name(Style style) {
    String known = names.get(style);
    if (known == null) {
      int number = names.size();
      known =
          (number < LETTERS ? "" : Character.toString('a' + number / LETTERS - 1))
              + (char) ('a' + number % LETTERS);
      names.put(style, known);
    }
    return known;
  }

  /** {@return the rules, for light ground first} */
  String rules() {
    StringBuilder rules = new StringBuilder();
    List<String> dark = new ArrayList<>();
    names.forEach((style, name) -> {
      rules.append('.').append(name).append('{').append(colours(style, false));
      rules.append(style.rest()).append("}\n");
      dark.add('.' + name + '{' + colours(style, true) + '}');
    });
    return rules
        .append("@media (prefers-color-scheme:dark){\n")
        .append(String.join("\n", dark))
        .append("}\n")
        .toString();
  }

  private static String colours(Style style, boolean dark) {
    StringBuilder colours = new StringBuilder();
    style.fill().forEach(ink -> colours.append("fill:").append(colour(ink, dark)).append(';'));
    style.stroke().forEach(ink -> colours.append("stroke:").append(colour(ink, dark)).append(';'));
    return colours.toString();
  }

  private static String colour(Ink ink, boolean dark) {
    return dark ? ink.dark : ink.light;
  }
}
