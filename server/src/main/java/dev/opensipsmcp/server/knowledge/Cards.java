package dev.opensipsmcp.server.knowledge;

import dev.opensipsmcp.cfg.explain.Explain;
import dev.opensipsmcp.cfg.explain.Term;
import dev.opensipsmcp.cfg.explain.Topic;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.sip.explain.ResponseCode;
import dev.opensipsmcp.sip.explain.ResponseCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the cards of a version out of its facts. */
final class Cards {
  private static final String FLAGS = " Its flags: ";

  private final Version version;
  private final Map<String, Addition> additions;
  private final Map<String, String> glosses = Glosses.all();
  private final Map<String, Card> cards = new LinkedHashMap<>();

  /** The cards of functions by the functions' names. */
  private final Map<String, Set<String>> functions = new HashMap<>();

  private Cards(Version version, Map<String, Addition> additions) {
    this.version = version;
    this.additions = additions;
  }

  /**
   * {@return every card that is made of facts, by id}
   *
   * @param version the version
   * @param additions what other parts of the product know, by card
   */
  static Map<String, Card> of(Version version, Map<String, Addition> additions) {
    Cards made = new Cards(version, additions);
    new Explain(version).terms().forEach(made::term);
    Facts.of(version).tables().forEach(made::table);
    ResponseCodes.all().values().forEach(made::code);
    for (List<String> row : Resource.rows("timers.txt")) {
      made.add(CardKind.TIMER, row.get(0), row.get(1), List.of(row.get(0)), "", row.get(2), "");
    }
    return made.cards;
  }

  private void term(Term term) {
    Optional<CardKind> kind = kind(term.topic());
    if (kind.isEmpty()) {
      if (term.topic() == Topic.FLAG) {
        flag(term);
      }
      return;
    }
    String id =
        switch (kind.get()) {
          case FUNCTION, PARAMETER -> term.owner() + "/" + term.name();
          default -> term.name();
        };
    if (kind.get() == CardKind.FUNCTION) {
      functions
          .computeIfAbsent(term.name(), _ -> new LinkedHashSet<>())
          .add(CardKind.FUNCTION.label() + "/" + id);
    }
    add(kind.get(), id, term.name(), others(term), term.owner(), term.text(), "");
  }

  /** A flag is told of on the card of its function, not on one of its own. */
  private void flag(Term term) {
    for (String id : functions.getOrDefault(term.owner(), Set.of())) {
      cards.computeIfPresent(id, (_, card) -> flagged(card, term.name()));
    }
  }

  private static Card flagged(Card card, String flag) {
    String text =
        card.text().contains(FLAGS)
            ? card.text().substring(0, card.text().length() - 1) + ", " + flag + "."
            : card.text() + FLAGS + flag + ".";
    return with(card, text, card.words() + " " + flag);
  }

  private static Optional<CardKind> kind(Topic topic) {
    return switch (topic) {
      case MODULE -> Optional.of(CardKind.MODULE);
      case FUNCTION, ASYNC_FUNCTION -> Optional.of(CardKind.FUNCTION);
      case PARAMETER -> Optional.of(CardKind.PARAMETER);
      case DIRECTIVE -> Optional.of(CardKind.GLOBAL);
      case MI_COMMAND -> Optional.of(CardKind.MI);
      case STATISTIC -> Optional.of(CardKind.STATISTIC);
      case EVENT -> Optional.of(CardKind.EVENT);
      case VARIABLE -> Optional.of(CardKind.VARIABLE);
      case TRANSFORMATION -> Optional.of(CardKind.TRANSFORMATION);
      case FLAG, KEYWORD -> Optional.empty();
    };
  }

  private List<String> others(Term term) {
    return switch (term.topic()) {
      case PARAMETER -> List.of(term.owner() + "." + term.name());
      case VARIABLE -> List.of("$(" + term.name().substring(1) + ")");
      case STATISTIC -> List.of(term.name().substring(term.name().indexOf(':') + 1));
      case MI_COMMAND -> commandNames(term.name());
      default -> List.of();
    };
  }

  /** The names of a command in other versions are what people know it by. */
  private List<String> commandNames(String name) {
    Set<String> names = new LinkedHashSet<>();
    MiCatalogue commands = Facts.of(version).mi();
    Optional<MiCommand> command = commands.command(name);
    if (command.isPresent()) {
      names.addAll(command.get().aliases());
      commands.nameIn(command.get(), Version.V3_6).ifPresent(names::add);
      commands.nameIn(command.get(), Version.V4_0).ifPresent(names::add);
    }
    names.remove(name);
    return List.copyOf(names);
  }

  /** Glosses know commands by their names up to 3.6. */
  private String gloss(CardKind kind, String id, List<String> others) {
    String gloss = glosses.getOrDefault(id, "");
    if (gloss.isEmpty() && kind == CardKind.MI) {
      for (String other : others) {
        gloss = gloss.isEmpty() ? glosses.getOrDefault(kind.label() + "/" + other, "") : gloss;
      }
    }
    return gloss;
  }

  private void table(Table table) {
    StringBuilder text =
        new StringBuilder(table.name()).append(" is a table of the database, with the columns ");
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      text.append(i == 0 ? "" : ", ").append(column.name()).append(" (").append(type(column));
      text.append(')');
    }
    text.append(". Its version is ").append(table.version()).append('.');
    String names = String.join(" ", table.columns().stream().map(Column::name).toList());
    add(CardKind.TABLE, table.name(), table.name(), List.of(), "", text.toString(), names);
  }

  private static String type(Column column) {
    String type = column.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return (column.primary() ? "key, " : "")
        + type
        + (column.size() > 0 ? " " + column.size() : "")
        + (column.nullable() ? ", may be NULL" : "");
  }

  private void code(ResponseCode code) {
    String number = Integer.toString(code.code());
    add(
        CardKind.CODE,
        number,
        number + " " + code.phrase(),
        List.of(number),
        "",
        code.meaning() + " " + ResponseCodes.family(code.code()) + " (" + code.reference() + ")",
        code.meaning());
  }

  private void add(
      CardKind kind,
      String key,
      String name,
      List<String> others,
      String owner,
      String text,
      String words) {
    String id = kind.label() + "/" + key;
    Card before = cards.get(id);
    if (before != null) {
      String more = before.text().contains(text) ? before.text() : before.text() + " " + text;
      cards.put(id, with(before, more, before.words()));
      return;
    }
    Addition addition = additions.getOrDefault(id, new Addition("", ""));
    List<String> texts = new ArrayList<>(List.of(text));
    if (!addition.text().isEmpty()) {
      texts.add(addition.text());
    }
    cards.put(
        id,
        new Card(
            id,
            kind,
            name,
            others,
            owner,
            gloss(kind, id, others),
            String.join(" ", texts),
            words + " " + addition.words()));
  }

  private static Card with(Card card, String text, String words) {
    return new Card(
        card.id(),
        card.kind(),
        card.name(),
        card.otherNames(),
        card.owner(),
        card.gloss(),
        text,
        words);
  }
}
