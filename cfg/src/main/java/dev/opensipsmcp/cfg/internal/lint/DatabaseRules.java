package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.HIGH;
import static dev.opensipsmcp.cfg.finding.Severity.LOW;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.lint.Need;
import dev.opensipsmcp.cfg.lint.Surroundings.Database;
import dev.opensipsmcp.cfg.syntax.Item;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules about where the text and its database disagree. */
final class DatabaseRules {
  private DatabaseRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "N08",
                MEDIUM,
                "table that the database does not have",
                "The module refuses to start, and with it the server.",
                DatabaseRules::missing)
            .needs(Need.DATABASE)
            .unless(Tables::obstacle)
            .fix("Make the table, or give the module the name that it has."),
        AuditRule.of(
                "N09",
                MEDIUM,
                "accounting field without a column",
                "The record can't be written, and the call is not accounted for.",
                DatabaseRules::columns)
            .needs(Need.DATABASE)
            .unless(DatabaseRules::noAccounting)
            .fix("Add the column to the table, or take the field out of `extra_fields`."),
        AuditRule.of(
                "N10",
                LOW,
                "table without a row",
                "The module has nothing to work with, and what asks it fails.",
                DatabaseRules::empty)
            .needs(Need.DATABASE)
            .unless(Tables::obstacle)
            .fix("Fill the table and reload it, or take the module out."),
        AuditRule.of(
                "N11",
                HIGH,
                "accounts whose password is the first to be tried",
                "Scanners try these passwords on every server, and calls are made at your cost.",
                DatabaseRules::guessable)
            .needs(Need.DATABASE)
            .unless(DatabaseRules::notCounted)
            .fix("Give these accounts passwords of their own in table `subscriber`."));
  }

  private static Database database(Subject subject) {
    return subject.surroundings().database().orElseThrow();
  }

  private static void missing(Subject subject, Out out) {
    Set<String> there = database(subject).columns().keySet();
    for (Tables.Read read : Tables.reads(subject)) {
      if (!there.contains(read.name())) {
        out.at(
            read.load(),
            "Module "
                + read.load().module()
                + " reads table "
                + read.name()
                + ", which the database does not have.");
      }
    }
  }

  private static String table(Subject subject) {
    return subject.text(KnownParameter.ACC_TABLE).orElse("acc");
  }

  private static Optional<String> noAccounting(Subject subject) {
    return Tables.obstacle(subject)
        .or(() ->
            database(subject).columns().containsKey(table(subject))
                ? Optional.empty()
                : Optional.of("The database has no table " + table(subject) + "."));
  }

  private static void columns(Subject subject, Out out) {
    Set<String> there =
        database(subject).columns().getOrDefault(table(subject), Set.of()).stream()
            .map(column -> column.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (KnownParameter known : List.of(KnownParameter.ACC_FIELDS, KnownParameter.ACC_LEG_FIELDS)) {
      for (Item.ModuleParameter parameter : subject.all(known)) {
        fields(Texts.of(parameter.value())).stream()
            .filter(column -> !there.contains(column.toLowerCase(Locale.ROOT)))
            .forEach(column ->
                out.at(parameter, "Table " + table(subject) + " has no column " + column + "."));
      }
    }
  }

  /** {@return the columns of fields such as {@code db: agent->user_agent; source}} */
  private static List<String> fields(String written) {
    int colon = written.indexOf(':');
    if (colon < 0 || !written.substring(0, colon).strip().equalsIgnoreCase("db")) {
      return List.of();
    }
    return List.of(written.substring(colon + 1).split(";", -1)).stream()
        .map(field -> field.substring(field.indexOf("->") < 0 ? 0 : field.indexOf("->") + 2))
        .map(String::strip)
        .filter(column -> !column.isEmpty())
        .toList();
  }

  private static void empty(Subject subject, Out out) {
    Database.WORK.forEach((module, table) -> {
      if (database(subject).empty().contains(table)) {
        subject
            .load(module)
            .ifPresent(load -> out.at(load, "Table " + table + " has no row for " + module + "."));
      }
    });
  }

  private static Optional<String> notCounted(Subject subject) {
    return Tables.obstacle(subject)
        .or(() ->
            database(subject).guessable().isPresent()
                ? Optional.empty()
                : Optional.of("The accounts' passwords were not looked at."));
  }

  private static void guessable(Subject subject, Out out) {
    long accounts = database(subject).guessable().orElse(0L);
    if (accounts > 0) {
      out.at(
          subject.load("auth_db").map(Item::span).orElse(subject.main()),
          accounts
              + (accounts == 1 ? " account has" : " accounts have")
              + " a password that everybody tries first.");
    }
  }
}
