package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.Locale;
import java.util.Optional;

/** The tracing of one transport: without a mode it is read, with one it is set. */
final class Switch {
  private final String label;
  private boolean on;

  private Switch(String label) {
    this.label = label;
  }

  /** {@return the command of a transport whose name in answers is {@code protocol}} */
  static Command command(String name, String grouped, String protocol) {
    Switch state = new Switch(protocol + " tracing");
    return Command.of(name, grouped, state::run);
  }

  /** {@return what a mode's word means; nothing when it is neither of the two} */
  static Optional<Boolean> mode(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "on" -> Optional.of(true);
      case "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private Outcome run(Arguments arguments) {
    if (!arguments.has("trace_mode")) {
      JsonObject json = new JsonObject();
      json.addProperty(label, on ? "on" : "off");
      return Outcome.value(json);
    }
    Optional<Boolean> mode = mode(arguments.text("trace_mode"));
    if (mode.isEmpty()) {
      return new Outcome.Refusal(
          500, "Bad parameter value", Optional.of("trace_mode should be 'on' or 'off'"));
    }
    on = mode.get();
    return Outcome.ok();
  }
}
