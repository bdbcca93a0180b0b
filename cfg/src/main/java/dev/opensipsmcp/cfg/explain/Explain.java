package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.explain.Explanation.Entry;
import dev.opensipsmcp.facts.Nearest;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * Explains what a name means in a version of OpenSIPS, and how that changed over the versions that
 * are known. Every sentence is made of facts. Safe to share.
 */
public final class Explain {
  private final Version version;

  /**
   * @param version the version to explain names for
   */
  public Explain(Version version) {
    this.version = version;
  }

  /**
   * {@return what a name means}
   *
   * @param name a directive, module, parameter ({@code tm.fr_timeout}, {@code tm fr_timeout} or
   *     {@code fr_timeout}), function, variable, transformation, flag, MI command, statistic or
   *     event; case does not matter
   */
  public Explanation of(String name) {
    String wanted = name.strip();
    List<Thing> found = Catalogue.of(version).find(wanted);
    if (!found.isEmpty()) {
      return new Explanation.Known(found.stream().map(thing -> entry(version, thing)).toList());
    }
    List<Entry> elsewhere = new ArrayList<>();
    for (Version other : Version.values()) {
      for (Thing thing : Catalogue.of(other).find(wanted)) {
        boolean told =
            elsewhere.stream()
                .anyMatch(
                    entry -> entry.topic() == thing.topic() && entry.owner().equals(thing.owner()));
        if (!told) {
          elsewhere.add(entry(other, thing));
        }
      }
    }
    return new Explanation.Unknown(
        wanted, elsewhere, Nearest.wide().to(wanted, Catalogue.of(version).names()));
  }

  /**
   * {@return what a name means as one kind of thing}
   *
   * @param topic the kind of thing
   * @param name the name
   */
  public Explanation of(Topic topic, String name) {
    return switch (of(name)) {
      case Explanation.Known(List<Entry> entries) -> {
        List<Entry> fitting = entries.stream().filter(entry -> entry.topic() == topic).toList();
        yield fitting.isEmpty()
            ? new Explanation.Unknown(name, List.of(), List.of())
            : new Explanation.Known(fitting);
      }
      case Explanation.Unknown unknown -> unknown;
    };
  }

  /** {@return everything that the version has a name for; the same order every time} */
  public List<Term> terms() {
    return Catalogue.of(version).things().stream()
        .map(thing -> new Term(thing.topic(), thing.name(), thing.owner(), text(thing)))
        .toList();
  }

  private static Entry entry(Version version, Thing thing) {
    return new Entry(
        thing.topic(), thing.name(), thing.owner(), text(thing), History.of(version, thing));
  }

  private static String text(Thing thing) {
    String what =
        switch (thing.topic()) {
          case DIRECTIVE, KEYWORD, TRANSFORMATION, MODULE ->
              thing.name() + " is a " + thing.topic().words() + ".";
          case FLAG -> thing.name() + " is a flag of function " + thing.owner() + "().";
          case PARAMETER -> thing.name() + " is a parameter of module " + thing.owner() + ".";
          case FUNCTION, VARIABLE, ASYNC_FUNCTION, MI_COMMAND, EVENT, STATISTIC ->
              thing.name()
                  + " is "
                  + article(thing.topic())
                  + " of "
                  + (thing.owner().equals("core") ? "the core" : owner(thing))
                  + ".";
        };
    StringBuilder text = new StringBuilder(what);
    sentence(text, thing.form());
    thing.defaultValue().ifPresent(value -> sentence(text, "Its default is " + value(value) + "."));
    sentence(text, thing.more());
    return text.toString();
  }

  private static String owner(Thing thing) {
    return (thing.topic() == Topic.STATISTIC ? "group " : "module ") + thing.owner();
  }

  private static String article(Topic topic) {
    boolean vowel = "aeiouM".indexOf(topic.words().charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + topic.words();
  }

  static String value(String value) {
    return value.isEmpty() ? "the empty string" : value;
  }

  private static void sentence(StringBuilder text, String sentence) {
    if (!sentence.isBlank()) {
      text.append(' ').append(sentence.strip());
    }
  }
}
