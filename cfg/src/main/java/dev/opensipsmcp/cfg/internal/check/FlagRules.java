package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.facts.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The named flags of functions: a constant string of them is read at start. */
final class FlagRules {
  /**
   * The flags of an argument.
   *
   * @param argument its position, from 1
   * @param names the flags; those that take a value end with an equals sign
   */
  private record Flags(int argument, Set<String> names) {}

  private final Scope scope;
  private final Map<String, Flags> flags = new HashMap<>();
  private final Map<String, Map<String, String>> old = new HashMap<>();

  FlagRules(Scope scope) {
    this.scope = scope;
    for (List<String> row : Table.rows("named-flags", scope.version(), 2)) {
      flags.put(
          row.get(0),
          new Flags(
              Integer.parseInt(row.get(1)),
              Arrays.stream(row.get(4).split(" ", -1)).collect(Collectors.toUnmodifiableSet())));
    }
    for (List<String> row : Table.rows("old-flags")) {
      old.computeIfAbsent(row.get(0), _ -> new LinkedHashMap<>()).put(row.get(1), row.get(2));
    }
  }

  void check() {
    flags.forEach(this::check);
  }

  private void check(String function, Flags known) {
    for (Walk.Called called : scope.walk().calls(function)) {
      Calls.text(called.call(), known.argument())
          .filter(it -> it.quoted() && it.value().indexOf('$') < 0)
          .ifPresent(it -> check(called.call(), it, known));
    }
  }

  /** {@return what to write for a number of old, where it stands for flags} */
  Optional<String> named(String function, int argument, long bits) {
    return Optional.ofNullable(flags.get(function))
        .filter(it -> it.argument() == argument)
        .flatMap(it -> translated(function, Long.toString(bits), it.names()));
  }

  private void check(Call call, Literal.Text text, Flags known) {
    String function = call.function().text();
    for (String word : text.value().split(",", -1)) {
      String flag = word.strip();
      if (!matches(function, flag, known.names())) {
        scope
            .report()
            .fatal(
                "unknown-flag",
                Stage.START,
                text.span(),
                "%s has no flag \"%s\" in %s."
                    .formatted(function, Words.brief(flag), scope.version().label()),
                translated(function, text.value().strip(), known.names())
                    .or(() -> Words.meant(Nearest.close().to(flag, known.names())))
                    .or(() -> Optional.of("Its flags are " + listed(known.names()) + ".")));
        return;
      }
    }
  }

  private static boolean matches(String function, String flag, Set<String> names) {
    if (function.equals("create_dialog")) {
      return names.stream().anyMatch(flag::equalsIgnoreCase);
    }
    int equals = flag.indexOf('=');
    return (equals < 0 && names.contains(flag))
        || (equals > 0
            && equals < flag.length() - 1
            && names.contains(flag.substring(0, equals + 1)));
  }

  private static String listed(Set<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }

  /** Letters and bits of old, in the words of today, where all of them are known. */
  private Optional<String> translated(String function, String value, Set<String> names) {
    String base =
        function.startsWith("mid_registrar_")
            ? function.substring("mid_registrar_".length())
            : function;
    Map<String, String> letters = old.getOrDefault(base, Map.of());
    Optional<List<String>> words =
        Values.whole(value).isPresent()
            ? bits(Values.whole(value).get(), letters)
            : letters(value, letters);
    return words
        .filter(it -> !it.isEmpty())
        .filter(it -> it.stream().allMatch(word -> matches(base, word, names)))
        .map(it -> "Write \"" + String.join(",", it) + "\", which means the same.");
  }

  private static Optional<List<String>> bits(long value, Map<String, String> letters) {
    List<String> words = new ArrayList<>();
    long rest = value;
    for (Map.Entry<String, String> entry : letters.entrySet()) {
      Optional<Long> bit = Values.whole(entry.getKey());
      if (bit.isPresent() && (value & bit.get()) != 0) {
        words.add(entry.getValue());
        rest &= ~bit.get();
      }
    }
    return rest == 0 ? Optional.of(words) : Optional.empty();
  }

  private static Optional<List<String>> letters(String value, Map<String, String> letters) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < value.length()) {
      int end = at + 1;
      while (end < value.length() && Character.isDigit(value.charAt(end))) {
        end++;
      }
      String whole = letters.get(value.substring(at, end));
      String keyed = letters.get(value.substring(at, at + 1));
      if (whole != null && !whole.endsWith("=")) {
        words.add(whole);
      } else if (keyed != null && keyed.endsWith("=") && end > at + 1) {
        words.add(keyed + value.substring(at + 1, end));
      } else {
        return Optional.empty();
      }
      at = end;
    }
    return Optional.of(words);
  }
}
