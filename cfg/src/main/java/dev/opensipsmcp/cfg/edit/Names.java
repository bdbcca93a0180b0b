package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Says that a version lacks a name, and which ones have it. */
final class Names {
  private Names() {}

  /** {@return a sentence: OpenSIPS 3.6 has no module avpops; 3.2, 3.3 and 3.4 have it.} */
  static String missing(Facts facts, String what, Predicate<Facts> has) {
    List<String> versions = new ArrayList<>();
    for (Version version : Version.values()) {
      if (has.test(Facts.of(version))) {
        versions.add(version.label());
      }
    }
    String elsewhere =
        switch (versions.size()) {
          case 0 -> "";
          case 1 -> "; " + versions.getFirst() + " has it";
          default ->
              "; "
                  + String.join(", ", versions.subList(0, versions.size() - 1))
                  + " and "
                  + versions.getLast()
                  + " have it";
        };
    return "OpenSIPS " + facts.version().label() + " has no " + what + elsewhere + ".";
  }
}
