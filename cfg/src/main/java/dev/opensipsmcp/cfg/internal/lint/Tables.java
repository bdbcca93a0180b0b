package dev.opensipsmcp.cfg.internal.lint;

import dev.opensipsmcp.cfg.lint.Surroundings.Database;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which tables of the database the text's modules work with. */
final class Tables {
  private static final String URL = "db_url";

  private Tables() {}

  /**
   * A table that a module reads.
   *
   * @param load where the module is loaded
   * @param name the table's name, as the text or the default has it
   */
  record Read(Item.LoadModule load, String name) {}

  /** {@return why the database can't be held against the text, if so} */
  static Optional<String> obstacle(Subject subject) {
    String name = subject.surroundings().database().map(Database::name).orElse("");
    return urls(subject).anyMatch(url -> names(url, name))
        ? Optional.empty()
        : Optional.of("The text does not name the database " + name + ", which is configured.");
  }

  private static Stream<String> urls(Subject subject) {
    return Stream.concat(
        subject.text(KnownGlobal.DB_DEFAULT_URL).stream(),
        subject.parameters().stream()
            .filter(parameter -> parameter.name().value().contains(URL))
            .map(parameter -> Texts.of(parameter.value())));
  }

  /** {@return whether a URL is about a database of that name, wherever that is} */
  private static boolean names(String url, String name) {
    String bare = url.split("[?]", 2)[0];
    return !name.isEmpty() && bare.substring(bare.lastIndexOf('/') + 1).equals(name);
  }

  /** {@return whether some module of the text works with a table, as far as its name tells} */
  static boolean used(Subject subject, Table table) {
    return reads(subject).stream().anyMatch(read -> read.name().equals(table.name()))
        || table.groups().stream()
            .map(Tables::plain)
            .anyMatch(group ->
                subject.loads().stream().anyMatch(load -> plain(load.module()).startsWith(group)));
  }

  private static String plain(String name) {
    return name.replace("_", "");
  }

  /** {@return the tables that modules read whose own URL is about the database} */
  static List<Read> reads(Subject subject) {
    String name = subject.surroundings().database().map(Database::name).orElse("");
    List<Read> all = new ArrayList<>();
    for (Item.LoadModule load : subject.loads()) {
      Optional<ModuleFacts> module = subject.facts().module(load.module());
      boolean there = value(subject, load, URL).filter(url -> names(url, name)).isPresent();
      if (module.isPresent() && there) {
        module.get().parameters().stream()
            .filter(parameter -> isTable(subject, parameter))
            .map(parameter ->
                value(subject, load, parameter.name()).orElseGet(() -> standard(parameter)))
            .distinct()
            .forEach(table -> all.add(new Read(load, table)));
      }
    }
    return all;
  }

  private static Optional<String> value(Subject subject, Item.LoadModule load, String name) {
    Predicate<Item.ModuleParameter> meant =
        it -> it.name().value().equals(name) && Texts.names(it.module().value(), load.module());
    return subject.parameters().stream()
        .filter(meant)
        .reduce((_, last) -> last)
        .map(it -> Texts.of(it.value()));
  }

  /** Partitions are only read where they are switched on. */
  private static boolean isTable(Subject subject, ModuleParameter parameter) {
    return parameter.name().contains("table")
        && !parameter.name().contains("partition")
        && subject.facts().table(standard(parameter)).isPresent();
  }

  private static String standard(ModuleParameter parameter) {
    return parameter.defaultValue().orElse("").replace("\"", "");
  }
}
