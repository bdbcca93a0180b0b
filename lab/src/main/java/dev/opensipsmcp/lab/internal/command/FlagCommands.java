package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** The global flags of module gflags, and the probability of module cfgutils. */
final class FlagCommands {
  private static final int SEEDED_FLAGS = 5;
  private static final int SEEDED_PERCENT = 10;

  private int flags = SEEDED_FLAGS;
  private int percent = SEEDED_PERCENT;

  List<Command> flags() {
    return List.of(
        Command.of("set_gflag", "gflags:set", call -> masked(call, mask -> store(flags | mask))),
        Command.of(
            "reset_gflag", "gflags:reset", call -> masked(call, mask -> store(flags & ~mask))),
        Command.of(
            "is_gflag",
            "gflags:check",
            call -> masked(call, mask -> Outcome.value(new JsonPrimitive((flags & mask) == mask)))),
        Command.of("get_gflags", "gflags:get", none -> get()));
  }

  List<Command> probability() {
    return List.of(
        Command.of("rand_set_prob", "cfgutils:rand_set_prob", this::setPercent),
        Command.of("rand_reset_prob", "cfgutils:rand_reset_prob", none -> percent(SEEDED_PERCENT)),
        Command.of("rand_get_prob", "cfgutils:rand_get_prob", none -> getPercent()));
  }

  private Outcome store(int value) {
    flags = value;
    return Outcome.ok();
  }

  private static Outcome masked(Arguments arguments, IntFunction<Outcome> use) {
    String text = arguments.text("bitmask").toLowerCase(Locale.ROOT);
    try {
      int mask =
          text.startsWith("0x")
              ? Integer.parseUnsignedInt(text.substring(2), 16)
              : Integer.parseUnsignedInt(text);
      return mask == 0 ? bad() : use.apply(mask);
    } catch (NumberFormatException e) {
      return bad();
    }
  }

  private static Outcome bad() {
    return Outcome.refuse(400, "Bad parameter value");
  }

  private Outcome get() {
    JsonObject json = new JsonObject();
    json.addProperty("hex", "0x" + Integer.toHexString(flags).toUpperCase(Locale.ROOT));
    json.addProperty("dec", Integer.toUnsignedString(flags));
    return Outcome.value(json);
  }

  private Outcome setPercent(Arguments arguments) {
    int value = arguments.number("prob_proc");
    return value > 100 ? bad() : percent(value);
  }

  private Outcome percent(int value) {
    percent = value;
    return Outcome.ok();
  }

  private Outcome getPercent() {
    JsonObject json = new JsonObject();
    json.addProperty("actual probability percent", percent);
    return Outcome.value(json);
  }
}
