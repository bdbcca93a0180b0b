package dev.opensipsmcp.cfg.internal.lint;

import dev.opensipsmcp.cfg.flow.Flow;
import dev.opensipsmcp.cfg.flow.Site;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.lint.Release;
import dev.opensipsmcp.cfg.lint.Surroundings;
import dev.opensipsmcp.cfg.source.Dialect;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Word;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration that rules look at, with what they ask for prepared. */
public final class Subject {
  private final SyntaxTree tree;
  private final Facts facts;
  private final Optional<Release> release;
  private final Surroundings surroundings;
  private final Flow flow;
  private final Map<String, Item.LoadModule> loads = new HashMap<>();
  private final List<Item.ModuleParameter> parameters = new ArrayList<>();
  private final Map<String, Item.Setting> settings = new HashMap<>();
  private final List<SocketDefinition> listeners = new ArrayList<>();
  private final Map<Role, List<Site>> byRole = new EnumMap<>(Role.class);
  private final List<Statement> statements = new ArrayList<>();

  /**
   * Prepares a configuration.
   *
   * @param program the configuration
   * @param facts of the version that it is for
   * @param release the exact release, where it is known
   * @param surroundings what is known beside the text
   */
  public Subject(
      Program program, Facts facts, Optional<Release> release, Surroundings surroundings) {
    this.tree = program.tree();
    this.facts = facts;
    this.release = release;
    this.surroundings = surroundings;
    this.flow = Flow.of(tree, facts.version());
    for (Item item : tree.items()) {
      switch (item) {
        case Item.LoadModule load -> loads.putIfAbsent(load.module(), load);
        case Item.ModuleParameter parameter -> parameters.add(parameter);
        case Item.Setting setting -> settings.put(setting.name().text(), setting);
        case Item.Listener listener when !listener.name().text().equals("alias") ->
            listeners.addAll(listener.sockets());
        case Item _ -> {}
      }
    }
    for (Site site : flow.sites()) {
      KnownFunction.find(version(), site.name())
          .ifPresent(
              known -> byRole.computeIfAbsent(known.role(), _ -> new ArrayList<>()).add(site));
    }
    for (Item.Route route : flow.routes()) {
      for (Statement statement : Statements.all(route.body().statements())) {
        if (!flow.before(statement).none()) {
          statements.add(statement);
        }
      }
    }
  }

  SyntaxTree tree() {
    return tree;
  }

  Facts facts() {
    return facts;
  }

  Version version() {
    return facts.version();
  }

  boolean since(Version version) {
    return version().compareTo(version) >= 0;
  }

  Optional<Release> release() {
    return release;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** {@return the ways through its routes} */
  public Flow flow() {
    return flow;
  }

  /** {@return the statements that are reached, in the order of the text} */
  List<Statement> statements() {
    return statements;
  }

  List<SocketDefinition> listeners() {
    return listeners;
  }

  /** {@return where a module is loaded} */
  Optional<Item.LoadModule> load(String module) {
    return Optional.ofNullable(loads.get(module));
  }

  /** {@return the modules that are loaded, in the order of the text} */
  List<Item.LoadModule> loads() {
    return tree.items().stream()
        .filter(Item.LoadModule.class::isInstance)
        .map(Item.LoadModule.class::cast)
        .toList();
  }

  boolean loads(String... any) {
    return Arrays.stream(any).anyMatch(loads::containsKey);
  }

  List<Item.ModuleParameter> parameters() {
    return parameters;
  }

  /** {@return where a parameter is set, all places} */
  List<Item.ModuleParameter> all(KnownParameter known) {
    return parameters.stream()
        .filter(p -> p.name().value().equals(known.spelling()))
        .filter(p -> Texts.names(p.module().value(), known.module()))
        .toList();
  }

  /** {@return where a parameter is set last} */
  Optional<Item.ModuleParameter> last(KnownParameter known) {
    return all(known).reversed().stream().findFirst();
  }

  /** {@return the value of a parameter as text, where it is set} */
  Optional<String> text(KnownParameter known) {
    return last(known).map(parameter -> Texts.of(parameter.value()));
  }

  /** {@return the value of a parameter as a number, where it is set to one} */
  Optional<Long> number(KnownParameter known) {
    return last(known).flatMap(parameter -> Texts.number(parameter.value()));
  }

  Optional<Item.Setting> setting(KnownGlobal known) {
    return facts
        .core()
        .globalParameter(known.spelling())
        .flatMap(parameter ->
            Stream.concat(Stream.of(parameter.name()), parameter.otherNames().stream())
                .map(settings::get)
                .filter(Objects::nonNull)
                .findFirst());
  }

  Optional<String> text(KnownGlobal known) {
    return setting(known).flatMap(s -> s.value().stream().findFirst()).map(Texts::of);
  }

  Optional<Long> number(KnownGlobal known) {
    return setting(known).flatMap(s -> s.value().stream().findFirst()).flatMap(Texts::number);
  }

  /** {@return the calls that are reached of functions that do one of these} */
  Stream<Site> calls(Role... roles) {
    return roles.length == 1
        ? byRole.getOrDefault(roles[0], List.of()).stream()
        : Arrays.stream(roles)
            .flatMap(role -> byRole.getOrDefault(role, List.of()).stream())
            .sorted(Comparator.comparingInt(site -> site.call().span().start()));
  }

  /** {@return the calls that are reached of these functions} */
  Stream<Site> calls(KnownFunction... functions) {
    return flow.calling(
        Arrays.stream(functions)
            .filter(function -> function.in(version()))
            .map(KnownFunction::spelling)
            .collect(Collectors.toSet()));
  }

  /** {@return the main route's first word; the text's beginning where there is none} */
  Span main() {
    return flow.routes().stream()
        .filter(route -> route.kind().text().equals("route") && route.name().isEmpty())
        .map(Item.Route::kind)
        .map(Word::span)
        .findFirst()
        .orElse(new Span(0, 0));
  }

  /** {@return why nothing can be said of what the text lacks, if so} */
  Optional<String> incomplete() {
    if (!whole()) {
      return Optional.of("There is no main route: the text is a part of a configuration.");
    }
    if (tree.items().stream().anyMatch(Item.Include.class::isInstance)) {
      return Optional.of("A file that the text includes was not read.");
    }
    return Dialect.of(tree).isEmpty()
        ? Optional.empty()
        : Optional.of("The text is a template, or for another server.");
  }

  /** {@return whether there is a main route, so that it is more than a part of a configuration} */
  boolean whole() {
    return main().end() > 0;
  }

  /** {@return the listeners for one of these protocols} */
  Stream<SocketDefinition> listening(String... protocols) {
    Set<String> wanted = Set.of(protocols);
    return listeners.stream()
        .filter(s -> wanted.contains(s.protocol().map(Word::text).orElse("udp")));
  }
}
