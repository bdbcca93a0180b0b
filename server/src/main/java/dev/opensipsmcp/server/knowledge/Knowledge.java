package dev.opensipsmcp.server.knowledge;

import dev.opensipsmcp.facts.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that is known, per version. A version's cards and their index are made when first asked for;
 * the operator's documents are read again when they changed. Safe to share.
 */
public final class Knowledge {
  private final Function<Version, Map<String, Addition>> additions;
  private final OwnDocuments documents;
  private final Map<Version, Shelf> shelves = new EnumMap<>(Version.class);

  /** The cards of a version, with the documents that were there when it was made. */
  private record Shelf(Map<String, Card> cards, CardIndex index, OwnDocuments.Listing listing) {}

  /**
   * What was found.
   *
   * @param hits the cards, best first
   * @param warnings which documents were left out
   */
  public record Found(List<CardIndex.Hit> hits, List<String> warnings) {
    public Found {
      hits = List.copyOf(hits);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Makes it; nothing is read before somebody asks.
   *
   * @param additions what other parts of the product know in a version, by card
   * @param directories where the operator's own documents are; none for none
   */
  public Knowledge(Function<Version, Map<String, Addition>> additions, List<Path> directories) {
    this.additions = additions;
    this.documents = new OwnDocuments(directories);
  }

  /**
   * Finds cards.
   *
   * @param version the version whose facts count
   * @param text a person's words
   * @param only the kinds that are wanted; none for all
   * @return what was found
   */
  public Found search(Version version, String text, Set<CardKind> only) {
    Shelf shelf = shelf(version);
    return new Found(shelf.index().search(text, only), shelf.listing().warnings());
  }

  /** {@return the card of that id} */
  public Optional<Card> card(Version version, String id) {
    return Optional.ofNullable(shelf(version).cards().get(id));
  }

  /**
   * {@return a card that lists the cards of a kind, a line each}
   *
   * @param version the version
   * @param kind the kind
   */
  public Card listing(Version version, CardKind kind) {
    StringBuilder text = new StringBuilder();
    cards(version).stream()
        .filter(card -> card.kind() == kind)
        .sorted(Comparator.comparing(Card::id))
        .forEach(card -> {
          text.append(card.id());
          if (kind == CardKind.GUIDE || kind == CardKind.CODE || kind == CardKind.OWN) {
            text.append(": ").append(card.name());
          }
          text.append(card.gloss().isEmpty() ? "" : " - " + card.gloss()).append('\n');
        });
    return new Card(kind.label(), kind, kind.label(), List.of(), "", "", text.toString(), "");
  }

  /** {@return all cards of a version} */
  public Collection<Card> cards(Version version) {
    return shelf(version).cards().values();
  }

  private synchronized Shelf shelf(Version version) {
    OwnDocuments.Listing listing = documents.list();
    Shelf shelf = shelves.get(version);
    if (shelf == null || !shelf.listing().equals(listing)) {
      shelf = shelf(version, listing);
      shelves.put(version, shelf);
    }
    return shelf;
  }

  private Shelf shelf(Version version, OwnDocuments.Listing listing) {
    Map<String, Card> cards = new HashMap<>(Cards.of(version, additions.apply(version)));
    List<Card> all = new ArrayList<>(cards.values());
    all.addAll(Guides.cards());
    all.addAll(OwnDocuments.cards(listing));
    all.forEach(card -> cards.put(card.id(), card));
    return new Shelf(Map.copyOf(cards), new CardIndex(List.copyOf(cards.values())), listing);
  }
}
