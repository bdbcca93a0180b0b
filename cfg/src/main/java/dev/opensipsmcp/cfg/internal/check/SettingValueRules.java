package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.facts.GlobalParameter;
import dev.opensipsmcp.facts.GlobalParameter.Form;
import dev.opensipsmcp.facts.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values of global parameters beyond their type: ranges, words, and signs. */
final class SettingValueRules {
  private static final Set<String> WORKERS = Set.of("udp_workers", "tcp_workers", "timer_workers");

  private final Scope scope;
  private final Map<String, List<String>> rows = new HashMap<>();

  SettingValueRules(Scope scope) {
    this.scope = scope;
    Table.rows("setting-values", scope.version(), 1).forEach(row -> rows.put(row.getFirst(), row));
  }

  void check() {
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Setting setting && !setting.value().isEmpty()) {
        scope
            .facts()
            .core()
            .globalParameter(setting.name().text())
            .ifPresent(it -> check(setting, setting.value().getFirst(), it));
      }
    }
  }

  private void check(Item.Setting setting, Literal value, GlobalParameter parameter) {
    List<String> row = rows.get(parameter.name());
    if (!signFits(value, parameter.forms())) {
      report(
          value,
          setting.name().text() + " takes a number without a sign.",
          "Write the number alone.");
    } else if (WORKERS.contains(parameter.name()) && !Values.number(value)) {
      report(value, setting.name().text() + " takes a number first.", "Write a number.");
    } else if (row != null) {
      check(setting, value, row);
    }
  }

  /** Only some of the numbers may have a sign, and then either. */
  private boolean signFits(Literal value, Set<Form> forms) {
    return forms.contains(Form.SIGNED_NUMBER)
        || !forms.contains(Form.NUMBER)
        || !(value instanceof Literal.Number number)
        || "+-".indexOf(scope.tree().text().charAt(number.span().start())) < 0
        || (!forms.contains(Form.OWN) && number.value() < 0);
  }

  private void check(Item.Setting setting, Literal value, List<String> row) {
    List<String> wanted = List.of(row.get(4).split(" ", -1));
    if (row.get(3).equals("n")) {
      long lowest = Long.parseLong(wanted.get(0));
      long highest = Long.parseLong(wanted.get(1));
      Values.asNumber(value)
          .filter(it -> it < lowest || (it > highest && it <= Integer.MAX_VALUE))
          .filter(it -> it >= 0)
          .ifPresent(_ ->
              report(
                  value,
                  setting.name().text()
                      + (highest == Integer.MAX_VALUE
                          ? " is at least " + lowest + "."
                          : " lies between " + lowest + " and " + highest + "."),
                  "Write a number in this range."));
    } else if (value instanceof Literal.Text text && !Values.number(text)) {
      boolean exact = row.get(3).equals("c");
      boolean known =
          wanted.stream()
              .anyMatch(it -> exact ? it.equals(text.value()) : it.equalsIgnoreCase(text.value()));
      if (!known) {
        report(
            value,
            "%s does not know %s.".formatted(setting.name().text(), Words.brief(text.value())),
            Words.meant(Nearest.close().to(text.value(), wanted))
                .orElse("Write one of " + String.join(", ", wanted) + "."));
      }
    }
  }

  private void report(Literal value, String message, String fix) {
    scope.report().fatal("setting-value", Stage.READING, value.span(), message, Optional.of(fix));
  }
}
