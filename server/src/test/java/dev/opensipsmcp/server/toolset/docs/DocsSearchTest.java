package dev.opensipsmcp.server.toolset.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.knowledge.Knowledge;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Held against questions that were written before the search was. */
class DocsSearchTest {
  private static final Knowledge KNOWLEDGE =
      new Knowledge(new Additions(AllTools::toolsets), List.of());

  @Test
  void nineteenOfTwentyQuestionsLeadToTheirCardAmongTheFirstThree() {
    answered(Questions.read().tuned());
  }

  @Test
  void soDoTheQuestionsThatTheSearchWasNotTunedOn() {
    answered(Questions.read().heldOut());
  }

  @Test
  void thereAreTwoHundredQuestionsHalfOfThemInPlainWords() {
    Questions questions = Questions.read();
    List<Questions.Question> all = new ArrayList<>(questions.tuned());
    all.addAll(questions.heldOut());

    assertThat(all).hasSizeGreaterThanOrEqualTo(200);
    assertThat(all.stream().filter(Questions.Question::plain)).hasSizeGreaterThanOrEqualTo(100);
    for (Questions.Question question : all) {
      assertThat(question.cards())
          .as(question.text())
          .allMatch(card -> KNOWLEDGE.card(Version.V3_6, card).isPresent());
    }
  }

  private static void answered(List<Questions.Question> questions) {
    List<String> missed = new ArrayList<>();
    for (Questions.Question question : questions) {
      List<String> first =
          KNOWLEDGE.search(Version.V3_6, question.text(), Set.of()).hits().stream()
              .limit(3)
              .map(hit -> hit.card().id())
              .toList();
      if (first.stream().noneMatch(question.cards()::contains)) {
        missed.add(question.text() + " -> " + question.cards() + ", found " + first);
      }
    }
    assertThat(missed)
        .as("of %d questions", questions.size())
        .hasSizeLessThanOrEqualTo(questions.size() / 20);
  }

  @ParameterizedTest
  @EnumSource(
      value = Version.class,
      names = {"V3_4", "V3_5", "V3_6", "V4_0"})
  void everyVersionHasItsOwnCards(Version version) {
    assertThat(KNOWLEDGE.cards(version)).hasSizeGreaterThan(3_000);
    boolean grouped = version.groupsMiCommands();
    assertThat(KNOWLEDGE.card(version, "mi/dialog:list").isPresent()).isEqualTo(grouped);
    assertThat(KNOWLEDGE.card(version, "mi/dlg_list").isPresent()).isEqualTo(!grouped);
  }

  @Test
  void aFormerNameLeadsToWhatTheCommandIsCalledNow() {
    assertThat(KNOWLEDGE.search(Version.V4_0, "dlg_list", Set.of()).hits().getFirst().card().id())
        .isEqualTo("mi/dialog:list");
  }
}
