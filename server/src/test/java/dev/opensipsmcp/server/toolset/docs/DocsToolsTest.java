package dev.opensipsmcp.server.toolset.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.knowledge.Guides;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tools as a caller meets them. */
class DocsToolsTest {
  private static Asked lab;
  private static Asked newer;

  /**
   * A node that is asked for its version, and for nothing else.
   *
   * @param node the node
   */
  private record Asked(OnLab node) {
    Outcome run(String tool, String arguments) {
      Outcome outcome = node.ports().run(AllTools.named(tool), arguments);
      assertThat(node.ports().used()).isSubsetOf("version", "which");
      return outcome;
    }

    List<JsonObject> rows(String tool, String arguments) {
      return Outcomes.rows(AllTools.named(tool), run(tool, arguments));
    }

    JsonObject object(String tool, String arguments) {
      return Outcomes.object(AllTools.named(tool), run(tool, arguments));
    }

    Outcome.Failure failure(String tool, String arguments) {
      return Outcomes.failure(run(tool, arguments));
    }
  }

  @BeforeAll
  static void nodes() {
    lab = new Asked(OnLab.of(Version.V3_6));
    newer = new Asked(OnLab.of(Version.V4_0));
  }

  @AfterAll
  static void end() {
    lab.node().close();
    newer.node().close();
  }

  @Test
  void theVersionOfTheNodeCountsUnlessOneIsNamed() {
    assertThat(first(newer, "{'query':'list running calls','kinds':['mi']}"))
        .isEqualTo("mi/dialog:list");
    assertThat(first(lab, "{'query':'list running calls','kinds':['mi']}"))
        .isEqualTo("mi/dlg_list");
    assertThat(first(newer, "{'query':'list running calls','kinds':['mi'],'version':'3.6'}"))
        .isEqualTo("mi/dlg_list");
  }

  private static String first(Asked node, String arguments) {
    return node.rows("docs_search", arguments).getFirst().get("id").getAsString();
  }

  @Test
  void kindsNarrowWhatIsFound() {
    assertThat(lab.rows("docs_search", "{'query':'dialog','kinds':['table','event']}"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("kind").getAsString()).isIn("table", "event"));
  }

  @Test
  void pagesFollowEachOtherWithoutRepeating() {
    Outcome.Rows page = (Outcome.Rows) lab.run("docs_search", "{'query':'dialog','limit':10}");
    String cursor = page.cursorAfter().apply(10);
    List<JsonObject> next =
        lab.rows("docs_search", "{'query':'dialog','limit':10,'cursor':'" + cursor + "'}");

    assertThat(page.more()).isTrue();
    assertThat(next).hasSize(10).doesNotContainAnyElementsOf(page.rows());
    assertThat(lab.failure("docs_search", "{'query':'dialog','cursor':'x'}").code())
        .isEqualTo("CURSOR_INVALID");
  }

  @Test
  void wordsThatNothingHasFindNothingAndSaySo() {
    assertThat(lab.rows("docs_search", "{'query':'zebra quagga'}")).isEmpty();
    assertThat(((Outcome.Rows) lab.run("docs_search", "{'query':'zebra quagga'}")).warnings())
        .anyMatch(it -> it.startsWith("Nothing is known"));
    assertThat(lab.rows("docs_search", "{'query':''}")).isEmpty();
  }

  @Test
  void aCardTellsWhatItIsAndHowItChanged() {
    JsonObject card = lab.object("docs_get", "{'id':'parameter/tm/fr_timeout'}");

    assertThat(card.get("text").getAsString())
        .contains("parameter of module tm")
        .contains("Its default is 30");
    assertThat(card.get("history").getAsJsonArray()).isNotEmpty();
    assertThat(card.get("untrusted").getAsBoolean()).isFalse();
  }

  @Test
  void aTableTellsItsColumnsInWords() {
    assertThat(lab.object("docs_get", "{'id':'table/dispatcher'}").get("text").getAsString())
        .contains("setid (int")
        .contains("Columns: ")
        .contains("dispatcher_");
  }

  @Test
  void everyGuideCanBeReadWhole() {
    assertThat(Guides.all()).hasSizeGreaterThanOrEqualTo(15);
    for (Guides.Guide guide : Guides.all()) {
      JsonObject read = lab.object("docs_get", "{'id':'guide/" + guide.name() + "'}");
      assertThat(read.get("text").getAsString()).isEqualTo(guide.text());
      assertThat(read.has("next_line")).isFalse();
    }
  }

  @Test
  void anUnknownIdNamesWhatIsNearIt() {
    Outcome.Failure failure = lab.failure("docs_get", "{'id':'parameter/tm/fr_timeuot'}");

    assertThat(failure.code()).isEqualTo("CARD_NOT_FOUND");
    assertThat(failure.nextStep()).contains("docs_search");
  }
}
