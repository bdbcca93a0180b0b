package dev.opensipsmcp.server.knowledge;

import java.util.List;
import java.util.Locale;

/** What a card is about, with the words by which people ask for that kind. */
public enum CardKind {
  MODULE("module"),
  FUNCTION("function"),
  PARAMETER("parameter modparam param"),
  GLOBAL("global parameter setting"),
  MI("mi command"),
  STATISTIC("statistic stat counter"),
  EVENT("event notification"),
  VARIABLE("variable pv pseudovariable"),
  TRANSFORMATION("transformation"),
  TABLE("table column"),
  CODE("code response answer"),
  TIMER("timer"),
  GUIDE("guide"),
  /** A section of a document of the operator's own. */
  OWN("document runbook");

  private final String words;

  CardKind(String words) {
    this.words = words;
  }

  /** {@return its written form, with which the ids of its cards begin} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the words, as {@link Terms} has them, by which people ask for it} */
  List<String> words() {
    return List.of(words.split(" ", -1));
  }
}
