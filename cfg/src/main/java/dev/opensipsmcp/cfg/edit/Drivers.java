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
    return parameters.stream()
        .flatMap(parameter -> driver(facts, prefix(dependency), parameter).stream())
        .findFirst();
  }

  /** {@return the drivers that the databases of these parameters need} */
  static List<ModuleFacts> drivers(Facts facts, List<Parameter> parameters) {
    List<ModuleFacts> found = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (parameter.name().endsWith("cachedb_url")) {
        driver(facts, "cachedb_", parameter).ifPresent(found::add);
      } else if (parameter.name().endsWith("db_url")) {
        driver(facts, "db_", parameter).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<ModuleFacts> driver(Facts facts, String prefix, Parameter parameter) {
    if (!(parameter.value() instanceof Value.Text(String url))) {
      return Optional.empty();
    }
    int colon = url.indexOf(':');
    return colon < 0 ? Optional.empty() : facts.module(prefix + url.substring(0, colon));
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
    return "Module "
        + module
        + " needs one of these, and none is loaded: "
        + String.join(", ", names)
        + ".";
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
