package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.cfg.build.Feature;
import dev.opensipsmcp.cfg.build.Offer;
import dev.opensipsmcp.cfg.build.Parameter;
import dev.opensipsmcp.cfg.build.ParameterKind;
import dev.opensipsmcp.cfg.build.Scenario;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The scenarios, features and parameters, as the public types say them. */
public final class Catalogue {
  /** What is worked out from a parameter's value has the parameter's name and one of these. */
  private static final Pattern DERIVED = Pattern.compile("-(host|port|pattern|module)$");

  private static final Catalogue SHARED = new Catalogue(Library.shared());

  private final Library library;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final List<Feature> features;
  private final List<Scenario> scenarios;

  private Catalogue(Library library) {
    this.library = library;
    for (List<String> row : Library.table("parameters.txt")) {
      parameters.put(
          row.get(0),
          new Parameter(
              row.get(0),
              ParameterKind.valueOf(row.get(1)),
              row.get(4),
              row.get(3),
              row.get(2).equals("ask")));
    }
    this.features = library.features().values().stream().map(Catalogue::feature).toList();
    this.scenarios = library.scenarios().values().stream().map(this::scenario).toList();
  }

  /** {@return the one catalogue} */
  public static Catalogue shared() {
    return SHARED;
  }

  /** {@return every scenario} */
  public List<Scenario> scenarios() {
    return scenarios;
  }

  /** {@return every feature} */
  public List<Feature> features() {
    return features;
  }

  /** {@return the parameters of a scenario with more features} */
  public List<Parameter> parameters(String scenario, Set<String> more) {
    Block block = library.scenarios().get(scenario);
    return block == null ? List.of() : parameters(block, more);
  }

  private static Feature feature(Block block) {
    List<String> modules = new ArrayList<>();
    for (Section section : block.sections()) {
      if (section.kind().equals("module") && !section.name().contains("{")) {
        modules.add(section.name());
      }
    }
    return new Feature(
        block.name(),
        block.words("also"),
        block.text("summary").orElse(""),
        block.words("needs"),
        block.words("excludes"),
        modules);
  }

  private Scenario scenario(Block block) {
    Set<Offer> offers = EnumSet.noneOf(Offer.class);
    block.words("offers").forEach(offer -> offers.add(Offer.valueOf(offer)));
    return new Scenario(
        block.name(),
        block.text("title").orElse(""),
        block.text("summary").orElse(""),
        block.words("features"),
        block.words("optional"),
        block.words("words"),
        offers,
        parameters(block, Set.of()));
  }

  private List<Parameter> parameters(Block scenario, Set<String> more) {
    Set<String> wanted = new LinkedHashSet<>(scenario.words("features"));
    wanted.addAll(more);
    Set<String> chosen = Composer.closure(library, wanted);
    Set<String> names = new LinkedHashSet<>(scenario.placeholders(chosen));
    for (Block feature : library.features().values()) {
      if (chosen.contains(feature.name())) {
        names.addAll(feature.placeholders(chosen));
      }
    }
    names.addAll(library.frame(scenario).placeholders(chosen));
    names.add("module-path");
    List<Parameter> found = new ArrayList<>();
    for (String name : names) {
      Parameter parameter = parameters.get(name);
      if (parameter == null) {
        parameter = parameters.get(DERIVED.matcher(name).replaceFirst(""));
      }
      if (parameter != null && !found.contains(parameter)) {
        found.add(parameter);
      }
    }
    return found;
  }
}
