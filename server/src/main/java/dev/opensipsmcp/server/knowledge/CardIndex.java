package dev.opensipsmcp.server.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds cards by a person's words. Ranks by BM25 (Robertson and Zaragoza 2009) over the cards'
 * fields, each with its weight, after ADR 0017. Immutable once made, and safe to share.
 */
public final class CardIndex {
  private static final double SATURATION = 1.2;
  private static final double LENGTH = 0.4;
  private static final double ASKED_KIND = 1.6;

  private final List<Card> cards;
  private final Map<String, Postings> postings = new HashMap<>();
  private final float[] lengths;
  private final double meanLength;

  /** The cards that have a term, and how much it says about each. */
  private static final class Postings {
    private int[] cards = new int[2];
    private float[] weights = new float[2];
    private int size;

    void add(int card, float weight) {
      if (size > 0 && cards[size - 1] == card) {
        weights[size - 1] += weight;
        return;
      }
      if (size == cards.length) {
        cards = Arrays.copyOf(cards, size * 2);
        weights = Arrays.copyOf(weights, size * 2);
      }
      cards[size] = card;
      weights[size++] = weight;
    }
  }

  /**
   * A card that was found.
   *
   * @param card the card
   * @param score how well it fits; comparable within one search
   */
  public record Hit(Card card, double score) {}

  /**
   * Makes an index.
   *
   * @param cards what can be found
   */
  public CardIndex(List<Card> cards) {
    this.cards = List.copyOf(cards);
    this.lengths = new float[cards.size()];
    double sum = 0;
    for (int at = 0; at < cards.size(); at++) {
      add(at, cards.get(at));
      sum += lengths[at];
    }
    this.meanLength = cards.isEmpty() ? 1 : Math.max(1, sum / cards.size());
  }

  private void add(int at, Card card) {
    boolean prose = card.kind() == CardKind.GUIDE || card.kind() == CardKind.OWN;
    put(at, Terms.whole(card.name()), 3);
    card.otherNames().forEach(name -> put(at, Terms.whole(name), 2.5f));
    field(at, card.name(), 3);
    card.otherNames().forEach(name -> field(at, name, 0.5f));
    field(at, card.owner(), 1);
    field(at, card.gloss(), 2);
    field(at, card.words(), 0.8f);
    if (prose) {
      field(at, card.text(), 0.3f);
    }
  }

  private void field(int at, String text, float weight) {
    for (String term : Terms.of(text)) {
      put(at, term, weight);
      lengths[at] += weight;
    }
  }

  private void put(int at, String term, float weight) {
    postings.computeIfAbsent(term, _ -> new Postings()).add(at, weight);
  }

  /**
   * {@return the cards that share a term with the question, best first; of equal ones by id}
   *
   * @param text a person's words, of which the first sixty count
   * @param only the kinds of card that are wanted; none for all
   */
  public List<Hit> search(String text, Set<CardKind> only) {
    Question question = Question.of(text);
    double[] scores = new double[cards.size()];
    for (Map.Entry<String, Double> term : question.terms().entrySet()) {
      Postings with = postings.get(term.getKey());
      if (with != null) {
        double rarity = Math.log(1 + (cards.size() - with.size + 0.5) / (with.size + 0.5));
        for (int i = 0; i < with.size; i++) {
          int card = with.cards[i];
          double longer = 1 - LENGTH + LENGTH * lengths[card] / meanLength;
          scores[card] +=
              term.getValue()
                  * rarity
                  * with.weights[i]
                  * (SATURATION + 1)
                  / (with.weights[i] + SATURATION * longer);
        }
      }
    }
    List<Hit> hits = new ArrayList<>();
    for (int at = 0; at < scores.length; at++) {
      Card card = cards.get(at);
      if (scores[at] > 0 && (only.isEmpty() || only.contains(card.kind()))) {
        boolean asked = question.kinds().contains(card.kind());
        hits.add(new Hit(card, scores[at] * (asked ? ASKED_KIND : 1)));
      }
    }
    hits.sort(
        Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.card().id()));
    return hits;
  }
}
