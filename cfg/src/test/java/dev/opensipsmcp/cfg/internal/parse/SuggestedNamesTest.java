package dev.opensipsmcp.cfg.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.ScriptFunction;
import dev.opensipsmcp.facts.Version;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the parser suggests or takes for a word of the language is one in every version. */
class SuggestedNamesTest {

  @ParameterizedTest
  @EnumSource
  void variablesAndFunctions(Version version) {
    Facts facts = Facts.of(version);

    assertThat(facts.core().pseudoVariables())
        .extracting(PseudoVariable::name)
        .containsAll(OldWords.VARIABLES.values());
    assertThat(facts.core().functions()).extracting(ScriptFunction::name).contains("is_myself");
  }

  @ParameterizedTest
  @EnumSource
  void routes(Version version) {
    assertThat(Set.copyOf(Facts.of(version).core().routeBlocks())).isEqualTo(Words.ROUTES);
  }
}
