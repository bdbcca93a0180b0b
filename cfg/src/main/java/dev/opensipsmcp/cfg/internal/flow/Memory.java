package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.World;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What scripts remember in flags and variables that are set to constants and asked for elsewhere.
 * Each pair of a name and a constant has one bit of {@link World#memory}; names beyond the bits are
 * not followed.
 */
final class Memory {
  private static final int BITS = 60;
  private static final String FLAG = "flag ";
  private static final String ANSWER = "\1";
  private static final String UNKNOWN = "\0";
  private static final Set<String> OF_SCRIPT = Set.of("var", "avp");

  private final Map<String, Map<String, Long>> bits = new HashMap<>();
  private final Set<String> set = new HashSet<>();
  private int used;

  private Memory() {}

  /** {@return the memory of the routes of a configuration} */
  static Memory of(List<Item.Route> routes) {
    Map<String, Set<String>> set = new LinkedHashMap<>();
    Set<String> asked = new HashSet<>();
    for (Item.Route route : routes) {
      for (Statement statement : Statements.all(route.body().statements())) {
        if (statement instanceof Statement.Assignment(var target, String operator, var value, _)
            && OF_SCRIPT.contains(target.name().text())) {
          String name = Mention.of(target).key();
          Set<String> values = set.computeIfAbsent(name, _ -> new LinkedHashSet<>());
          String given = valueOf(operator, value);
          values.addAll(
              given.equals(ANSWER)
                  ? List.of(Remembered.POSITIVE, Remembered.NEGATIVE)
                  : List.of(given));
        } else {
          if (statement instanceof Statement.Assignment(var flags, _, _, _)
              && flags.name().text().startsWith("msg.flag")) {
            set.computeIfAbsent(FLAG + "?", _ -> new LinkedHashSet<>()).add(UNKNOWN);
          }
          Statements.expressions(statement)
              .forEach(expression -> {
                Mentions.in(expression).forEach(mention -> asked.add(mention.key()));
                Expressions.calls(expression).forEach(call -> flags(call, set, asked));
              });
        }
      }
    }
    Memory memory = new Memory();
    memory.set.addAll(set.keySet());
    set.forEach((name, values) -> {
      if (asked.contains(name) && memory.used + values.size() + 1 <= BITS) {
        Map<String, Long> own = new HashMap<>();
        values.forEach(value -> own.put(value, 1L << memory.used++));
        own.computeIfAbsent(UNKNOWN, _ -> 1L << memory.used++);
        memory.bits.put(name, own);
      }
    });
    return memory;
  }

  private static void flags(Call call, Map<String, Set<String>> set, Set<String> asked) {
    String flag = flag(call);
    switch (call.function().text()) {
      case "setflag" -> set.computeIfAbsent(flag, _ -> new LinkedHashSet<>()).add("1");
      case "isflagset" -> asked.add(flag);
      default -> {}
    }
  }

  static String flag(Call call) {
    return FLAG + Expressions.constant(call, 0).orElse("?");
  }

  static String valueOf(String operator, Expression value) {
    if (operator.equals("=")
        && Expressions.variable(value).filter(v -> v.is("rc", "retcode")).isPresent()) {
      return ANSWER;
    }
    Optional<String> constant =
        operator.equals("=") || operator.equals(":=")
            ? Expressions.constant(value)
            : Optional.empty();
    return constant.filter(text -> text.indexOf('$') < 0).orElse(UNKNOWN);
  }

  /** {@return the world after something got a value} */
  World set(World world, String name, String value) {
    Map<String, Long> own = bits.get(name);
    if (own == null) {
      return world;
    }
    String kept = value.equals(ANSWER) ? answer(world) : value;
    return world.remembering(own.getOrDefault(kept, bit(own, UNKNOWN)), all(own));
  }

  private static String answer(World world) {
    if (world.surely(Mark.RC_POSITIVE)) {
      return Remembered.POSITIVE;
    }
    return world.surely(Mark.RC_NEGATIVE) ? Remembered.NEGATIVE : UNKNOWN;
  }

  /** {@return the world after something got a value that is not known} */
  World forget(World world, String name) {
    return set(world, name, UNKNOWN);
  }

  /** {@return the world after something got its first value again} */
  World clear(World world, String name) {
    Map<String, Long> own = bits.get(name);
    return own == null ? world : world.remembering(0, all(own));
  }

  /** {@return whether it is followed} */
  boolean follows(String name) {
    return bits.containsKey(name);
  }

  /** {@return whether a comparison of something with a constant may hold in a world} */
  boolean may(World world, String name, String operator, String constant) {
    return values(world, name).stream()
        .anyMatch(v -> v.equals(UNKNOWN) || Remembered.may(v, operator, constant));
  }

  /** {@return whether a comparison of something with a constant may fail in a world} */
  boolean mayNot(World world, String name, String operator, String constant) {
    return values(world, name).stream()
        .anyMatch(v -> v.equals(UNKNOWN) || Remembered.mayNot(v, operator, constant));
  }

  /** {@return the values that something may have; empty is what is not set} */
  private Set<String> values(World world, String name) {
    Map<String, Long> own = bits.get(name);
    if (own == null || unknown(world, own)) {
      return Set.of(UNKNOWN);
    }
    long now = world.memory() & all(own);
    Set<String> values = new HashSet<>();
    own.forEach((value, bit) -> {
      if ((now & bit) != 0) {
        values.add(value);
      }
    });
    return values.isEmpty() ? Set.of("") : values;
  }

  /** {@return whether something may count as true in a world} */
  boolean mayBeTrue(World world, String name) {
    if (name.startsWith(FLAG) && !set.contains(name) && !set.contains(FLAG + "?")) {
      return false;
    }
    return holds(world, name, false);
  }

  /** {@return whether something may count as false in a world} */
  boolean mayBeFalse(World world, String name) {
    return holds(world, name, true);
  }

  private boolean holds(World world, String name, boolean wantFalsy) {
    return values(world, name).stream()
        .anyMatch(v -> v.equals(UNKNOWN) || Remembered.falsy(v) == wantFalsy);
  }

  private static boolean unknown(World world, Map<String, Long> own) {
    return (world.memory() & (World.BLURRED | bit(own, UNKNOWN))) != 0;
  }

  private static long bit(Map<String, Long> own, String value) {
    return own.getOrDefault(value, 0L);
  }

  private static long all(Map<String, Long> own) {
    return own.values().stream().reduce(0L, (a, b) -> a | b);
  }
}
