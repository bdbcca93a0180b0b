package dev.opensipsmcp.facts;

import java.util.List;
import java.util.Optional;

/** All MI commands of one version. */
public interface MiCatalogue {

  /**
   * {@return every command, sorted by canonical name} Up to 3.6 two modules may export the same
   * name, {@code tls_trace} for example; it is then listed once per module.
   */
  List<MiCommand> commands();

  /**
   * Finds a command by the exact name that this version uses for it.
   *
   * @param canonicalName for example {@code dlg_list} for 3.6, {@code dialog:list} for 4.0
   * @return the command, or nothing; the first by module where two modules export the name
   */
  Optional<MiCommand> command(String canonicalName);

  /**
   * Finds what a person or an agent may have meant: the canonical name, an alias, another version's
   * name of the same command, or a 4.0 local name that is unique. Case matters, as it does in
   * OpenSIPS.
   *
   * @param name any name
   * @return the one command, the candidates, or the nearest names
   */
  MiLookup lookup(String name);

  /**
   * Translates a command of this version to another one.
   *
   * @param command a command of this catalogue
   * @param other the version to translate to
   * @return the canonical name there, or nothing when that version has no such command
   */
  Optional<String> nameIn(MiCommand command, Version other);
}
