package dev.opensipsmcp.cfg.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.opensipsmcp.cfg.explain.Explanation.Entry;
import dev.opensipsmcp.cfg.explain.Explanation.Step;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExplainTest {
  private static final Step ALWAYS =
      new Step("3.2", "It is there, in the oldest version that is known.");

  private static List<Entry> known(Version version, String name) {
    Explanation explanation = new Explain(version).of(name);
    assertThat(explanation).as(name).isInstanceOf(Explanation.Known.class);
    return ((Explanation.Known) explanation).entries();
  }

  private static Entry one(Version version, String name) {
    List<Entry> entries = known(version, name);
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private static Explanation.Unknown unknown(Version version, String name) {
    Explanation explanation = new Explain(version).of(name);
    assertThat(explanation).as(name).isInstanceOf(Explanation.Unknown.class);
    return (Explanation.Unknown) explanation;
  }

  @Test
  void aParameterIsToldWithItsTypeItsDefaultAndALineToWrite() {
    assertThat(one(Version.V3_6, "tm.fr_timeout"))
        .isEqualTo(
            new Entry(
                Topic.PARAMETER,
                "fr_timeout",
                "tm",
                "fr_timeout is a parameter of module tm. It takes a number. Its default is 30."
                    + " It is set with modparam(\"tm\", \"fr_timeout\", 30).",
                List.of(ALWAYS)));
  }

  @Test
  void aDefaultThatChangesSilentlyIsInTheHistory() {
    assertThat(one(Version.V4_0, "usrloc use_domain").history())
        .containsExactly(ALWAYS, new Step("4.0", "Its default changes from 0 to 1."));
  }

  @Test
  void aFunctionIsToldWithItsArgumentsAndTheRoutesThatMayCallIt() {
    assertThat(one(Version.V3_6, "ds_select_dst()").text())
        .isEqualTo(
            "ds_select_dst is a function of module dispatcher. It is called ds_select_dst(set:"
                + " number, alg: number, [flags: string], [partition: string], [max_res: number])."
                + " It may be called from route, failure_route, branch_route, local_route.");
  }

  @Test
  void whatIsGoneIsToldWithTheVersionsThatHadIt() {
    assertThat(unknown(Version.V3_6, "avp_db_query").elsewhere())
        .extracting(Entry::owner, Entry::topic)
        .containsExactly(tuple("avpops", Topic.FUNCTION), tuple("avpops", Topic.ASYNC_FUNCTION));
    assertThat(unknown(Version.V3_6, "avp_db_query").elsewhere().getFirst().history())
        .containsExactly(ALWAYS, new Step("3.5", "It is gone."));
  }

  @Test
  void aMistypedNameIsAnsweredWithTheNearestOnes() {
    assertThat(unknown(Version.V3_6, "t_rely").nearest()).startsWith("t_relay", "t_reply");
    assertThat(unknown(Version.V3_6, "dialogue").nearest()).contains("dialog");
    assertThat(unknown(Version.V3_6, "xyzzyplugh").nearest()).isEmpty();
  }

  @Test
  void anMiCommandIsFollowedThroughItsNames() {
    assertThat(one(Version.V3_6, "dlg_list").history())
        .containsExactly(ALWAYS, new Step("4.0", "It is called dialog:list."));
    assertThat(one(Version.V4_0, "dialog:list").text())
        .startsWith("dialog:list is an MI command of module dialog. It takes nothing; or callid")
        .contains("It is also known as dlg_list.");
  }

  @Test
  void variablesDifferByCase() {
    assertThat(one(Version.V3_6, "$ru").name()).isEqualTo("$ru");
    assertThat(one(Version.V3_6, "$rU").name()).isEqualTo("$rU");
    assertThat(one(Version.V3_6, "$msg.branch.uri").history())
        .containsExactly(new Step("3.6", "It is new."));
  }

  @Test
  void flagsKnowTheirFunctionAndTheirFormerLetter() {
    assertThat(known(Version.V3_6, "memory-only").getFirst().text())
        .isEqualTo(
            "memory-only is a flag of function save(). It stands in argument 2 of save()."
                + " Before flags had names, it was m.");
    assertThat(known(Version.V4_0, "bye-on-timeout").getFirst().history())
        .containsExactly(new Step("4.0", "It is new."));
  }

  @Test
  void eventsStatisticsTransformationsModulesDirectivesAndKeywordsAreKnown() {
    assertThat(one(Version.V3_6, "E_DLG_STATE_CHANGED").topic()).isEqualTo(Topic.EVENT);
    assertThat(one(Version.V3_6, "dialog:active_dialogs").topic()).isEqualTo(Topic.STATISTIC);
    assertThat(one(Version.V3_6, "{s}").topic()).isEqualTo(Topic.TRANSFORMATION);
    assertThat(one(Version.V3_6, "dialog").text()).startsWith("dialog is a module. It needs tm.");
    assertThat(one(Version.V3_6, "udp_workers").topic()).isEqualTo(Topic.DIRECTIVE);
    assertThat(one(Version.V3_6, "while").topic()).isEqualTo(Topic.KEYWORD);
  }

  @Test
  void oneKindOfThingCanBeAskedFor() {
    assertThat(new Explain(Version.V3_6).of(Topic.DIRECTIVE, "log_level"))
        .isInstanceOfSatisfying(
            Explanation.Known.class, known -> assertThat(known.entries()).hasSize(1));
    assertThat(new Explain(Version.V3_6).of(Topic.EVENT, "log_level"))
        .isInstanceOf(Explanation.Unknown.class);
  }

  @ParameterizedTest
  @EnumSource
  void everyNameOfEveryVersionIsExplainedAndHasAHistory(Version version) {
    for (String name : Catalogue.of(version).names()) {
      for (Entry entry : known(version, name)) {
        assertThat(entry.text()).contains(" is ").endsWith(".").doesNotContain("  ");
        assertThat(entry.history())
            .as(name)
            .isNotEmpty()
            .extracting(Step::version)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Property
  void anyNameIsAnswered(@ForAll String name) {
    assertThat(new Explain(Version.V3_6).of(name)).isNotNull();
  }
}
