package dev.opensipsmcp.server.toolset.fleet;

import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where nodes of one cluster differ that should be alike: in their versions, in the modules that
 * their commands come from, and, where they run the same version, in single commands. Only nodes
 * that answered are compared.
 */
final class Drift {
  private static final int NAMED = 6;

  private Drift() {}

  /** {@return what is different about each node, by its name; nothing for nodes that are alike} */
  static Map<String, List<String>> of(List<Seen> all) {
    Map<Integer, List<Seen>> clusters = new TreeMap<>();
    for (Seen seen : all) {
      Optional<Integer> cluster = seen.node().cluster();
      if (cluster.isPresent() && seen.told().isPresent()) {
        clusters.computeIfAbsent(cluster.get(), _ -> new ArrayList<>()).add(seen);
      }
    }
    Map<String, List<String>> drift = new LinkedHashMap<>();
    clusters.values().forEach(members -> compare(members, drift));
    return drift;
  }

  private static void compare(List<Seen> members, Map<String, List<String>> drift) {
    for (Seen member : members) {
      List<String> differences = new ArrayList<>();
      versions(member, members, differences);
      modules(member, members, differences);
      commands(member, members, differences);
      if (!differences.isEmpty()) {
        drift.put(member.node().name(), differences);
      }
    }
  }

  private static void versions(Seen member, List<Seen> members, List<String> differences) {
    Map<Version, List<String>> others = new TreeMap<>();
    for (Seen other : members) {
      if (version(other) != version(member)) {
        others.computeIfAbsent(version(other), _ -> new ArrayList<>()).add(other.node().name());
      }
    }
    others.forEach((version, names) ->
        differences.add(
            "runs "
                + version(member).label()
                + ", while "
                + some(names)
                + (names.size() == 1 ? " runs " : " run ")
                + version.label()));
  }

  private static void modules(Seen member, List<Seen> members, List<String> differences) {
    Set<String> own = member.modules().keySet();
    Map<String, List<String>> missing = new TreeMap<>();
    for (Seen other : members) {
      for (String module : other.modules().keySet()) {
        if (!own.contains(module) && !module.isEmpty()) {
          missing.computeIfAbsent(module, _ -> new ArrayList<>()).add(other.node().name());
        }
      }
    }
    if (!missing.isEmpty()) {
      differences.add("has no commands of " + some(withOwners(missing)));
    }
  }

  /** One version's modules can still differ in their commands, by how they were configured. */
  private static void commands(Seen member, List<Seen> members, List<String> differences) {
    Map<String, TreeSet<String>> own = member.modules();
    Map<String, List<String>> missing = new TreeMap<>();
    for (Seen other : members) {
      if (version(other) == version(member)) {
        other
            .modules()
            .forEach((module, commands) -> {
              for (String command : commands) {
                if (own.containsKey(module) && !own.get(module).contains(command)) {
                  missing.computeIfAbsent(command, _ -> new ArrayList<>()).add(other.node().name());
                }
              }
            });
      }
    }
    if (!missing.isEmpty()) {
      differences.add("lacks command " + some(withOwners(missing)));
    }
  }

  private static List<String> withOwners(Map<String, List<String>> missing) {
    List<String> texts = new ArrayList<>();
    missing.forEach((name, owners) -> texts.add(name + " (of " + some(owners) + ")"));
    return texts;
  }

  private static Version version(Seen seen) {
    return seen.told().orElseThrow().version();
  }

  private static String some(List<String> names) {
    return names.size() <= NAMED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
  }
}
