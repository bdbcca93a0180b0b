package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.facts.Dependency;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses what satisfies a dependency, where something tells what is meant. */
final class Drivers {
  private Drivers() {}

  /**
   * {@return the module to load, or nothing when a person must choose} A driver is told by the
   * scheme of the URLs that the new module gets: OpenSIPS itself puts {@code db_} or {@code
   * cachedb_} before it.
   */
  static Optional<ModuleFacts> choose(
      Facts facts, Dependency dependency, List<Parameter> parameters) {
    if (!dependency.module().isEmpty()) {
      return facts.module(dependency.module());
    }
    for (Parameter parameter : parameters) {
      if (parameter.value() instanceof Value.Text(String value) && value.contains("://")) {
        String scheme = value.substring(0, value.indexOf("://"));
        int group = scheme.indexOf(':');
        String name = prefix(dependency) + (group < 0 ? scheme : scheme.substring(0, group));
        Optional<ModuleFacts> driver = facts.module(name);
        if (driver.isPresent()) {
          return driver;
        }
      }
    }
    return Optional.empty();
  }

  /** {@return what a person must choose} */
  static String question(Facts facts, String module, Dependency dependency) {
    if (!dependency.module().isEmpty()) {
      return Names.missing(
          facts,
          "module " + dependency.module() + ", which " + module + " needs",
          other -> other.module(dependency.module()).isPresent());
    }
    List<String> names = new ArrayList<>();
    for (ModuleFacts candidate : facts.modules()) {
      if (candidate.name().startsWith(prefix(dependency))) {
        names.add(candidate.name());
      }
    }
    return "Module " + module + " needs one of these, and none is loaded: "
        + String.join(", ", names) + ".";
  }

  private static String prefix(Dependency dependency) {
    return switch (dependency.kind()) {
      case MODULE -> "";
      case SQLDB -> "db_";
      case CACHEDB -> "cachedb_";
      case AAA -> "aaa_";
    };
  }
}
