package dev.opensipsmcp.mi.internal.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps the option string of module carrierroute's commands from ending the whole node, which plain
 * ones did on 3.6.8 and 4.0.1.
 *
 * <p>OpenSIPS splits the string into 20 words and, where there are fewer, goes on behind its end,
 * writing zeros there; blanks at the end give it something to split. It compares the prefix without
 * looking whether there is one; so there must be. And it writes a suffix to its routing file in a
 * form that it can't read again.
 */
final class CarrierOptions {
  private static final String OPTIONS = "options";
  private static final String MODULE = "carrierroute";
  private static final String PADDING = " ".repeat(20);
  private static final String NO_PREFIX = "NULL";
  private static final String CLUSTER = "clusterer";
  private static final String CARRIED = "cmd_name";
  private static final Pattern HOST_COMMAND =
      Pattern.compile("(?:cr_|carrierroute:)?(?:replace|activate|deactivate|add|delete)_host");

  private CarrierOptions() {}

  /** {@return whether a command takes such options} */
  private static boolean concerns(Target target) {
    return target.module().equals(MODULE) && target.name().endsWith("_host");
  }

  /** {@return why a call must not be sent; empty when it may} */
  static Optional<String> fault(Target target, JsonObject params) {
    if (target.module().equals(CLUSTER)
        && params.get(CARRIED) instanceof JsonPrimitive command
        && HOST_COMMAND.matcher(command.getAsString()).matches()) {
      return Optional.of(
          command.getAsString()
              + " ends the nodes that get it through the cluster, so it is not sent; call each");
    }
    if (!concerns(target)) {
      return Optional.empty();
    }
    Map<String, String> options = options(params.get(OPTIONS));
    if (options.containsKey("-S")) {
      return Optional.of(
          target.name()
              + " with -S leaves a routing file that OpenSIPS can't load again, so it is not sent");
    }
    boolean adds = target.name().endsWith("add_host");
    String prefix = options.getOrDefault("-p", "");
    return !adds && options.containsKey("-h") && (prefix.isEmpty() || isNone(prefix))
        ? Optional.of(
            target.name() + " without the digits of a prefix (-p) ends OpenSIPS, so it is not sent")
        : Optional.empty();
  }

  private static boolean isNone(String prefix) {
    return prefix.equalsIgnoreCase(NO_PREFIX);
  }

  private static Map<String, String> options(JsonElement text) {
    Map<String, String> options = new HashMap<>();
    String open = "";
    String words = text instanceof JsonPrimitive value ? value.getAsString().strip() : "";
    for (String word : words.split("\\s+", -1)) {
      if (word.startsWith("-")) {
        open = word.substring(0, Math.min(2, word.length()));
        options.put(open, "");
      } else if (!open.isEmpty()) {
        options.put(open, word);
        open = "";
      }
    }
    return options;
  }

  /** Adds the blanks that the node needs. */
  static void pad(Target target, JsonObject params) {
    if (concerns(target) && params.get(OPTIONS) instanceof JsonPrimitive text) {
      params.addProperty(OPTIONS, text.getAsString() + PADDING);
    }
  }
}
