package dev.opensipsmcp.lab.internal.recorded;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Completes the node's own commands to all those of a version. The others answer what a real server
 * answered to the same parameters, else to other parameters, preferably of the same recipe and
 * preferably with success. They remember nothing.
 */
public final class Fallback {
  private static final Map<String, Set<String>> UNCHECKED =
      Map.of("raise_event", Set.of("params"), "evi:raise", Set.of("params"));

  private final Version version;
  private final MiCatalogue facts;

  /**
   * A fallback of one version.
   *
   * @param version 3.6 or 4.0
   * @param facts its commands
   */
  public Fallback(Version version, MiCatalogue facts) {
    this.version = version;
    this.facts = facts;
  }

  /**
   * {@return every command of the version, in the order in which a real server lists them; those of
   * modules that the recorded servers did not have come last}
   *
   * @param own the commands that the node carries out itself, in any order; those that the version
   *     has not are dropped
   * @throws IllegalStateException when two have the same name
   */
  public List<Command> complete(List<Command> own) {
    Map<String, Command> known = new HashMap<>();
    for (Command command : own) {
      String name = version.groupsMiCommands() ? command.grouped() : command.name();
      if (known.put(name, command) != null) {
        throw new IllegalStateException("registered twice: " + name);
      }
    }
    Set<String> names = new LinkedHashSet<>(Recordings.names(version));
    facts.commands().forEach(command -> names.add(command.name()));
    List<Command> all = new ArrayList<>();
    for (String name : names) {
      Command command = known.get(name);
      all.add(command == null ? recorded(facts.command(name).orElseThrow()) : command);
    }
    return all;
  }

  private Command recorded(MiCommand command) {
    String old = command.aliases().isEmpty() ? command.localName() : command.aliases().getFirst();
    return new Command(
        version.groupsMiCommands() ? old : command.name(),
        command.name(),
        UNCHECKED.getOrDefault(command.name(), Set.of()),
        arguments -> answer(command.name(), arguments.json()));
  }

  private Outcome answer(String command, JsonObject sent) {
    List<Recorded> calls = Recordings.of(version, command);
    return first(calls, call -> call.sameParams(sent) && call.succeeded())
        .or(() -> first(calls, call -> call.sameParams(sent)))
        .or(() -> first(calls, call -> call.sameRecipe(sent) && call.succeeded()))
        .or(() -> first(calls, call -> call.sameRecipe(sent)))
        .or(() -> first(calls, Recorded::succeeded))
        .or(() -> first(calls, call -> true))
        .orElseGet(() -> Unrecorded.answer(command, sent));
  }

  private static Optional<Outcome> first(List<Recorded> calls, Predicate<Recorded> fitting) {
    return calls.stream().filter(fitting).findFirst().map(Recorded::outcome);
  }
}
