package dev.opensipsmcp.server.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.explain.Explain;
import dev.opensipsmcp.cfg.explain.Explanation;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our own words are about things that there are. */
class GlossesTest {
  private static final Pattern IDENTIFIER = Pattern.compile("\\$?[A-Za-z]+(?:_[A-Za-z0-9]+)+");

  private static Set<String> ids() {
    Set<String> ids = new HashSet<>();
    operable().forEach(version -> ids.addAll(Cards.of(version, Map.of()).keySet()));
    return ids;
  }

  private static Stream<Version> operable() {
    return Stream.of(Version.values()).filter(Version::operable);
  }

  @Test
  void everyGlossIsAboutACardOfSomeVersion() {
    Set<String> unknown = new TreeSet<>(Glosses.all().keySet());
    unknown.removeAll(ids());

    assertThat(unknown).isEmpty();
  }

  @Test
  void everyModuleOfEveryVersionIsExplainedInWords() {
    Set<String> silent = new TreeSet<>();
    operable()
        .forEach(version ->
            Cards.of(version, Map.of()).values().stream()
                .filter(card -> card.kind() == CardKind.MODULE && card.gloss().isEmpty())
                .map(Card::name)
                .forEach(silent::add));

    assertThat(silent).isSubsetOf("example");
  }

  @Test
  void theGlossOfACommandFollowsItToItsNewName() {
    Map<String, Card> cards = Cards.of(Version.V4_0, Map.of());

    assertThat(cards.get("mi/dialog:list"))
        .satisfies(card -> assertThat(card.gloss()).contains("running calls"))
        .satisfies(card -> assertThat(card.otherNames()).contains("dlg_list"));
  }

  @Test
  void whatTimersAndGlossesNameIsInTheFacts() {
    Set<String> unknown = new TreeSet<>();
    Stream.of("timers.txt", "glosses.txt")
        .map(Resource::rows)
        .flatMap(List::stream)
        .map(List::getLast)
        .forEach(text -> {
          Matcher named = IDENTIFIER.matcher(text);
          while (named.find()) {
            if (!known(named.group())) {
              unknown.add(named.group());
            }
          }
        });

    assertThat(unknown).isEmpty();
  }

  private static boolean known(String name) {
    return operable()
        .anyMatch(version ->
            new Explain(version).of(name) instanceof Explanation.Known
                || Facts.of(version).mi().lookup(name) instanceof MiLookup.Found
                || name.equals("event_route")
                || name.equals("failure_route")
                || name.equals("onreply_route")
                || name.equals("branch_route"));
  }

  @Test
  void wordsMeetWhateverTheirEnding() {
    assertThat(Terms.of("registered registering registers"))
        .containsOnly(Terms.of("register").getFirst());
    assertThat(Terms.of("fr_inv_timeout")).containsExactly("fr", "inv", "timeout");
    assertThat(Terms.of("refreshWatchers")).containsExactly("refresh", "watcher");
    assertThat(Terms.of("")).isEmpty();
  }
}
