package dev.opensipsmcp.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> NAMES =
      List.of("nathelper", "natping", "dlg_list", "dlg_list_ctx", "dispatcher", "tm");

  @Test
  void aMisspeltNameIsFoundAndWhatIsFarIsNot() {
    assertThat(Nearest.close().to("natehlper", NAMES)).containsExactly("nathelper");
    assertThat(Nearest.close().to("NATHELPR", NAMES)).containsExactly("nathelper");
    assertThat(Nearest.close().to("usrloc", NAMES)).isEmpty();
  }

  @Test
  void halfANameIsEnoughForTheWideFinder() {
    assertThat(Nearest.wide().to("dlg", NAMES)).containsExactly("dlg_list", "dlg_list_ctx");
    assertThat(Nearest.wide().to("usrloc_dump", NAMES)).isEmpty();
  }

  @Test
  void onlyWhatCountsOfANameIsCompared() {
    assertThat(Nearest.wide().to("dlg-list", NAMES, name -> name.replaceAll("[-_]", "")))
        .startsWith("dlg_list");
  }

  @Test
  void nothingAndTooMuchHaveNoNeighbours() {
    assertThat(Nearest.wide().to("", NAMES)).isEmpty();
    assertThat(Nearest.close().to("x".repeat(100_000), NAMES)).isEmpty();
  }

  @Test
  void neighboursThatChangePlacesCountOnce() {
    assertThat(Nearest.distance("abcd", "abdc")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
  }
}
