package dev.opensipsmcp.server.toolset.diagnose.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule says of the evidence. A rule whose evidence is missing says nothing. */
public sealed interface Judgement {

  /**
   * Something was looked at and is as it should be.
   *
   * @param key which of the task's looks shows it
   * @param statement one sentence
   */
  record Fine(String key, String statement) implements Judgement {}

  /**
   * A cause.
   *
   * @param confidence how sure
   * @param statement one sentence in our own words; what others wrote stands in it only through
   *     {@link Quote}
   * @param evidence what shows it, at least one value
   * @param next what to read next
   * @param change what would mend it, for the gate to decide on
   */
  record Finding(
      Confidence confidence,
      String statement,
      List<Cited> evidence,
      List<Move> next,
      Optional<Move> change)
      implements Judgement {
    public Finding {
      evidence = List.copyOf(evidence);
      next = List.copyOf(next);
    }

    /** {@return the same, after which this is to be read} */
    public Finding next(Move move) {
      List<Move> more = new ArrayList<>(next);
      more.add(move);
      return new Finding(confidence, statement, evidence, more, change);
    }

    /** {@return the same, which this change would mend} */
    public Finding change(Move move) {
      return new Finding(confidence, statement, evidence, next, Optional.of(move));
    }
  }

  /** {@return a cause with what shows it} */
  static Finding found(Confidence confidence, String statement, Cited... evidence) {
    return new Finding(confidence, statement, List.of(evidence), List.of(), Optional.empty());
  }

  /** {@return a cause with what shows it} */
  static Finding found(Confidence confidence, String statement, List<Cited> evidence) {
    return new Finding(confidence, statement, evidence, List.of(), Optional.empty());
  }

  /** {@return the one judgement that something is as it should be} */
  static List<Judgement> fine(String key, String statement) {
    return List.of(new Fine(key, statement));
  }
}
