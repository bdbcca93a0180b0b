package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Nearest;
import java.util.List;
import java.util.Optional;

/** Values of parameters that keep a module from starting. */
final class ValueRules {
  private final Scope scope;

  ValueRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (List<String> row : Table.rows("parameter-values", scope.version(), 2)) {
      if (scope.loaded().has(row.get(0))) {
        scope
            .parameters()
            .find(row.get(0), row.get(1))
            .ifPresent(it -> check(it, List.of(row.get(4).split(" ", -1))));
      }
    }
    checkModes();
    scope.loaded().find("tls_mgm").ifPresent(this::checkTlsLibrary);
  }

  private void check(Item.ModuleParameter item, List<String> known) {
    if (item.value() instanceof Literal.Text text
        && !text.value().isEmpty()
        && known.stream().noneMatch(text.value()::equalsIgnoreCase)) {
      scope
          .report()
          .fatal(
              "parameter-value",
              Stage.START,
              text.span(),
              "Parameter %s of module %s takes no value \"%s\"."
                  .formatted(item.name().value(), item.module().value(), Words.brief(text.value())),
              Words.meant(Nearest.close().to(text.value(), known))
                  .or(() -> Optional.of("Write one of " + String.join(", ", known) + ".")));
    }
  }

  private void checkModes() {
    Optional<Item.ModuleParameter> old = scope.parameters().find("usrloc", "db_mode");
    boolean known = scope.module("usrloc").flatMap(it -> it.parameter("db_mode")).isPresent();
    if (known
        && scope.loaded().has("usrloc")
        && old.isPresent()
        && scope.parameters().find("usrloc", "working_mode_preset").isPresent()) {
      scope
          .report()
          .fatal(
              "conflicting-parameters",
              Stage.START,
              old.get().span(),
              "usrloc has both db_mode and working_mode_preset.",
              "Remove db_mode.");
    }
  }

  private void checkTlsLibrary(Item.LoadModule item) {
    boolean openssl = scope.loaded().has("tls_openssl");
    boolean wolfssl = scope.loaded().has("tls_wolfssl");
    switch (scope.parameters().text("tls_mgm", "tls_library").orElse("auto")) {
      case "auto" -> {
        if (!openssl && !wolfssl) {
          library(
              "no-tls-library",
              item.span(),
              "Module tls_mgm finds neither tls_openssl nor tls_wolfssl.",
              "Load one of them: loadmodule \"tls_openssl.so\".");
        } else if (openssl && wolfssl) {
          library(
              "two-tls-libraries",
              item.span(),
              "Modules tls_openssl and tls_wolfssl are both loaded.",
              "Remove one, or say which to use with tls_library of tls_mgm.");
        }
      }
      case "openssl" -> wanted(item, "tls_openssl", openssl);
      case "wolfssl" -> wanted(item, "tls_wolfssl", wolfssl);
      default -> {}
    }
  }

  private void wanted(Item.LoadModule item, String module, boolean loaded) {
    if (!loaded) {
      library(
          "no-tls-library",
          item.span(),
          "Module tls_mgm is told to use " + module + ", which is not loaded.",
          "Load it: loadmodule \"" + module + ".so\".");
    }
  }

  private void library(String id, Span span, String message, String fix) {
    scope.report().fatal(id, Stage.START, span, message, fix);
  }
}
