package dev.opensipsmcp.cfg.internal.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepsTest {
  static Stream<Step> steps() {
    return Steps.all().stream();
  }

  @Test
  void noTwoStepsGoByTheSameName() {
    assertThat(Steps.all()).extracting(Step::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepTellsWhyAndHowThatIsKnown(Step step) {
    assertThat(step.why()).endsWith(".");
    assertThat(step.source()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void whatAStepWritesExistsInTheVersionItLeadsTo(Step step) {
    Facts facts = Facts.of(step.to().facts());
    for (Step.Name name : step.introduces()) {
      assertThat(exists(facts, name)).as("%s in %s", name, facts.version()).isTrue();
    }
  }

  private static boolean exists(Facts facts, Step.Name name) {
    return switch (name) {
      case Step.Name.Module(String module) -> facts.module(module).isPresent();
      case Step.Name.Parameter(String module, String parameter) ->
          facts.module(module).flatMap(m -> m.parameter(parameter)).isPresent();
      case Step.Name.Function(String module, String function) ->
          (module.equals("core")
                  ? facts.core().functions().stream()
                  : facts.module(module).map(ModuleFacts::functions).stream()
                      .flatMap(functions -> functions.stream()))
              .map(ScriptFunction::name)
              .anyMatch(function::equals);
      case Step.Name.Setting(String setting) -> facts.core().globalParameter(setting).isPresent();
      case Step.Name.Variable(String variable) ->
          Stream.concat(
                  facts.core().pseudoVariables().stream(),
                  facts.modules().stream().flatMap(m -> m.pseudoVariables().stream()))
              .anyMatch(v -> v.name().equals(variable));
    };
  }
}
