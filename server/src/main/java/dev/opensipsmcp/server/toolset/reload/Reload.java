package dev.opensipsmcp.server.toolset.reload;

import dev.opensipsmcp.mi.MiError;
import java.util.List;
import java.util.Optional;

/**
 * One reload command, and what is known about it.
 *
 * @param module the module that has it, by which it is chosen
 * @param command the MI command, under its name up to 3.6
 * @param tables the tables that it reads, under their default names; none when it depends
 * @param proofs the lists that show what is loaded; none when no command shows it
 * @param stamp the command that tells when it was loaded last
 * @param traffic what new calls and connections notice, one sentence
 * @param onlyNamed whether it runs only when it is named
 * @param refusedLive what its refusal says when the module reads its tables at each request, so
 *     that rows are active once they are stored
 */
record Reload(
    String module,
    String command,
    List<String> tables,
    List<Keys> proofs,
    Optional<String> stamp,
    String traffic,
    boolean onlyNamed,
    Optional<String> refusedLive) {
  Reload {
    tables = List.copyOf(tables);
    proofs = List.copyOf(proofs);
  }

  static Reload of(String module, String command, List<String> tables, String traffic) {
    return new Reload(
        module, command, tables, List.of(), Optional.empty(), traffic, false, Optional.empty());
  }

  Reload provenBy(Keys... lists) {
    return new Reload(
        module, command, tables, List.of(lists), stamp, traffic, onlyNamed, refusedLive);
  }

  Reload stampedBy(String miCommand) {
    return new Reload(
        module, command, tables, proofs, Optional.of(miCommand), traffic, onlyNamed, refusedLive);
  }

  Reload whenNamed() {
    return new Reload(module, command, tables, proofs, stamp, traffic, true, refusedLive);
  }

  Reload refusedLive(String words) {
    return new Reload(
        module, command, tables, proofs, stamp, traffic, onlyNamed, Optional.of(words));
  }

  /** {@return whether that refusal means that the module reads its tables at each request} */
  boolean live(MiError error) {
    return error instanceof MiError.Refused
        && refusedLive.filter(error.cause()::contains).isPresent();
  }

  /** {@return whether a person who names this means it: the module, the command, or a table} */
  boolean answersTo(String name) {
    return name.equals(module) || name.equals(command) || tables.contains(name);
  }
}
