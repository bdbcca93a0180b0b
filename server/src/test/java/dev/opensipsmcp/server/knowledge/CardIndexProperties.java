package dev.opensipsmcp.server.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class CardIndexProperties {
  private static final CardIndex INDEX =
      new CardIndex(
          List.of(
              card(CardKind.FUNCTION, "t_relay", "Relays the request."),
              card(CardKind.MI, "dlg_list", "Lists the running calls."),
              card(CardKind.PARAMETER, "fr_timeout", "Seconds without a response.")));

  private static Card card(CardKind kind, String name, String gloss) {
    return new Card(kind.label() + "/" + name, kind, name, List.of(), "", gloss, gloss, "");
  }

  @Property(tries = 500)
  void whateverIsAskedTheAnswerIsSortedAndOfTheWantedKinds(
      @ForAll @StringLength(max = 500) String text) {
    List<CardIndex.Hit> all = INDEX.search(text, Set.of());
    List<CardIndex.Hit> commands = INDEX.search(text, Set.of(CardKind.MI));

    assertThat(all).hasSizeLessThanOrEqualTo(3);
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).score()).isLessThanOrEqualTo(all.get(i - 1).score());
    }
    assertThat(commands).allMatch(hit -> hit.card().kind() == CardKind.MI);
  }

  @Property(tries = 300)
  void aNameIsFoundWhateverStandsAroundIt(
      @ForAll @StringLength(max = 60) String before, @ForAll @StringLength(max = 60) String after) {
    assertThat(INDEX.search(before + " `dlg_list`? " + after, Set.of()))
        .extracting(hit -> hit.card().name())
        .contains("dlg_list");
  }

  @Property(tries = 300)
  void aDocumentLosesNoneOfItsText(@ForAll @StringLength(max = 2_000) String text) {
    StringBuilder whole = new StringBuilder();
    Sections.of("x.md", text).forEach(card -> whole.append(card.text()));

    String lines = String.join("\n", text.lines().filter(line -> !line.isBlank()).toList());
    String kept =
        String.join("\n", whole.toString().lines().filter(line -> !line.isBlank()).toList());
    assertThat(kept).isEqualTo(lines);
  }
}
