package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Home;
import dev.opensipsmcp.cfg.check.Names;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.RouteKind;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions: are they there, may the route call them, do the arguments fit. */
final class FunctionRules {
  /**
   * What a name means in routes of a kind.
   *
   * @param there the functions of the core and of modules loaded above
   * @param fitting those of them that such a route may call
   */
  private record Meant(List<Home<ScriptFunction>> there, List<ScriptFunction> fitting) {}

  private final Scope scope;
  private final ArgumentRules arguments;

  /** By kind of route and name, where all modules are loaded above. */
  private final Map<String, Map<String, Meant>> known = new HashMap<>();

  private final Memo<Optional<String>> hints = new Memo<>(Optional.empty());
  private final Memo<String> messages = new Memo<>("There is no such function.");

  FunctionRules(Scope scope, Texts texts) {
    this.scope = scope;
    arguments = new ArgumentRules(scope, texts);
  }

  void check() {
    for (Walk.Called called : scope.walk().calls()) {
      if (!Calls.language(called.call())) {
        check(called);
      }
    }
    scope.walk().asyncCalls().forEach(this::checkAsync);
  }

  private void check(Walk.Called called) {
    Call call = called.call();
    String name = call.function().text();
    String kind = called.route().kind().text();
    int offset = call.span().start();
    Meant meant =
        scope.loaded().allBefore(offset)
            ? known
                .computeIfAbsent(kind, _ -> new HashMap<>())
                .computeIfAbsent(name, _ -> meant(name, kind, offset))
            : meant(name, kind, offset);
    if (meant.there().isEmpty()) {
      unknown(call, name);
    } else if (meant.fitting().isEmpty()) {
      wrongKind(call, called.route(), meant.there());
    } else {
      arguments.check(call, meant.fitting(), scope.reach().arguments(called));
    }
  }

  private Meant meant(String name, String word, int offset) {
    List<Home<ScriptFunction>> there =
        scope.names().functions(name).stream()
            .filter(it -> it.core() || scope.loaded().before(it.module(), offset))
            .toList();
    Optional<RouteKind> kind = Routes.kind(word);
    List<ScriptFunction> fitting =
        there.stream()
            .map(Home::what)
            .filter(it -> kind.isEmpty() || it.routes().contains(kind.get()))
            .toList();
    return new Meant(there, fitting);
  }

  private void unknown(Call call, String name) {
    scope
        .report()
        .fatal(
            "unknown-function",
            Stage.READING,
            call.function().span(),
            messages.get(name, () -> message(name)),
            hints.get(name, () -> hint(name)));
  }

  private String message(String name) {
    List<String> modules = modules(scope.names().functions(name));
    if (!modules.isEmpty()) {
      boolean later = modules.stream().anyMatch(scope.loaded()::has);
      return "Function %s comes from module %s, which is %s."
          .formatted(name, Words.or(modules), later ? "loaded only below" : "not loaded");
    }
    return "%s has no function %s%s."
        .formatted(
            scope.opensips(),
            Words.brief(name),
            Words.elsewhere(Names.versionsOfFunction(name), scope.version()));
  }

  private Optional<String> hint(String name) {
    List<String> modules = modules(scope.names().functions(name));
    Optional<String> loadedLater = modules.stream().filter(scope.loaded()::has).findFirst();
    return loadedLater
        .map(it -> "Move loadmodule \"" + it + ".so\" above the route.")
        .or(() -> modules.isEmpty() ? Optional.empty() : Optional.of(Scope.load(modules)))
        .or(() ->
            Renames.of("f", name, scope.version())
                .map(it -> "Use " + it + ", which took its place."))
        .or(() -> Words.meant(scope.names().functionsLike(name)))
        .or(() -> Optional.of("Remove the call."));
  }

  private static List<String> modules(List<Home<ScriptFunction>> homes) {
    return homes.stream().map(Home::module).distinct().toList();
  }

  private void wrongKind(Call call, Item.Route route, List<Home<ScriptFunction>> there) {
    List<String> kinds =
        there.stream()
            .flatMap(it -> it.what().routes().stream())
            .distinct()
            .sorted()
            .map(Routes::word)
            .toList();
    String name = call.function().text();
    scope
        .report()
        .fatal(
            "wrong-route-kind",
            Stage.READING,
            call.function().span(),
            "Function " + name + " can't be called in " + route.kind().text() + ".",
            kinds.isEmpty()
                ? "Remove the call; no route may call it."
                : "Call it in " + Words.or(kinds) + ".");
  }

  private void checkAsync(Walk.Called called) {
    Call call = called.call();
    String name = call.function().text();
    int offset = call.span().start();
    List<ScriptFunction> there = new ArrayList<>();
    for (Home<ScriptFunction> home : scope.names().asyncFunctions(name)) {
      if (home.core() || scope.loaded().before(home.module(), offset)) {
        there.add(home.what());
      }
    }
    if (there.isEmpty()) {
      notAsync(call, name);
    } else {
      arguments.check(call, there, Stage.START);
    }
  }

  private void notAsync(Call call, String name) {
    List<String> modules = modules(scope.names().asyncFunctions(name));
    List<String> synchronous = modules(scope.names().functions(name));
    if (modules.isEmpty() && synchronous.isEmpty()) {
      unknown(call, name);
      return;
    }
    boolean asynchronous = !modules.isEmpty();
    scope
        .report()
        .fatal(
            asynchronous ? "unknown-function" : "not-asynchronous",
            Stage.READING,
            call.function().span(),
            asynchronous
                ? "Function %s comes from module %s, which is not loaded above."
                    .formatted(name, Words.or(modules))
                : "Function " + name + " is not asynchronous.",
            asynchronous
                ? "Load module " + Words.or(modules) + " above the route."
                : "Call it without async and launch.");
  }
}
