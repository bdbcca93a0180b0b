package dev.opensipsmcp.cfg.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.check.Home;
import dev.opensipsmcp.cfg.check.Names;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.FunctionParameter;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ParameterType;
import dev.opensipsmcp.facts.ScriptFunction;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every name in the tables beside the rules is there in the versions that its row counts for. */
class TablesTest {
  private static Stream<Facts> versions(List<String> row, int first) {
    Version from = Table.version(row.get(first));
    Version to = Table.version(row.get(first + 1));
    assertThat(from).isLessThanOrEqualTo(to);
    return Arrays.stream(Version.values())
        .filter(it -> from.compareTo(it) <= 0 && it.compareTo(to) <= 0)
        .map(Facts::of);
  }

  private static ModuleFacts module(Facts facts, String name) {
    assertThat(facts.module(name)).as(name + " in " + facts.version()).isPresent();
    return facts.module(name).orElseThrow();
  }

  private static boolean hasFunction(Facts facts, String name) {
    return !new Names(facts).functions(name).isEmpty();
  }

  @Test
  void functionsWithNamedFlagsHaveThatArgument() {
    for (List<String> row : Table.rows("named-flags")) {
      int argument = Integer.parseInt(row.get(1));
      versions(row, 2)
          .forEach(facts ->
              assertThat(new Names(facts).functions(row.get(0)))
                  .as(row.get(0) + " in " + facts.version())
                  .isNotEmpty()
                  .allMatch(it -> it.what().parameters().size() >= argument));
    }
  }

  @Test
  void oldFlagsMeanNamedOnes() {
    List<List<String>> named = Table.rows("named-flags");
    for (List<String> row : Table.rows("old-flags")) {
      assertThat(named)
          .as(row.toString())
          .anyMatch(it ->
              it.get(0).equals(row.get(0))
                  && Arrays.asList(it.get(4).split(" ", -1)).contains(row.get(2)));
    }
  }

  @Test
  void argumentsThatAreWrittenToAreVariables() {
    for (List<String> row : Table.rows("variable-arguments")) {
      int argument = Integer.parseInt(row.get(2));
      versions(row, 4)
          .forEach(facts -> {
            Names names = new Names(facts);
            List<Home<ScriptFunction>> homes = new ArrayList<>(names.functions(row.get(1)));
            homes.addAll(names.asyncFunctions(row.get(1)));
            assertThat(homes)
                .as(row + " in " + facts.version())
                .anyMatch(it ->
                    it.module().equals(row.get(0))
                        && it.what().parameters().size() >= argument
                        && it.what().parameters().get(argument - 1).type()
                            == FunctionParameter.Type.VARIABLE);
          });
    }
  }

  @Test
  void whatNamesRoutesIsThere() {
    for (List<String> row : Table.rows("route-names")) {
      versions(row, 5)
          .forEach(facts -> {
            ModuleFacts module = module(facts, row.get(0));
            boolean there =
                row.get(1).equals("f")
                    ? module.functions().stream().anyMatch(it -> it.name().equals(row.get(2)))
                    : module.parameter(row.get(2)).isPresent();
            assertThat(there).as(row + " in " + facts.version()).isTrue();
            assertThat(facts.core().routeBlocks()).contains(row.get(4));
          });
    }
  }

  @Test
  void parametersThatWantModulesAreThere() {
    for (List<String> row : Table.rows("parameter-dependencies")) {
      versions(row, 5)
          .forEach(facts -> {
            assertThat(module(facts, row.get(0)).parameter(row.get(1)))
                .as(row + " in " + facts.version())
                .isPresent();
            if (!row.get(4).isEmpty()) {
              module(facts, row.get(4));
            }
          });
    }
  }

  @Test
  void modulesNeedWhatIsThere() {
    for (List<String> row : Table.rows("module-needs")) {
      versions(row, 3)
          .forEach(facts -> {
            ModuleFacts module = module(facts, row.get(0));
            for (String wanted : row.get(2).split(" ", -1)) {
              assertThat(
                      row.get(1).equals("p")
                          ? module.parameter(wanted).isPresent()
                          : facts.module(wanted).isPresent())
                  .as(row + " in " + facts.version())
                  .isTrue();
            }
          });
    }
  }

  @Test
  void exceptionsAreAboutParametersThatTheFactsHave() {
    for (List<String> row : Table.rows("parameter-exceptions")) {
      versions(row, 3)
          .forEach(
              facts -> assertThat(module(facts, row.get(0)).parameter(row.get(1))).isPresent());
    }
  }

  @Test
  void parametersWithRangesTakeNumbersAndTheirBordersRise() {
    for (List<String> row : Table.rows("parameter-ranges")) {
      versions(row, 2)
          .forEach(facts ->
              assertThat(module(facts, row.get(0)).parameter(row.get(1)))
                  .as(row + " in " + facts.version())
                  .hasValueSatisfying(it -> assertThat(it.type()).isEqualTo(ParameterType.INT)));
      assertThat(row.get(4)).matches("(-?[0-9]+)?\\.\\.(-?[0-9]+)?( [0-9]+\\.\\.)?");
    }
  }

