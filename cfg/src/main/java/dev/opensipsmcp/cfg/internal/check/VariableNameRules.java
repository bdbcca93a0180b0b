package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Part;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Variable;
import dev.opensipsmcp.facts.Nearest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names in the parentheses of variables that modules and the core look at at once. */
final class VariableNameRules {
  private static final Pattern TAG = Pattern.compile("[^/]*/\\s*[0-9]{1,9}\\s*");

  /** Which parameter declares the names of which variable of module acc. */
  private static final Map<String, String> DECLARED =
      Map.of("acc_extra", "extra_fields", "acc_leg", "leg_fields");

  /** What to write where names have a form. */
  private static final Map<String, String> FORMS =
      Map.of(
          "C", "Write two letters, the text's colour and the ground's, such as $C(rx).",
          "return", "Write a number: $return(0) is the first value.",
          "rb", "Write a type with its subtype, such as $rb(application/sdp).");

  private final Scope scope;
  private final Map<String, List<String>> rows = new HashMap<>();
  private final Map<String, String> inner = new HashMap<>();
  private final Map<String, Set<String>> declared = new HashMap<>();

  VariableNameRules(Scope scope) {
    this.scope = scope;
    Table.rows("module-variable-names", scope.version(), 2)
        .forEach(row -> rows.put(row.getFirst(), row));
    Table.rows("inner-variables", scope.version(), 2)
        .forEach(row -> inner.put(row.get(0), row.get(1)));
  }

  /** {@return the variables in a variable's name and index that must be there as well} */
  List<Variable> wanted(Variable variable) {
    String name = variable.name().text();
    boolean read = inner.containsKey(name) && comesFrom(inner.get(name));
    if (variable.index().isEmpty() && !read) {
      return List.of();
    }
    List<Part> parts = read ? variable.subname() : List.of();
    return Stream.concat(parts.stream(), variable.index().stream())
        .filter(Part.Used.class::isInstance)
        .map(it -> ((Part.Used) it).variable())
        .toList();
  }

  /** Checks a variable that is there. */
  void check(Variable variable, Stage stage) {
    String name = variable.name().text();
    List<String> row = rows.get(name);
    if (!variable.subname().isEmpty()) {
      if (row != null && comesFrom(row.get(1))) {
        checkName(variable, stage, row);
      } else if (DECLARED.containsKey(name) && scope.loaded().has("acc")) {
        checkDeclared(variable, stage, DECLARED.get(name));
      } else if (name.equals("cluster.sh_tag") && scope.loaded().has("clusterer")) {
        variable
            .constantSubname()
            .filter(it -> !TAG.matcher(it).matches())
            .ifPresent(it -> report(variable, stage, it, List.of("name/1")));
      }
    }
  }

  private boolean comesFrom(String module) {
    return module.equals("core") || scope.loaded().has(module);
  }

  private void checkName(Variable variable, Stage stage, List<String> row) {
    boolean begins = variable.subname().getFirst() instanceof Part.Used;
    boolean constant = variable.constantSubname().isPresent();
    boolean free =
        switch (row.get(4)) {
          case "first" -> begins;
          case "some" -> !constant;
          default -> false;
        };
    if (free) {
      return;
    }
    String name = variable.constantSubname().orElse("a variable");
    List<String> known = Arrays.asList(row.get(6).split(";", -1));
    boolean fits =
        constant
            && (switch (row.get(5)) {
              case "exact" -> known.contains(name);
              case "form" -> name.matches(row.get(6));
              case "isup" -> known.stream().anyMatch(parameter(name)::equalsIgnoreCase);
              default -> known.stream().anyMatch(name::equalsIgnoreCase);
            });
    if (!fits) {
      report(variable, stage, name, known);
    }
  }

  /** What stands before the separator of subfields. */
  private String parameter(String name) {
    String separator = scope.parameters().text("sip_i", "param_subfield_separator").orElse("|");
    int end = separator.isEmpty() ? -1 : name.indexOf(separator.charAt(0));
    return (end < 0 ? name : name.substring(0, end)).strip();
  }

  private void checkDeclared(Variable variable, Stage stage, String parameter) {
    Set<String> known = declared.computeIfAbsent(parameter, this::declared);
    Optional<String> name = variable.constantSubname();
    if (name.isEmpty() || !known.contains(name.get().strip())) {
      report(variable, stage, name.orElse("a variable"), List.copyOf(known));
    }
  }

  /** Every setting adds names: {@code "db: name->column; other"}. */
  private Set<String> declared(String parameter) {
    Set<String> known = new HashSet<>();
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.ModuleParameter it
          && it.name().value().equals(parameter)
          && it.value() instanceof Literal.Text(String value, boolean _, Span _)) {
        for (String field : value.substring(value.indexOf(':') + 1).split(";", -1)) {
          int arrow = field.indexOf("->");
          known.add((arrow < 0 ? field : field.substring(0, arrow)).strip());
        }
      }
    }
    return known;
  }

  private void report(Variable variable, Stage stage, String name, List<String> known) {
    scope
        .report()
        .fatal(
            "variable-name",
            stage,
            variable.span(),
            "$%s knows nothing called %s.".formatted(variable.name().text(), Words.brief(name)),
            Optional.ofNullable(FORMS.get(variable.name().text()))
                .or(() -> Words.meant(Nearest.close().to(name.toLowerCase(Locale.ROOT), known)))
                .or(() ->
                    known.isEmpty()
                        ? Optional.of("Declare it with modparam first.")
                        : known.size() > 20
                            ? Optional.empty()
                            : Optional.of("Write one of " + String.join(", ", known) + ".")));
  }
}
