package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one string of options that the commands of module carrierroute take.
 *
 * @param values the values by the option's letter
 */
record CarrierOptions(Map<Character, String> values) {
  private static final String KNOWN = "dphtwPSi";

  /** What was read, or why it was refused. */
  sealed interface Read {
    /**
     * All was well.
     *
     * @param options what was asked for
     */
    record Good(CarrierOptions options) implements Read {}

    /**
     * A mistake.
     *
     * @param answer what the node says
     */
    record Bad(Outcome answer) implements Read {}
  }

  static Read read(String text, Set<Character> needed, Set<Character> wrong) {
    Map<Character, String> values = new HashMap<>();
    char open = 0;
    for (String word : text.trim().split("\\s+", -1)) {
      if (word.startsWith("-")) {
        open = word.length() > 1 ? word.charAt(1) : 0;
        if (KNOWN.indexOf(open) < 0) {
          return bad(400, "Bad option");
        }
        values.put(open, "");
      } else if (open == 0) {
        return bad(400, "No option given");
      } else {
        values.put(open, word);
        open = 0;
      }
    }
    if (wrong.stream().anyMatch(values::containsKey)) {
      return bad(400, "Bad option");
    }
    return values.keySet().containsAll(needed)
        ? new Read.Good(new CarrierOptions(values))
        : bad(0, "Missing option");
  }

  private static Read bad(int code, String message) {
    return new Read.Bad(Outcome.refuse(code, message));
  }

  String text(char letter) {
    return values.getOrDefault(letter, "");
  }

  /** A prefix that is left out is the empty one, which is written NULL. */
  String prefix() {
    return text('p').equalsIgnoreCase("NULL") ? "" : text('p');
  }

  Optional<Double> weight() {
    try {
      return Optional.ofNullable(values.get('w')).map(Double::parseDouble);
    } catch (NumberFormatException notANumber) {
      return Optional.of(0.0);
    }
  }

  boolean picks(CarrierRule rule) {
    return alike(text('d'), rule.domain())
        && alikePrefix(rule.prefix())
        && alike(text('h'), rule.host())
        && weight().map(wanted -> wanted == rule.weight()).orElse(true);
  }

  private boolean alikePrefix(String prefix) {
    return prefix().equals(prefix) || prefix().startsWith("*");
  }

  private static boolean alike(String wanted, String is) {
    return wanted.isEmpty() || wanted.startsWith("*") || wanted.equals(is);
  }
}
