package dev.opensipsmcp.server.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Values by key from one place, with words for where they stand. The environment and the YAML file
 * are both read through it, so that each rule is written once.
 */
final class Source {
  private final Function<String, Optional<Entry>> lookup;
  private final Faults faults;

  /** A text and where it stands. */
  record Entry(String text, String where) {}

  Source(Function<String, Optional<Entry>> lookup, Faults faults) {
    this.lookup = lookup;
    this.faults = faults;
  }

  /** {@return a source that asks this one first and the other one for what is missing here} */
  Source orElse(Source other) {
    return new Source(key -> lookup.apply(key).or(() -> other.lookup.apply(key)), faults);
  }

  Optional<Entry> entry(String key) {
    return lookup.apply(key);
  }

  Optional<String> text(String key) {
    return entry(key).map(Entry::text);
  }

  String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  int integer(String key, int otherwise, int least, int most) {
    Optional<Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(entry.get().text().strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The fault below says it.
    }
    fault(entry.get(), "must be a whole number from " + least + " to " + most);
    return otherwise;
  }

  boolean flag(String key, boolean otherwise) {
    Optional<Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return otherwise;
    }
    return switch (entry.get().text().strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> {
        fault(entry.get(), "must be true or false");
        yield otherwise;
      }
    };
  }

  /** Reads one of a few words, in lower case. */
  String word(String key, String otherwise, Set<String> allowed) {
    Optional<Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return otherwise;
    }
    String word = entry.get().text().strip().toLowerCase(Locale.ROOT);
    if (allowed.contains(word)) {
      return word;
    }
    fault(entry.get(), "is '" + entry.get().text() + "', must be one of " + sorted(allowed));
    return otherwise;
  }

  void fault(Entry entry, String what) {
    faults.add(entry.where(), what);
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }
}
