package dev.opensipsmcp.cfg.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.opensipsmcp.cfg.source.Place;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class OutlineTest {
  private final Outline outline = Outline.of(BorderElement.program(), Facts.of(Version.V3_6));

  @Test
  void itTellsWhereItListens() {
    assertThat(outline.listening())
        .extracting(Listening::word, Listening::socket)
        .containsExactly(
            tuple("socket", "udp:127.0.0.1:5060 as 203.0.113.9:5060"),
            tuple("alias", "udp:sip.example.org:5060"));
  }

  @Test
  void modulesAreSortedByWhatTheyAreThereFor() {
    assertThat(outline.modules())
        .containsEntry("registrations", List.of("usrloc", "registrar"))
        .containsEntry("media", List.of("rtpengine"))
        .containsEntry("other", List.of("nowhere"));
    assertThat(outline.unknown()).containsExactly("nowhere");
  }

  @Test
  void otherSystemsAreToldWithoutTheirPasswords() {
    assertThat(outline.peers())
        .extracting(Peer::kind, Peer::address)
        .contains(
            tuple("database", "mysql://osips:***@db.example.org/osips"),
            tuple("media", "udp:127.0.0.1:2223"),
            tuple("http", "\"http://osips:***@api.example.org/ask\""));
    assertThat(outline.secrets())
        .extracting(Secret::by)
        .containsExactly(
            "db_default_url",
            "usrloc db_url",
            "auth secret",
            "auth_db db_url",
            "dispatcher partition");
    assertThat(outline.toString() + outline.text()).doesNotContain("hush");
  }

  @Test
  void managementIsToldWithTheDefaultsOfTheVersion() {
    assertThat(outline.surfaces())
        .containsExactly(
            new Surface("mi_http", "http://*:8080/mi"),
            new Surface("mi_fifo", "/tmp/opensips_fifo"));
    assertThat(Outline.of(BorderElement.program(), Facts.of(Version.V4_0)).surfaces())
        .contains(new Surface("mi_http", "http://127.0.0.1:8080/mi"));
  }

  @Test
  void aRouteIsToldInOneLine() {
    assertThat(outline.routes().getFirst())
        .isEqualTo(
            new RouteOutline(
                "route",
                List.of(
                    "limits hops",
                    "replies",
                    "follows Route headers",
                    "asks an HTTP server",
                    "stays in the dialog's path",
                    "arms a failure route"),
                List.of("483", "405"),
                List.of("route[RELAY]", "route[REGISTER]"),
                List.of("failure_route[GONE]"),
                List.of(
                    "mf_process_maxfwd_header",
                    "sl_send_reply",
                    "has_totag",
                    "loose_route",
                    "is_method",
                    "rest_get",
                    "record_route",
                    "t_on_failure"),
                new Place("opensips.cfg", 33, 1)));
    assertThat(outline.text())
        .contains(
            "route[REGISTER] (opensips.cfg:54:1): checks passwords of registrations,"
                + " asks for a password, saves registrations");
  }

  @Property
  void noPasswordOfADatabaseComesThrough(
      @ForAll
          @AlphaChars
          @NumericChars
          @Chars({'@', ':', '/', '#', '%', ' ', ';'})
          @StringLength(min = 1, max = 30)
          String password) {
    String marked = "Zq9" + password + "Zq9";
    Outline told =
        Outline.of(
            BorderElement.program(
                "loadmodule \"dialog.so\"\n"
                    + "modparam(\"dialog\", \"db_url\", \"mysql://u:"
                    + marked
                    + "@h/d\")\n"
                    + "route { exit; }\n"),
            Facts.of(Version.V3_6));

    assertThat(told.toString() + told.text()).doesNotContain("Zq9");
  }

  @Test
  void everyNameInTheTablesIsInTheFactsOfAVersion() {
    assertThat(Roles.all().keySet())
        .allMatch(name -> somewhere(facts -> facts.module(name).isPresent()));
    assertThat(Stream.concat(Peers.parameters().stream(), Tables.read("secrets.tsv").stream()))
        .allMatch(row -> parameter(row.getFirst(), row.get(1)));
    assertThat(Surfaces.HTTP.entrySet())
        .allMatch(entry -> parameter(entry.getKey(), entry.getValue()));
    assertThat(Surfaces.OWN.entrySet())
        .allMatch(entry -> parameter(entry.getKey(), entry.getValue()));
    assertThat(
            Stream.of(RouteReader.known(), RouteReader.REPLIES, Peers.FUNCTIONS.keySet())
                .flatMap(Set::stream))
        .allMatch(OutlineTest::function);
  }

  @Test
  void everyModuleOfEveryOperableVersionHasARole() {
    assertThat(Arrays.stream(Version.values()).filter(Version::operable))
        .allSatisfy(version ->
            assertThat(Facts.of(version).modules())
                .allSatisfy(module ->
                    assertThat(Roles.of(module.name()))
                        .as(module.name())
                        .isNotEqualTo(Roles.OTHER)));
  }

  private static boolean parameter(String module, String name) {
    return somewhere(facts -> facts.module(module).flatMap(m -> m.parameter(name)).isPresent());
  }

  private static boolean function(String name) {
    return somewhere(facts ->
        facts.core().statements().contains(name)
            || facts.core().functions().stream().anyMatch(f -> f.name().equals(name))
            || facts.modules().stream()
                .map(ModuleFacts::functions)
                .flatMap(List::stream)
                .anyMatch(f -> f.name().equals(name)));
  }

  private static boolean somewhere(Predicate<Facts> has) {
    return Arrays.stream(Version.values()).map(Facts::of).anyMatch(has);
  }
}
