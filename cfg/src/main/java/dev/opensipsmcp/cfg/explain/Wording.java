package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.facts.Dependency;
import dev.opensipsmcp.facts.FunctionParameter;
import dev.opensipsmcp.facts.GlobalParameter.Form;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.ParameterType;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.facts.RouteKind;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes sentences of facts. */
final class Wording {
  private Wording() {}

  static String forms(Set<Form> forms) {
    List<String> words = new ArrayList<>();
    for (Form form : Form.values()) {
      if (forms.contains(form)) {
        words.add(
            switch (form) {
              case NUMBER -> "a number";
              case SIGNED_NUMBER -> "a number with or without a sign";
              case STRING -> "a string";
              case WORD -> "a word";
              case OWN -> "something with a syntax of its own";
            });
      }
    }
    return words.isEmpty() ? "" : "It takes " + String.join(" or ", words) + ".";
  }

  static String type(ParameterType type) {
    return switch (type) {
      case STRING -> "It takes a string.";
      case INT -> "It takes a number.";
      case STRING_OR_INT -> "It takes a string or a number.";
    };
  }

  static String example(String module, ModuleParameter parameter) {
    String value =
        parameter.defaultValue().orElse(parameter.type() == ParameterType.INT ? "1" : "…");
    boolean number = parameter.type() == ParameterType.INT;
    return "It is set with modparam(\""
        + module
        + "\", \""
        + parameter.name()
        + "\", "
        + (number ? value : "\"" + value + "\"")
        + ").";
  }

  static String signature(ScriptFunction function) {
    List<String> parameters = new ArrayList<>();
    int unnamed = 1;
    for (FunctionParameter parameter : function.parameters()) {
      String name =
          (parameter.name().isEmpty() ? "argument " + unnamed : parameter.name())
              + ": "
              + type(parameter);
      unnamed++;
      parameters.add(parameter.optional() ? "[" + name + "]" : name);
    }
    return "It is called " + function.name() + "(" + String.join(", ", parameters) + ").";
  }

  private static String type(FunctionParameter parameter) {
    String type =
        switch (parameter.type()) {
          case STRING -> "string";
          case INT -> "number";
          case VARIABLE -> parameter.output() ? "variable to write" : "variable";
          case REGEX -> "regular expression";
        };
    return parameter.fixed() ? "constant " + type : type;
  }

  static String routes(Set<RouteKind> routes) {
    if (routes.size() == RouteKind.values().length) {
      return "Every kind of route may call it.";
    }
    List<String> words = new ArrayList<>();
    for (RouteKind kind : RouteKind.values()) {
      if (routes.contains(kind)) {
        words.add(
            switch (kind) {
              case REQUEST -> "route";
              case FAILURE -> "failure_route";
              case ONREPLY -> "onreply_route";
              case BRANCH -> "branch_route";
              case ERROR -> "error_route";
              case LOCAL -> "local_route";
              case STARTUP -> "startup_route";
              case TIMER -> "timer_route";
              case EVENT -> "event_route";
            });
      }
    }
    return words.isEmpty() ? "" : "It may be called from " + String.join(", ", words) + ".";
  }

  static String variable(PseudoVariable variable) {
    return (variable.writable() ? "It can be read and written" : "It can only be read")
        + (variable.takesName() ? ", with a name in parentheses" : "")
        + (variable.takesIndex() ? ", with an index in brackets where there are several" : "")
        + ".";
  }

  static String needs(ModuleFacts module) {
    List<String> needed = new ArrayList<>();
    for (Dependency dependency : module.dependencies()) {
      if (dependency.policy() == Dependency.Policy.ABORT && !dependency.conditional()) {
        needed.add(
            switch (dependency.kind()) {
              case MODULE -> dependency.module();
              case SQLDB -> "a database driver";
              case CACHEDB -> "a cache driver";
              case AAA -> "an AAA client";
            });
      }
    }
    return needed.isEmpty() ? "" : "It needs " + String.join(", ", needed) + ".";
  }

  static String contents(ModuleFacts module) {
    List<String> parts = new ArrayList<>();
    part(parts, module.parameters().size(), "parameter");
    part(parts, names(module.functions()), "function");
    part(parts, names(module.asyncFunctions()), "asynchronous function");
    part(parts, module.pseudoVariables().size(), "variable");
    part(parts, module.miCommands().size(), "MI command");
    part(parts, module.statistics().size(), "statistic");
    part(parts, module.events().size(), "event");
    String role = Roles.of(module.name());
    return (role.equals(Roles.OTHER) ? "" : "It is there for " + role + ". ")
        + (parts.isEmpty() ? "" : "It has " + String.join(", ", parts) + ".");
  }

  private static int names(List<ScriptFunction> functions) {
    return (int) functions.stream().map(ScriptFunction::name).distinct().count();
  }

  private static void part(List<String> parts, int count, String word) {
    if (count > 0) {
      parts.add(count + " " + word + (count == 1 ? "" : "s"));
    }
  }

  static String recipes(MiCommand command) {
    List<String> sets = new ArrayList<>();
    for (Recipe recipe : command.recipes()) {
      List<String> names = recipe.parameters().stream().map(MiParameter::name).toList();
      sets.add(names.isEmpty() ? "nothing" : String.join(" and ", names));
    }
    return sets.isEmpty() ? "" : "It takes " + String.join("; or ", sets) + ".";
  }

  static String conduct(MiCommand command) {
    return (command.aliases().isEmpty()
            ? ""
            : "It is also known as " + String.join(", ", command.aliases()) + ". ")
        + (command.async() ? "It answers only when other work is done." : "");
  }
}
