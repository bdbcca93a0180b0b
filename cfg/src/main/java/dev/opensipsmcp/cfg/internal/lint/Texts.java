package dev.opensipsmcp.cfg.internal.lint;

import dev.opensipsmcp.cfg.syntax.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Small questions about values and addresses. */
final class Texts {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}");
  private static final Pattern PRIVATE =
      Pattern.compile(
          "10\\..*|192\\.168\\..*|172\\.(1[6-9]|2[0-9]|3[01])\\..*|169\\.254\\..*"
              + "|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\..*|f[cd][0-9a-f]{2}:.*|fe80:.*");

  private Texts() {}

  static String of(Literal literal) {
    return switch (literal) {
      case Literal.Text text -> text.value();
      case Literal.Number number -> Long.toString(number.value());
      case Literal.Address address -> address.text();
      case Literal.Null _ -> "";
    };
  }

  static Optional<Long> number(Literal literal) {
    return Optional.of(of(literal)).filter(NUMBER.asMatchPredicate()).map(Long::parseLong);
  }

  /** {@return whether what stands as the module of a parameter, maybe a pattern, names a module} */
  static boolean names(String written, String module) {
    if (written.equals(module)) {
      return true;
    }
    for (String part : written.split("\\|", -1)) {
      String bare = part.replace("^", "").replace("$", "").replace("(", "").replace(")", "");
      boolean open = bare.endsWith(".*") || bare.endsWith(".+");
      if (bare.equals(module)
          || (open && module.startsWith(bare.substring(0, bare.length() - 2)))) {
        return true;
      }
    }
    return false;
  }

  /** {@return an address without brackets, in small letters} */
  static String host(String written) {
    return written.replace("[", "").replace("]", "").toLowerCase(Locale.ROOT).strip();
  }

  static boolean loopback(String written) {
    String host = host(written);
    return host.startsWith("127.")
        || host.startsWith("::1")
        || host.equals("localhost")
        || host.startsWith("localhost:");
  }

  static boolean everywhere(String written) {
    return List.of("", "*", "any", "0.0.0.0", "::", "0").contains(host(written));
  }

  /** {@return whether an address is for use within a network; names count, as nobody can tell} */
  static boolean internal(String written) {
    String host = host(written);
    boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    return loopback(host) || PRIVATE.matcher(host).matches() || (!address && !everywhere(host));
  }

  /** {@return whether a word switches something on} */
  static boolean on(String value) {
    return List.of("1", "yes", "true", "on", "enable", "enabled")
        .contains(value.toLowerCase(Locale.ROOT));
  }

  /**
   * {@return what a value like {@code [name]value} or {@code name:value} says, without the name}
   */
  static String unlabelled(String value) {
    return value.startsWith("[") && value.indexOf(']') > 0
        ? value.substring(value.indexOf(']') + 1)
        : value;
  }

  /** {@return the name in a value like {@code [name]value}; empty for none} */
  static String label(String value) {
    return value.startsWith("[") && value.indexOf(']') > 0
        ? value.substring(1, value.indexOf(']'))
        : "";
  }
}
