package dev.opensipsmcp.cfg.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.GlobalParameter;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.ScriptFunction;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every name of OpenSIPS that rules use against the facts of the versions it is used for. */
class IdentifiersTest {
  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/main/java/dev/opensipsmcp/cfg/internal/lint"),
          Path.of("src/main/java/dev/opensipsmcp/cfg/internal/flow"));
  private static final List<Pattern> NAMING =
      List.of(
          Pattern.compile("\\b(loads?)\\(((?:\\s*\"[a-z_0-9]+\",?)+)\\s*\\)"),
          Pattern.compile(
              "\\b(MANAGEMENT|OF_SENDER|SENDER|USER) =\\s*(?:Set|List)\\.of\\(([^)]*)\\)"),
          Pattern.compile("\\b(is)\\(((?:\\s*\"[A-Za-z_.]+\",?)+)\\s*\\)"));
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`]+)`");

  @Test
  void functionsAreThoseOfTheirVersions() {
    for (Version version : Version.values()) {
      for (KnownFunction function : KnownFunction.values()) {
        boolean there =
            function.module().isEmpty()
                ? has(Facts.of(version).core().functions(), function.spelling())
                : Facts.of(version)
                    .module(function.module())
                    .filter(module -> has(module.functions(), function.spelling()))
                    .isPresent();
        assertThat(there)
            .as("%s of %s in %s", function.spelling(), function.module(), version.label())
            .isEqualTo(function.in(version));
      }
    }
  }

  private static boolean has(Iterable<ScriptFunction> functions, String name) {
    for (ScriptFunction function : functions) {
      if (function.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void parametersAreThoseOfTheirVersions() {
    for (Version version : Version.values()) {
      for (KnownParameter parameter : KnownParameter.values()) {
        assertThat(
                Facts.of(version)
                    .module(parameter.module())
                    .flatMap(module -> module.parameter(parameter.spelling()))
                    .isPresent())
            .as("%s of %s in %s", parameter.spelling(), parameter.module(), version.label())
            .isEqualTo(parameter.in(version));
      }
      for (KnownGlobal parameter : KnownGlobal.values()) {
        assertThat(Facts.of(version).core().globalParameter(parameter.spelling()).isPresent())
            .as("%s in %s", parameter.spelling(), version.label())
            .isEqualTo(parameter.in(version));
      }
    }
  }

  @Test
  void fixesNameOnlyWhatTheirVersionHas() {
    Map<Version, Set<String>> names = names();
    for (AuditRule rule : Catalogue.RULES) {
      for (Version version : Version.values()) {
        if (rule.info().appliesTo(version)) {
          identifiers(rule.fix().apply(version))
              .forEach(name ->
                  assertThat(names.get(version))
                      .as("%s for %s", rule.info().id(), version.label())
                      .contains(name));
        }
      }
    }
  }

  @Test
  void reasonsNameOnlyWhatSomeVersionHas() {
    Set<String> names = new HashSet<>();
    names().values().forEach(names::addAll);
    for (AuditRule rule : Catalogue.RULES) {
      Stream.of(rule.info().title(), rule.info().why(), rule.info().since())
          .flatMap(IdentifiersTest::identifiers)
          .forEach(name -> assertThat(names).as(rule.info().id()).contains(name));
    }
  }

  @Test
  void everyRuleSaysHowToMendWhatItFinds() {
    for (AuditRule rule : Catalogue.RULES) {
      if (!rule.info().byCheck()) {
        assertThat(rule.fix().apply(rule.info().last())).as(rule.info().id()).endsWith(".");
      }
    }
  }

  @Test
  void modulesAndVariablesInTheRulesAreOfSomeVersion() throws IOException {
    Set<String> names = new HashSet<>();
    names().values().forEach(names::addAll);
    Set<String> used = new HashSet<>();
    for (Path folder : SOURCES) {
      try (Stream<Path> sources = Files.list(folder)) {
        for (Path source : sources.toList()) {
          used.addAll(named(Files.readString(source)));
        }
      }
    }
    assertThat(used).hasSizeGreaterThan(80);
    assertThat(names).containsAll(used);
  }

  private static Set<String> named(String source) {
    Set<String> names = new HashSet<>();
    for (Pattern naming : NAMING) {
      for (MatchResult place : naming.matcher(source).results().toList()) {
        String dollar = place.group(1).matches("loads?|MANAGEMENT") ? "" : "$";
        QUOTED.matcher(place.group(2)).results().forEach(name -> names.add(dollar + name.group(1)));
      }
    }
    return names;
  }

  @Test
  void wordsOfKamailioAreOfNoVersion() {
    names()
        .values()
        .forEach(
            names -> assertThat(names).doesNotContainAnyElementsOf(LanguageRules.FOREIGN_WORDS));
  }

  private static Stream<String> identifiers(String text) {
    Matcher matcher = IN_BACKTICKS.matcher(text);
    return matcher.results().map(result -> result.group(1));
  }

  private static Map<Version, Set<String>> names() {
    Map<Version, Set<String>> all = new EnumMap<>(Version.class);
    for (Version version : Version.values()) {
      Facts facts = Facts.of(version);
      Set<String> names = new HashSet<>();
      for (ModuleFacts module : facts.modules()) {
        names.add(module.name());
        module.parameters().stream().map(ModuleParameter::name).forEach(names::add);
        module.functions().stream().map(ScriptFunction::name).forEach(names::add);
        module.pseudoVariables().stream().map(PseudoVariable::name).forEach(names::add);
      }
      facts.core().functions().stream().map(ScriptFunction::name).forEach(names::add);
      facts.core().pseudoVariables().stream().map(PseudoVariable::name).forEach(names::add);
      for (GlobalParameter parameter : facts.core().globalParameters()) {
        names.add(parameter.name());
        names.addAll(parameter.otherNames());
      }
      names.addAll(facts.core().routeBlocks());
      facts.tables().forEach(table -> names.add(table.name()));
      all.put(version, names);
    }
    return all;
  }
}
