package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.M4Result;
import dev.opensipsmcp.cfg.build.Parameter;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Tuning;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the m4 form of a configuration. */
public final class M4 {
  /** Quotes that no configuration holds, and no comments, so that macros work in every line. */
  private static final String QUOTES = "divert(-1)\nchangequote([[,]])\nchangecom\n";

  private M4() {}

  /** {@return the pair of template and definitions, or why there is none} */
  public static M4Result pair(
      Scenario scenario, Version version, Map<String, String> parameters, Set<String> features) {
    BuildResult flat = Composer.build(scenario, version, parameters, features, Tuning.none());
    return switch (flat) {
      case BuildResult.Refused(List<String> problems) -> new M4Result.Refused(problems);
      case BuildResult.Built built -> pair(scenario, version, parameters, built);
    };
  }

  private static M4Result pair(
      Scenario scenario, Version version, Map<String, String> parameters, BuildResult.Built flat) {
    Library library = Library.shared();
    Set<String> chosen = Composer.closure(library, Set.copyOf(flat.features()));
    List<Parameter> known = Catalogue.shared().parameters(scenario.name(), chosen);
    Map<String, String> given = new LinkedHashMap<>();
    known.forEach(parameter -> given.put(parameter.name(), parameter.defaultValue()));
    List<String> problems = new ArrayList<>(Values.take(known, parameters, given));
    if (!problems.isEmpty()) {
      return new M4Result.Refused(problems);
    }
    Values values = Values.of(known, given, version);
    Map<String, String> macros = new LinkedHashMap<>();
    Map<String, String> stand = new LinkedHashMap<>(values.forPlaceholders());
    for (Parameter parameter : known) {
      for (String suffix : List.of("", "-host", "-port", "-pattern")) {
        String name = parameter.name() + suffix;
        String value = stand.get(name);
        if (value != null && value.indexOf('\u0000') < 0) {
          String macro = "CFG_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
          macros.put(macro, value);
          stand.put(name, macro);
        }
      }
    }
    Situation situation =
        new Situation(version, chosen, stand, Composer.blocks(library, scenario, chosen));
    BuildResult.Built template =
        new Printer(
                scenario,
                situation,
                library,
                Tuning.none(),
                new Values(stand, values.secretFiles(), Set.of()))
            .print();
    StringBuilder definitions = new StringBuilder(QUOTES);
    macros.forEach((macro, value) -> {
      if (template.text().contains(macro)) {
        definitions.append("define([[%s]], [[%s]])%n".formatted(macro, value));
      }
    });
    definitions.append("divert(0)dnl\n");
    return new M4Result.Pair(template.text(), definitions.toString(), flat.notes());
  }
}
