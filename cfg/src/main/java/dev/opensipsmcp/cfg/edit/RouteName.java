package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which route is meant. Each kind has names of its own.
 *
 * @param kind the word that it begins with, for example {@code failure_route}
 * @param name its name; empty for the main route and others without
 */
public record RouteName(String kind, Optional<String> name) {
  private static final Pattern WRITTEN = Pattern.compile("(\\w+?)(?:\\[\\s*([^]\\s]+)\\s*])?");

  /** {@return the main route} */
  public static RouteName main() {
    return new RouteName("route", Optional.empty());
  }

  /**
   * {@return the route that a text names, or nothing when it names none}
   *
   * @param text as it is written in a configuration: {@code failure_route[missed]}, {@code route}
   */
  public static Optional<RouteName> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new RouteName(matcher.group(1), Optional.ofNullable(matcher.group(2))))
        : Optional.empty();
  }

  static RouteName of(Item.Route route) {
    return new RouteName(route.kind().text(), route.name().map(Word::text));
  }

  @Override
  public String toString() {
    return kind + name.map(text -> "[" + text + "]").orElse("");
  }
}
