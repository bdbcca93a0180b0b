package dev.opensipsmcp.cfg.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.CoreFacts;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.ScriptFunction;
import dev.opensipsmcp.facts.Version;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is taken for a sign of another language is nothing that OpenSIPS itself knows. */
class ForeignWordsTest {

  @ParameterizedTest
  @EnumSource
  void noVersionHasThem(Version version) {
    Facts facts = Facts.of(version);
    CoreFacts core = facts.core();
    Stream<String> functions =
        Stream.concat(
                core.functions().stream(),
                facts.modules().stream()
                    .map(ModuleFacts::functions)
                    .flatMap(java.util.List::stream))
            .map(ScriptFunction::name);

    assertThat(
            Stream.of(functions, core.keywords().stream(), core.statements().stream())
                .flatMap(names -> names))
        .doesNotContainAnyElementsOf(Templates.M4_WORDS)
        .doesNotContainAnyElementsOf(Kamailio.WORDS.keySet());
    assertThat(
            Stream.concat(
                    core.pseudoVariables().stream(),
                    facts.modules().stream()
                        .map(ModuleFacts::pseudoVariables)
                        .flatMap(java.util.List::stream))
                .map(PseudoVariable::name)
                .map(name -> name.replace("$", "")))
        .contains("ru", "avp")
        .doesNotContainAnyElementsOf(Kamailio.VARIABLES.keySet());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRecommendedInsteadIsThere(Version version) {
    Facts facts = Facts.of(version);

    assertThat(facts.module("cachedb_local")).isPresent();
    assertThat(facts.module("json")).isPresent();
    assertThat(facts.core().functions())
        .extracting(ScriptFunction::name)
        .contains("cache_store", "cache_fetch");
  }
}
