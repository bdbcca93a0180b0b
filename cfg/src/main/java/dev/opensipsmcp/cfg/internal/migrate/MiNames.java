package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.migrate.MiRename;
import dev.opensipsmcp.cfg.migrate.Release;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What programs that speak MI to the server must call by another name. */
final class MiNames {
  private MiNames() {}

  static List<MiRename> renames(Script before, Script after, Release from, Release to) {
    Facts earlier = Facts.of(from.facts());
    Facts later = Facts.of(to.facts());
    List<MiRename> renames = new ArrayList<>();
    for (MiCommand command : earlier.mi().commands()) {
      if (!command.module().equals("core")
          && !before.loaded(command.module())
          && !after.loaded(command.module())) {
        continue;
      }
      Optional<String> now = earlier.mi().nameIn(command, later.version());
      if (now.isPresent() && !now.get().equals(command.name())) {
        boolean works = works(later, command.name(), now.get());
        MiRename rename = new MiRename(command.name(), now.get(), works);
        if (!renames.contains(rename)) {
          renames.add(rename);
        }
      }
    }
    return renames;
  }

  /** The server goes by aliases and by the name without its group; our search knows more names. */
  private static boolean works(Facts facts, String old, String now) {
    return facts.mi().lookup(old) instanceof MiLookup.Found(MiCommand command)
        && command.name().equals(now)
        && (command.aliases().contains(old) || command.localName().equals(old));
  }
}
