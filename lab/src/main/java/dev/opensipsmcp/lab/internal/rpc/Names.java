package dev.opensipsmcp.lab.internal.rpc;

import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds commands by the names that a version accepts. Up to 3.6 that is the one name. On 4.0 it is
 * the canonical name, or an old or a local name that only one command has.
 */
public final class Names {

  /** What a name means. */
  public sealed interface Found {

    /**
     * One command.
     *
     * @param command the command
     */
    record One(Command command) implements Found {}

    /**
     * Several.
     *
     * @param candidates their canonical names, in the order of their registration
     */
    record Several(List<String> candidates) implements Found {}

    /** Nothing. */
    record None() implements Found {}
  }

  private final Version version;
  private final List<Command> commands;
  private final Map<String, Command> canonical = new HashMap<>();
  private final Map<String, List<Command>> others = new HashMap<>();

  /**
   * Names of one version.
   *
   * @param version the version
   * @param facts the version's commands and their aliases
   * @param commands in the order of their registration
   */
  public Names(Version version, MiCatalogue facts, List<Command> commands) {
    this.version = version;
    this.commands = List.copyOf(commands);
    for (Command command : commands) {
      canonical.put(canonical(command), command);
      if (version.groupsMiCommands()) {
        Set<String> names = new HashSet<>(Set.of(command.local()));
        facts.command(command.grouped()).ifPresent(known -> names.addAll(known.aliases()));
        names.forEach(name -> others.computeIfAbsent(name, key -> new ArrayList<>()).add(command));
      }
    }
  }

  /** {@return every command's canonical name} */
  public List<String> all() {
    return commands.stream().map(this::canonical).toList();
  }

  /**
   * {@return a command's canonical name in this version}
   *
   * @param command the command
   */
  public String canonical(Command command) {
    return version.groupsMiCommands() ? command.grouped() : command.name();
  }

  /**
   * {@return what a name means}
   *
   * @param name the name as sent; case matters
   */
  public Found find(String name) {
    Command exact = canonical.get(name);
    if (exact != null) {
      return new Found.One(exact);
    }
    List<Command> candidates = others.getOrDefault(name, List.of());
    return switch (candidates.size()) {
      case 0 -> new Found.None();
      case 1 -> new Found.One(candidates.getFirst());
      default -> new Found.Several(candidates.stream().map(Command::grouped).toList());
    };
  }

  /**
   * {@return the canonical name of the command that a name means}
   *
   * @param name any name that this version accepts
   * @throws IllegalArgumentException when it means none, or several
   */
  public String require(String name) {
    return switch (find(name)) {
      case Found.One one -> canonical(one.command());
      case Found.Several several ->
          throw new IllegalArgumentException(name + " may mean " + several.candidates());
      case Found.None none ->
          throw new IllegalArgumentException("this node has no command " + name);
    };
  }
}
