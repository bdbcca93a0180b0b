package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands in {@code auto_scaling_profile}: auto_scale_profile_def in cfg.y and
 * create_auto_scaling_profile in pt_scaling.c, which are the same from 3.2 to 4.0.
 */
final class ScalingRules {
  private static final Pattern NAME = Pattern.compile("([A-Za-z]\\w*+)");

  /** Anything but the words of a profile is left to others. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:\\s|\\d|[-+%]|\\b(?:scale|up|down|to|on|for|cycles|within)\\b)*+",
          Pattern.CASE_INSENSITIVE);

  private static final String UP =
      "(?:scale\\s+up\\s+to|SCALE\\s+UP\\s+TO)\\s+(\\d++)\\s+(?:on|ON)\\s+(\\d++)\\s*+%\\s*+for\\s+"
          + "(\\d++)\\s+(?:cycles|CYCLES)";
  private static final String WITHIN = "(?:\\s+(?:within|WITHIN)\\s+(\\d++))?";
  private static final Pattern PROFILE =
      Pattern.compile(
          UP + WITHIN + "(?:\\s+" + UP.replace("up", "down").replace("UP", "DOWN") + ")?");

  private final Scope scope;
  private final Set<String> names = new HashSet<>();

  ScalingRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Special profile
          && profile.name().text().equals("auto_scaling_profile")) {
        check(profile);
      }
    }
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Setting setting
          && setting.name().text().equals("timer_workers")
          && setting.value().size() == 3
          && setting.value().getLast() instanceof Literal.Text(String name, boolean _, Span span)
          && !names.contains(name.toLowerCase(Locale.ROOT))) {
        report(Stage.START, span, "There is no profile " + Words.brief(name) + " for timers.");
      }
    }
  }

  private void check(Item.Special profile) {
    Clear text = new Clear(profile, scope.tree().text());
    if (!text.take(NAME)) {
      return;
    }
    if (!names.add(text.group(1).toLowerCase(Locale.ROOT))) {
      report(
          Stage.READING,
          profile.span(),
          "There is a profile " + Words.brief(text.group(1)) + " already; case does not count.");
      return;
    }
    if (text.take(PROFILE) && text.atEnd()) {
      fault(text).ifPresent(it -> report(Stage.READING, profile.span(), it));
    } else if (text.take(WORDS) && text.atEnd()) {
      report(
          Stage.READING,
          profile.span(),
          "This profile can't be read; its words come all small or all large, and for is small.");
    }
  }

  private static Optional<String> fault(Clear text) {
    long most = number(text, 1);
    long up = number(text, 2);
    long needed = number(text, 3);
    long within = text.group(4).isEmpty() ? needed : number(text, 4);
    long least = text.group(5).isEmpty() ? 0 : number(text, 5);
    long down = least == 0 ? 0 : number(text, 6);
    if (most == 0 || most <= least || most >= 1000) {
      return Optional.of("The most processes are more than the fewest, and from 1 to 999.");
    }
    if (up == 0 || up <= down || up > 100) {
      return Optional.of(
          "The load to scale up on is above that to scale down on, and up to 100 %.");
    }
    if (needed == 0 || within < needed) {
      return Optional.of("The cycles to scale up for are at least 1, and within no fewer.");
    }
    return Optional.empty();
  }

  private static long number(Clear text, int group) {
    String digits = text.group(group);
    return Long.parseLong(digits.length() > 9 ? digits.substring(0, 9) : digits);
  }

  private void report(Stage stage, Span span, String message) {
    scope
        .report()
        .fatal(
            "scaling-profile",
            stage,
            span,
            message,
            "Write auto_scaling_profile=NAME scale up to 6 on 70% for 4 cycles within 5"
                + " scale down to 2 on 20% for 10 cycles.");
  }
}
