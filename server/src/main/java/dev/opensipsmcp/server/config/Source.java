package dev.opensipsmcp.server.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Values by key from one place, with words for where they stand. The environment and the YAML file
 * are both read through it, so that each rule is written once.
 *
 * <p>Settings are read before the first answer of every start, so here and in its users plain loops
 * and branches stand where a lambda would read as well: a start's first lambdas cost milliseconds.
 */
abstract class Source {
  private final Faults faults;

  /** A text and where it stands. */
  record Entry(String text, String where) {}

  Source(Faults faults) {
    this.faults = faults;
  }

  /** {@return what stands under a key} */
  abstract Optional<Entry> entry(String key);

  /** {@return a source that asks this one first and the other one for what is missing here} */
  final Source orElse(Source other) {
    return new Fallback(this, other);
  }

  private static final class Fallback extends Source {
    private final Source first;
    private final Source second;

    Fallback(Source first, Source second) {
      super(first.faults);
      this.first = first;
      this.second = second;
    }

    @Override
    Optional<Entry> entry(String key) {
      Optional<Entry> found = first.entry(key);
      return found.isPresent() ? found : second.entry(key);
    }
  }

  final Optional<String> text(String key) {
    Optional<Entry> entry = entry(key);
    return entry.isPresent() ? Optional.of(entry.get().text()) : Optional.empty();
  }

  final String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  final int integer(String key, int otherwise, int least, int most) {
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

  final boolean flag(String key, boolean otherwise) {
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
  final String word(String key, String otherwise, Set<String> allowed) {
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

  final void fault(Entry entry, String what) {
    faults.add(entry.where(), what);
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }
}
