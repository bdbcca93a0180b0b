package dev.opensipsmcp.server.serve;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Scenarios;
import dev.opensipsmcp.cfg.lint.RuleInfo;
import dev.opensipsmcp.cfg.lint.Rules;
import dev.opensipsmcp.facts.Event;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.GlobalParameter;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.Statistic;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Completions;
import dev.opensipsmcp.server.knowledge.Guides;
import dev.opensipsmcp.sip.explain.ResponseCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Completes the variables of resource templates and the arguments of prompts: an argument of one
 * name takes the same values everywhere.
 *
 * @param nodes the names of the nodes
 */
record ServerCompletions(List<String> nodes) implements Completions {
  /** Between them these two have what the other lines have as well, but for a few names. */
  private static final List<Version> NAMED = List.of(Version.V3_6, Version.V4_0);

  ServerCompletions {
    nodes = List.copyOf(nodes);
  }

  @Override
  public List<String> complete(JsonObject reference, String argument, String typed, Caller caller) {
    return fitting(typed, values(argument));
  }

  private Collection<String> values(String argument) {
    return switch (argument) {
      case "version", "from_version", "to_version" ->
          Stream.of(Version.values()).filter(Version::operable).map(Version::label).toList();
      case "instance", "node" -> nodes;
      case "command" -> all(facts -> facts.mi().commands().stream().map(MiCommand::name));
      case "module" -> all(facts -> facts.modules().stream().map(ModuleFacts::name));
      case "table" -> all(facts -> facts.tables().stream().map(Table::name));
      case "global" ->
          all(facts -> facts.core().globalParameters().stream().map(GlobalParameter::name));
      case "event" -> all(facts -> facts.events().stream().map(Event::name));
      case "statistic" -> all(facts -> facts.statistics().stream().map(Statistic::fullName));
      case "variable" -> all(ServerCompletions::variables);
      case "function" -> all(ServerCompletions::functions);
      case "parameter" -> all(ServerCompletions::parameters);
      case "scenario" -> Scenarios.all().stream().map(Scenario::name).toList();
      case "rule" -> Rules.all().stream().map(RuleInfo::id).toList();
      case "guide" -> Guides.all().stream().map(Guides.Guide::name).toList();
      case "code" -> ResponseCodes.all().keySet().stream().map(String::valueOf).toList();
      case "min_age_hours" -> List.of("1", "3", "6", "12", "24");
      case "method" -> List.of("INVITE", "REGISTER", "BYE", "OPTIONS", "SUBSCRIBE", "MESSAGE");
      default -> List.of();
    };
  }

  private static Collection<String> all(Function<Facts, Stream<String>> names) {
    TreeSet<String> sorted = new TreeSet<>();
    NAMED.forEach(version -> names.apply(Facts.of(version)).forEach(sorted::add));
    return sorted;
  }

  private static Stream<String> variables(Facts facts) {
    return Stream.concat(
            facts.core().pseudoVariables().stream(),
            facts.modules().stream().flatMap(module -> module.pseudoVariables().stream()))
        .map(variable -> variable.name());
  }

  private static Stream<String> functions(Facts facts) {
    return Stream.concat(
        facts.core().functions().stream().map(function -> "core/" + function.name()),
        facts.modules().stream()
            .flatMap(module ->
                module.functions().stream()
                    .map(function -> module.name() + "/" + function.name())));
  }

  private static Stream<String> parameters(Facts facts) {
    return facts.modules().stream()
        .flatMap(module ->
            module.parameters().stream().map(parameter -> module.name() + "/" + parameter.name()));
  }

  /** What begins as typed comes first, then what has it somewhere. */
  private static List<String> fitting(String typed, Collection<String> values) {
    List<String> fitting =
        new ArrayList<>(values.stream().filter(value -> value.startsWith(typed)).toList());
    values.stream()
        .filter(value -> !value.startsWith(typed) && value.contains(typed))
        .forEach(fitting::add);
    return fitting;
  }
}
