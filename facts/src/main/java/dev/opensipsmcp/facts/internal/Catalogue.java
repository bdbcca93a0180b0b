package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The MI commands of one version, found by any name that means one of them. */
final class Catalogue implements MiCatalogue {
  private final Version version;
  private final Library library;
  private final List<MiCommand> commands;
  private final Map<String, MiCommand> byName;
  private final Map<String, List<MiCommand>> byAlias = new HashMap<>(512);
  private final Map<String, List<MiCommand>> byLocalName = new HashMap<>(512);

  Catalogue(Version version, Library library, List<MiCommand> commands) {
    this.version = version;
    this.library = library;
    this.commands = commands;
    byName = HashMap.newHashMap(commands.size());
    for (MiCommand command : commands) {
      byName.putIfAbsent(command.name(), command);
      for (String alias : command.aliases()) {
        add(byAlias, alias, command);
      }
      if (version.groupsMiCommands()) {
        add(byLocalName, command.localName(), command);
      }
    }
  }

  private static void add(Map<String, List<MiCommand>> index, String name, MiCommand command) {
    List<MiCommand> known = index.get(name);
    if (known == null) {
      known = new ArrayList<>(1);
      index.put(name, known);
    }
    known.add(command);
  }

  @Override
  public List<MiCommand> commands() {
    return commands;
  }

  @Override
  public Optional<MiCommand> command(String canonicalName) {
    return Optional.ofNullable(byName.get(canonicalName));
  }

  @Override
  public MiLookup lookup(String name) {
    List<MiCommand> meant = meant(name);
    if (meant.size() == 1) {
      return new MiLookup.Found(meant.getFirst());
    }
    return meant.isEmpty() ? unknown(name) : ambiguous(meant);
  }

  @Override
  public Optional<String> nameIn(MiCommand command, Version other) {
    Catalogue there = library.of(other).mi();
    for (String name : names(command)) {
      if (there.byName.containsKey(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The names of a command that this version or another one may know, its own first. */
  private List<String> names(MiCommand command) {
    List<String> names = new ArrayList<>();
    names.add(command.name());
    if (version.groupsMiCommands()) {
      library.renames().plain(command.name()).ifPresent(names::add);
      names.addAll(command.aliases());
    } else {
      library.renames().grouped(command.name(), command.module()).ifPresent(names::add);
    }
    return names;
  }

  private List<MiCommand> meant(String name) {
    MiCommand exact = byName.get(name);
    if (exact != null) {
      return List.of(exact);
    }
    List<MiCommand> aliased = byAlias.getOrDefault(name, List.of());
    if (!aliased.isEmpty()) {
      return aliased;
    }
    Optional<MiCommand> translated = translated(name);
    if (translated.isPresent()) {
      return List.of(translated.get());
    }
    return byLocalName.getOrDefault(name, List.of());
  }

  private Optional<MiCommand> translated(String name) {
    if (version.groupsMiCommands()) {
      return library.renames().grouped(name).flatMap(this::command);
    }
    Catalogue grouped = library.of(Version.V4_0).mi();
    List<MiCommand> there = grouped.meant(name);
    return there.size() == 1
        ? grouped.nameIn(there.getFirst(), version).flatMap(this::command)
        : Optional.empty();
  }

  private static MiLookup ambiguous(List<MiCommand> meant) {
    List<String> names = new ArrayList<>(meant.size());
    for (MiCommand command : meant) {
      names.add(command.name());
    }
    return new MiLookup.Ambiguous(names);
  }

  private MiLookup unknown(String name) {
    List<Version> others = new ArrayList<>();
    for (Version other : Version.values()) {
      if (other != version && !library.of(other).mi().meant(name).isEmpty()) {
        others.add(other);
      }
    }
    return new MiLookup.Unknown(nearest(name), others);
  }

  private List<String> nearest(String name) {
    NearestNames nearest = new NearestNames(name);
    for (MiCommand command : commands) {
      for (String known : names(command)) {
        nearest.offer(known, command.name());
      }
    }
    return nearest.best();
  }
}