  @Test
  void parametersWithFormsTakeStringsAndHangOnOthersThatAreThere() {
    for (List<String> row : Table.rows("parameter-forms")) {
      versions(row, 2)
          .forEach(facts -> {
            ModuleFacts module = module(facts, row.get(0));
            assertThat(module.parameter(row.get(1)))
                .as(row + " in " + facts.version())
                .hasValueSatisfying(it -> assertThat(it.type()).isEqualTo(ParameterType.STRING));
            if (row.size() > 5 && !row.get(5).isEmpty()) {
              assertThat(module.parameter(row.get(5))).isPresent();
            }
            if (row.get(4).startsWith("beside:")) {
              module(facts, row.get(4).substring("beside:".length()));
            }
          });
    }
  }

  @Test
  void parametersWithFixedValuesTakeStrings() {
    for (List<String> row : Table.rows("parameter-values")) {
      versions(row, 2)
          .forEach(facts ->
              assertThat(module(facts, row.get(0)).parameter(row.get(1)))
                  .hasValueSatisfying(it -> assertThat(it.type()).isEqualTo(ParameterType.STRING)));
    }
  }

  @Test
  void protocolsHaveTheirModules() {
    for (List<String> row : Table.rows("protocols")) {
      if (!row.get(1).isEmpty()) {
        versions(row, 2).forEach(facts -> module(facts, row.get(1)));
      }
    }
  }

  @Test
  void variablesWithNamesAreTheCores() {
    List<List<String>> rows = new ArrayList<>(Table.rows("two-form-variables"));
    rows.addAll(Table.rows("variable-names"));
    for (List<String> row : rows) {
      versions(row, 1)
          .forEach(facts ->
              assertThat(facts.core().pseudoVariables())
                  .anyMatch(it -> it.name().equals('$' + row.get(0))));
    }
  }

  @Test
  void classesOfTransformationsAreTheCoresOrAModules() {
    for (List<String> row : Table.rows("transformations")) {
      versions(row, 2)
          .forEach(facts -> {
            if (row.get(0).equals("core")) {
              assertThat(facts.core().transformations()).contains(row.get(1));
            } else {
              module(facts, row.get(0));
            }
          });
    }
    for (Version version : Version.values()) {
      assertThat(new Names(Facts.of(version)).transformationFamilies())
          .containsAll(Facts.of(version).core().transformations());
    }
  }

  @Test
  void whatWentIsGoneAndWhatCameIsThere() {
    for (List<String> row : Table.rows("renames")) {
      Version since = Table.version(row.get(3));
      for (Version version : Version.values()) {
        if (since.compareTo(version) <= 0) {
          Facts facts = Facts.of(version);
          assertThat(there(facts, row.get(0), row.get(1))).as(row + " in " + version).isFalse();
          assertThat(there(facts, row.get(0), successor(row))).as(row + " in " + version).isTrue();
        }
      }
    }
  }

  private static String successor(List<String> row) {
    String old = row.get(1);
    return old.substring(0, old.indexOf('/') + 1) + row.get(2);
  }

  private static boolean there(Facts facts, String kind, String name) {
    int slash = name.indexOf('/');
    return switch (kind) {
      case "m" -> facts.module(name).isPresent();
      case "f" -> hasFunction(facts, name);
      case "g" -> facts.core().globalParameter(name).isPresent();
      case "p" ->
          facts
              .module(name.substring(0, slash))
              .flatMap(it -> it.parameter(name.substring(slash + 1)))
              .isPresent();
      default -> throw new IllegalStateException("There is no kind " + kind);
    };
  }

  @Test
  void kindsOfRoutesWithALimitAreThere() {
    for (List<String> row : Table.rows("route-limits")) {
      versions(row, 2)
          .forEach(facts -> assertThat(facts.core().routeBlocks()).contains(row.get(0)));
    }
  }

  @Test
  void globalParametersWithRangesAreThere() {
    for (List<String> row : Table.rows("setting-values")) {
      versions(row, 1)
          .forEach(facts ->
              assertThat(facts.core().globalParameter(row.get(0)))
                  .as(row.get(0) + " in " + facts.version())
                  .isPresent());
    }
  }

  @Test
  void variablesWhoseNamesAreLookedAtTakeNames() {
    List<String> twoForms = Table.rows("two-form-variables").stream().map(List::getFirst).toList();
    for (String table : List.of("module-variable-names", "inner-variables")) {
      for (List<String> row : Table.rows(table)) {
        versions(row, 2)
            .forEach(facts ->
                assertThat(
                        row.get(1).equals("core")
                            ? facts.core().pseudoVariables()
                            : module(facts, row.get(1)).pseudoVariables())
                    .as(row.get(0) + " in " + facts.version())
                    .anyMatch(it ->
                        it.name().equals('$' + row.get(0))
                            && (it.takesName() || twoForms.contains(row.get(0)))));
      }
    }
  }

  @Test
  void listenersWantModulesAndProtocolsThatAreThere() {
    for (List<String> row : Table.rows("listener-needs")) {
      versions(row, 3)
          .forEach(facts -> module(facts, row.get(1).equals("m") ? row.get(2) : row.get(0)));
    }
  }
}
