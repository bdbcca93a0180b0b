package dev.opensipsmcp.cfg.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ParameterType;
import dev.opensipsmcp.facts.RouteKind;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every name in every generated configuration is one of its version. */
class ScenarioNamesTest {
  private static final Set<String> WORDS =
      Set.of(
          "route", "exit", "drop", "return", "xlog", "async", "launch", "assert", "error", "log");

  @Test
  void everyConfigurationIsReadWithoutAFault() {
    for (Builds.Case build : Builds.all()) {
      assertThat(Parser.parse(build.built().text()).faults()).as("%s", build).isEmpty();
    }
  }

  @Test
  void everyModuleAndParameterExistsInItsVersionAndTakesThatKindOfValue() {
    List<String> wrong = new ArrayList<>();
    for (Builds.Case build : Builds.all()) {
      Facts facts = Facts.of(build.version());
      Set<String> loaded = new HashSet<>();
      for (Item item : Parser.parse(build.built().text()).items()) {
        switch (item) {
          case Item.LoadModule load -> {
            loaded.add(load.module());
            if (facts.module(load.module()).isEmpty()) {
              wrong.add(build + ": no module " + load.module());
            }
          }
          case Item.ModuleParameter parameter -> {
            String module = parameter.module().value();
            Optional<ParameterType> type =
                facts
                    .module(module)
                    .flatMap(known -> known.parameter(parameter.name().value()))
                    .map(known -> known.type());
            boolean number = parameter.value() instanceof Literal.Number;
            if (type.isEmpty()
                || !loaded.contains(module)
                || type.get() == (number ? ParameterType.STRING : ParameterType.INT)) {
              wrong.add(build + ": " + module + " " + parameter.name().value());
            }
          }
          case Item.Setting setting -> {
            if (facts.core().globalParameter(setting.name().text()).isEmpty()) {
              wrong.add(build + ": no setting " + setting.name().text());
            }
          }
          case Item.Listener _,
              Item.Special _,
              Item.ModulePath _,
              Item.Route _,
              Item.Include _,
              Item.Unreadable _ -> {}
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyFunctionIsOfALoadedModuleAndAllowedWhereItStands() {
    List<String> wrong = new ArrayList<>();
    for (Builds.Case build : Builds.all()) {
      Facts facts = Facts.of(build.version());
      List<ScriptFunction> functions = new ArrayList<>(facts.core().functions());
      for (String module : build.built().modules()) {
        facts.module(module).map(ModuleFacts::functions).ifPresent(functions::addAll);
      }
      SyntaxTree tree = Parser.parse(build.built().text());
      for (Item item : tree.items()) {
        if (item instanceof Item.Route route) {
          for (Call call : Calls.of(route)) {
            if (!WORDS.contains(call.function().text()) && !allowed(call, route, functions)) {
              wrong.add(build + ": " + call.function().text() + " in " + route.kind().text());
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean allowed(Call call, Item.Route route, List<ScriptFunction> functions) {
    for (ScriptFunction function : functions) {
      if (function.name().equals(call.function().text())
          && call.arguments().size() >= function.leastArguments()
          && call.arguments().size() <= function.parameters().size()
          && (route.kind().text().equals("route") || function.routes().contains(kind(route)))) {
        return true;
      }
    }
    return false;
  }

  /** A named route is judged where it is called from; here, only by the calls in itself. */
  private static RouteKind kind(Item.Route route) {
    return switch (route.kind().text()) {
      case "failure_route" -> RouteKind.FAILURE;
      case "onreply_route" -> RouteKind.ONREPLY;
      case "branch_route" -> RouteKind.BRANCH;
      case "event_route" -> RouteKind.EVENT;
      case "startup_route" -> RouteKind.STARTUP;
      case "timer_route" -> RouteKind.TIMER;
      case "local_route" -> RouteKind.LOCAL;
      case "error_route" -> RouteKind.ERROR;
      default -> RouteKind.REQUEST;
    };
  }
}
