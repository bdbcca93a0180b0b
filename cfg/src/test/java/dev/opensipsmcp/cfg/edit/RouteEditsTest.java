package dev.opensipsmcp.cfg.edit;

import static dev.opensipsmcp.cfg.edit.Sample.done;
import static dev.opensipsmcp.cfg.edit.Sample.edits;
import static dev.opensipsmcp.cfg.edit.Sample.reason;
import static dev.opensipsmcp.cfg.edit.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.CoreFacts;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RouteEditsTest {
  private final SyntaxTree tree = Sample.tree();
  private final Edits edits = edits(Version.V3_6);

  private static RouteName name(String text) {
    return RouteName.parse(text).orElseThrow();
  }

  @Test
  void aRouteIsRenamedWhereverItIsNamed() {
    assertThat(text(edits.renameRoute(tree, name("route[relay]"), "out")))
        .isEqualTo(
            Sample.TEXT
                .replace("route(relay)", "route(out)")
                .replace("route[relay]", "route[out]"));
    assertThat(text(edits.renameRoute(tree, name("failure_route[missed]"), "lost")))
        .isEqualTo(
            Sample.TEXT
                .replace("t_on_failure(\"missed\")", "t_on_failure(\"lost\")")
                .replace("failure_route[missed]", "failure_route[lost]"));
  }

  @Test
  void routesOfAnotherKindKeepTheSameName() {
    SyntaxTree twins =
        Parser.parse(
            """
            route { t_on_failure("a"); route(a); async(sleep(1), a); launch(sleep(1), a); }
            route[a] { exit; }
            failure_route[a] { exit; }
            """);

    assertThat(text(edits.renameRoute(twins, name("route[a]"), "b")))
        .isEqualTo(
            """
            route { t_on_failure("a"); route(b); async(sleep(1), b); launch(sleep(1), b); }
            route[b] { exit; }
            failure_route[a] { exit; }
            """);
  }

  @Test
  void parametersThatNameARouteAreRenamedToo() {
    SyntaxTree pike =
        Parser.parse(
            """
            loadmodule "pike.so"
            modparam("pike", "check_route", "guard")
            route { exit; }
            route[guard] { exit; }
            """);

    assertThat(text(edits.renameRoute(pike, name("route[guard]"), "watch")))
        .contains("\"check_route\", \"watch\")")
        .contains("route[watch] {");
  }

  @Test
  void aNameThatIsMadeAtRunTimeIsTold() {
    SyntaxTree dynamic =
        Parser.parse("route { $var(r) = \"a\"; route($var(r)); }\nroute[a] { exit; }\n");

    assertThat(done(edits.renameRoute(dynamic, name("route[a]"), "b")).notes())
        .containsExactly("Line 1 tells the route at run time, perhaps this one: $var(r)");
  }

  @Test
  void aRouteThatAModuleCallsByItsDefaultIsNotRenamedUnawares() {
    SyntaxTree relay =
        Parser.parse(
            "loadmodule \"rtp_relay.so\"\nroute { exit; }\nroute[rtp_relay_offer] { exit; }\n");

    assertThat(reason(edits.renameRoute(relay, name("route[rtp_relay_offer]"), "x")))
        .contains("set that parameter first");
  }

  @Test
  void namesThatAreTakenOrWrongAreRefused() {
    assertThat(reason(edits.renameRoute(tree, name("route[relay]"), "TO_REGISTRAR")))
        .isEqualTo("There is a route[TO_REGISTRAR] already.");
    assertThat(reason(edits.renameRoute(tree, name("route[relay]"), "a b")))
        .startsWith("A route's name is letters");
    assertThat(reason(edits.renameRoute(tree, name("route[nobody]"), "x")))
        .isEqualTo("There is no route[nobody] in this text.");
    assertThat(reason(edits.renameRoute(tree, RouteName.main(), "x")))
        .isEqualTo("A route without a name can't be renamed.");
  }

  @Test
  void aNewRouteComesLast() {
    assertThat(text(edits.addRoute(tree, "route[bye] {\n    exit;\n}\n")))
        .isEqualTo(Sample.TEXT + "\nroute[bye] {\n    exit;\n}\n");
    assertThat(reason(edits.addRoute(tree, "route[relay] { exit; }")))
        .isEqualTo("There is a route[relay] already.");
    assertThat(reason(edits.addRoute(tree, "log_level=3"))).isEqualTo("log_level=3 is no route.");
    assertThat(reason(edits.addRoute(tree, "route[x] { exit }")))
        .startsWith("The new route is wrong: ");
  }

  @Test
  void aRouteThatIsUsedStays() {
    assertThat(reason(edits.removeRoute(tree, name("route[relay]"))))
        .isEqualTo("route[relay] is used: line 22, line 33.");
    SyntaxTree more = Parser.parse(Sample.TEXT + "route[old] { route(old); }\n");
    assertThat(text(edits.removeRoute(more, name("route[old]")))).isEqualTo(Sample.TEXT);
  }

  @Test
  void whatNamesRoutesIsInTheFactsOfSomeVersion() {
    List<Facts> all = Arrays.stream(Version.values()).map(Facts::of).toList();
    for (RouteParameters.ByParameter parameter : RouteParameters.PARAMETERS) {
      assertThat(all)
          .as(parameter.toString())
          .anyMatch(facts ->
              facts
                  .module(parameter.module())
                  .flatMap(module -> module.parameter(parameter.name()))
                  .isPresent());
    }
    for (RouteParameters.ByArgument argument : RouteParameters.ARGUMENTS) {
      assertThat(all)
          .as(argument.toString())
          .anyMatch(facts ->
              facts.modules().stream()
                  .map(ModuleFacts::functions)
                  .flatMap(List::stream)
                  .anyMatch(function ->
                      function.name().equals(argument.function())
                          && function.parameters().size() > argument.index()));
    }
    for (RouteParameters.ByArgument word : RouteParameters.WORDS) {
      assertThat(all).as(word.toString()).allMatch(facts -> isWord(facts.core(), word.function()));
    }
  }

  private static boolean isWord(CoreFacts core, String word) {
    return core.keywords().contains(word)
        || core.statements().contains(word)
        || core.routeBlocks().contains(word)
        || core.functions().stream().anyMatch(function -> function.name().equals(word));
  }

  @Test
  void aRouteIsNamedAsItIsWritten() {
    assertThat(RouteName.parse(" failure_route[ x ] "))
        .contains(new RouteName("failure_route", Optional.of("x")));
    assertThat(RouteName.parse("route")).contains(RouteName.main());
    assertThat(RouteName.parse("route[")).isEmpty();
  }
}
