package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;

/** Puts hints into words. */
final class Words {
  private Words() {}

  /** {@return the names with commas and an "or" between them} */
  static String or(List<String> names) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> names.getFirst();
      default -> String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    };
  }

  /** {@return "Did you mean …?", or nothing} */
  static Optional<String> meant(List<String> names) {
    return names.isEmpty() ? Optional.empty() : Optional.of("Did you mean " + or(names) + "?");
  }

  /**
   * {@return which other versions have something, as the end of a sentence; empty for none}
   *
   * @param versions those that have it, oldest first
   */
  static String elsewhere(List<Version> versions, Version here) {
    if (versions.isEmpty()) {
      return "";
    }
    Version first = versions.getFirst();
    Version last = versions.getLast();
    if (first.compareTo(here) > 0) {
      return "; it came with " + first.label();
    }
    if (last.compareTo(here) < 0) {
      return last == first
          ? "; of the versions known here only " + last.label() + " has it"
          : "; " + last.label() + " was the last version that has it";
    }
    return "";
  }

  /** {@return what is written, short enough for a sentence} */
  static String brief(String text) {
    String line = text.replace('\n', ' ').replace('\r', ' ');
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }

  /** {@return "1 argument" or "n arguments"} */
  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
