package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.cfg.build.Parameter;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a build's parameters.
 *
 * @param forPlaceholders what stands for each placeholder of the templates
 * @param secretFiles the file that holds the line, by the name of the secret
 * @param environment the variables of the environment that the text refers to
 */
record Values(
    Map<String, String> forPlaceholders, Map<String, String> secretFiles, Set<String> environment) {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

  Values {
    forPlaceholders = Map.copyOf(forPlaceholders);
    secretFiles = Map.copyOf(secretFiles);
    environment = Set.copyOf(environment);
  }

  /**
   * Takes over the values that somebody gave.
   *
   * @param known the parameters of the build
   * @param wanted the values by name, in which case and underscores don't matter
   * @param given where they go
   * @return what is wrong with them
   */
  static List<String> take(
      List<Parameter> known, Map<String, String> wanted, Map<String, String> given) {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, String> entry : wanted.entrySet()) {
      String name = entry.getKey().strip().toLowerCase(Locale.ROOT).replace('_', '-');
      Optional<Parameter> parameter =
          known.stream().filter(candidate -> candidate.name().equals(name)).findFirst();
      if (parameter.isEmpty()) {
        problems.add("There is no parameter " + name + " here.");
        continue;
      }
      Optional<String> problem = parameter.get().kind().problem(entry.getValue());
      if (problem.isPresent()) {
        problems.add(name + " must be " + problem.get() + ".");
      } else {
        given.put(name, entry.getValue());
      }
    }
    return problems;
  }

  /** {@return the values with what follows from them} */
  static Values of(List<Parameter> known, Map<String, String> given, Version version) {
    Map<String, String> values = new LinkedHashMap<>(Dialect.of(version));
    Map<String, String> files = new LinkedHashMap<>();
    Set<String> environment = new LinkedHashSet<>();
    for (Parameter parameter : known) {
      String value = given.getOrDefault(parameter.name(), parameter.defaultValue());
      values.put(parameter.name(), value);
      switch (parameter.kind()) {
        case SECRET -> secret(parameter.name(), value, values, files);
        case ADDRESS -> {
          int colon = value.lastIndexOf(':');
          values.put(parameter.name() + "-host", value.substring(0, colon));
          values.put(parameter.name() + "-port", value.substring(colon + 1));
        }
        case DATABASE_URL ->
            values.put("database-module", "db_" + value.substring(0, value.indexOf(':')));
        case DOMAIN -> values.put(parameter.name() + "-pattern", value.replace(".", "\\."));
        case SIP_URI, CONTROL_SOCKET, PATH, NUMBER, WORD -> {}
      }
      Matcher matcher = REFERENCE.matcher(values.getOrDefault(parameter.name(), ""));
      while (matcher.find()) {
        environment.add(matcher.group(1));
      }
    }
    return new Values(values, files, environment);
  }

  private static void secret(
      String name, String value, Map<String, String> values, Map<String, String> files) {
    if (value.startsWith("file:")) {
      files.put(name, value.substring(5));
      values.put(name, fileMark(name));
    } else {
      values.put(name, "${" + value.substring(4) + "}");
    }
  }

  /** {@return what stands in a line that a file will hold instead} */
  static String fileMark(String name) {
    return "\u0000" + name + "\u0000";
  }
}
