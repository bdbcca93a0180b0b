package dev.opensipsmcp.server.toolset.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Statistic;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every metric in dashboards and alerts is one that OpenSIPS has. */
class TrueMetricsTest {
  /** Their libraries (Net-SNMP, hiredis) were not there when the nodes were recorded. */
  private static final Set<String> NOT_BUILT = Set.of("snmpstats", "cachedb_redis");

  private static Stream<Term> terms() {
    return Stream.concat(
        Boards.ALL.stream()
            .flatMap(board -> board.panels().stream())
            .flatMap(panel -> panel.lines().stream())
            .map(Panel.Line::term),
        Alerts.ALL.stream().map(AlertRule::term));
  }

  private static MetricNames names(int mode) {
    return MetricNames.of(
        Parser.parse(
            "loadmodule \"prometheus.so\"\nmodparam(\"prometheus\", \"group_mode\", "
                + mode
                + ")"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Version.class,
      names = {"V3_2", "V3_3"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyStatisticIsInTheFactsOfEveryVersionThatCanBeOperated(Version version) {
    assertThat(terms().flatMap(term -> term.figures().stream()))
        .isNotEmpty()
        .allSatisfy(figure -> assertThat(figure.in(Facts.of(version))).as("%s", figure).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"3.6-name,1", "4.0-name,1", "3.6-none,0", "3.6-label,2"})
  void everyMetricIsNamedAsARealNodeNamesIt(String recorded, int mode) {
    Exposition exposition = Exposition.of(recorded);
    MetricNames names = names(mode);

    assertThat(terms().flatMap(term -> term.figures().stream()))
        .filteredOn(figure -> figure.in(Facts.of(Version.V3_6)))
        .allSatisfy(figure -> assertThat(exposition.types()).containsKey(names.metric(figure)));
    if (mode == 2) {
      assertThat(names.select(Figure.of("tm:inuse_transactions"), "job=\"x\""))
          .isEqualTo("opensips_inuse_transactions{group=\"tm\",job=\"x\"}");
      assertThat(exposition.labels("opensips_inuse_transactions", "group=\"tm\"")).isTrue();
    }
  }

  @Test
  void everyStatisticOfTheFactsThatTheNodeHadIsNamedRightly() {
    Exposition exposition = Exposition.of("4.0-name");
    List<String> missing =
        Facts.of(Version.V4_0).statistics().stream()
            .filter(statistic -> !statistic.name().contains("*"))
            .filter(statistic -> had(exposition, statistic.group()))
            .map(statistic -> new Figure(statistic.group(), statistic.name()))
            .map(MetricNames.ADDED::metric)
            .filter(metric -> !exposition.types().containsKey(metric))
            .toList();

    assertThat(missing).isEmpty();
  }

  private static boolean had(Exposition exposition, String group) {
    return exposition.types().keySet().stream()
        .anyMatch(metric -> metric.startsWith("opensips_" + group + "_"));
  }

  @Test
  void noPanelShowsWhatWasNotRecorded() {
    assertThat(terms().flatMap(term -> term.figures().stream()))
        .noneMatch(figure -> NOT_BUILT.contains(figure.group()));
  }

  @Test
  void everyModuleThatDeclaresStatisticsWasRecorded() {
    Exposition exposition = Exposition.of("4.0-name");

    assertThat(Facts.of(Version.V4_0).statistics())
        .filteredOn(statistic -> !statistic.name().contains("*"))
        .extracting(Statistic::group)
        .filteredOn(group -> !had(exposition, group))
        .isSubsetOf(NOT_BUILT);
  }

  @Test
  void onlyCountersAreTakenAsRates() {
    Exposition exposition = Exposition.of("3.6-name");

    terms()
        .forEach(term -> {
          switch (term) {
            case Term.Rate(Figure figure) -> counts(exposition, figure);
            case Term.Increase(Figure figure) -> counts(exposition, figure);
            case Term.Share share -> share.figures().forEach(figure -> counts(exposition, figure));
            case Term.Value _, Term.Percent _ -> {}
          }
        });
  }

  private static void counts(Exposition exposition, Figure figure) {
    List<Statistic> known =
        Facts.of(Version.V3_6).statistics().stream().filter(figure::is).toList();
    assertThat(known).as("%s", figure).isNotEmpty().allMatch(Statistic::counter);
    assertThat(exposition.types()).containsEntry(MetricNames.ADDED.metric(figure), "counter");
  }

  @Test
  void whatIsCountedPerProcessIsToldApartByLabels() {
    Exposition exposition = Exposition.of("3.6-name");

    assertThat(terms().flatMap(term -> term.figures().stream()).filter(Figure::perProcess))
        .isNotEmpty()
        .allSatisfy(figure ->
            assertThat(exposition.labels(MetricNames.ADDED.metric(figure), "id=")).isTrue());
  }

  @Test
  void aConfigurationsOwnNamesAreFollowed() {
    MetricNames names =
        MetricNames.of(
            Parser.parse(
                """
                loadmodule "prometheus.so"
                modparam("prometheus", "prefix", "sip")
                modparam("prometheus", "delimiter", ":")
                modparam("prometheus", "group_mode", 1)
                modparam("prometheus", "group_prefix", "g_")
                """));

    assertThat(names.metric(Figure.of("tm:2xx_transactions")))
        .isEqualTo("sip:g_tm:2xx_transactions");
    assertThat(MetricNames.of(Parser.parse("route { exit; }"))).isEqualTo(MetricNames.ADDED);
    assertThat(MetricNames.of(Parser.parse("loadmodule \"prometheus.so\"")))
        .isEqualTo(MetricNames.UNSET);
  }
}
