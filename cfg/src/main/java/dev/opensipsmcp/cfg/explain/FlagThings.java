package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The named flags of functions, and the letters and numbers that they had before. */
final class FlagThings {
  private static final String CHECKS = "/dev/opensipsmcp/cfg/internal/check/";

  private FlagThings() {}

  static List<Thing> of(Version version) {
    List<Thing> flags = new ArrayList<>();
    for (List<String> row : Tables.read(CHECKS + "named-flags.tsv")) {
      boolean there = since(row.get(2), version) && !past(row.get(3), version);
      if (!there) {
        continue;
      }
      for (String name : row.get(4).split(" ", -1)) {
        boolean value = name.endsWith("=");
        String bare = value ? name.substring(0, name.length() - 1) : name;
        flags.add(
            new Thing(
                Topic.FLAG,
                bare,
                row.getFirst(),
                "It stands in argument "
                    + row.get(1)
                    + " of "
                    + row.getFirst()
                    + "()"
                    + (value ? " and takes a value: " + name + "…" : "")
                    + ".",
                Optional.empty(),
                formerly(row.getFirst(), name)));
      }
    }
    return flags;
  }

  private static boolean since(String label, Version version) {
    return Version.parse(label).filter(first -> first.compareTo(version) <= 0).isPresent();
  }

  private static boolean past(String label, Version version) {
    return Version.parse(label).filter(last -> last.compareTo(version) < 0).isPresent();
  }

  private static String formerly(String function, String name) {
    for (List<String> row : Tables.read(CHECKS + "old-flags.tsv")) {
      if (row.getFirst().equals(function) && row.get(2).equals(name)) {
        return "Before flags had names, it was " + row.get(1) + ".";
      }
    }
    return "";
  }
}
