package dev.opensipsmcp.facts.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsCompilerTest {
  private static final List<Version> BOTH = List.of(Version.V3_6, Version.V4_0);

  private static SortedMap<String, String> compiled() throws IOException, URISyntaxException {
    URL fixture = Objects.requireNonNull(FactsCompilerTest.class.getResource("extracted"));
    return FactsCompiler.compile(Path.of(fixture.toURI()), BOTH);
  }

  @Test
  void givesTheSameBytesEachTime() throws Exception {
    assertThat(compiled()).isEqualTo(compiled()).hasSize(13);
  }

  @Test
  void writesCommandsWithTheModuleToLoadAndTheirRecipesAsPlaces() throws Exception {
    assertThat(compiled().get("3.6/mi.tsv"))
        .isEqualTo(
            """
            bell_trace\tbell\t\t\t\t-
            bell_trace\tproto_door\t\t\tx:?\t0
            doorOpen\tdoor\t\t\tn:i\t0
            door_open\tdoor\tAN\t\tid:s wide:b guests:a\t- 01 02
            uptime\tcore\t\t\t\t-
            """);
    assertThat(compiled().get("4.0/mi.tsv"))
        .isEqualTo(
            """
            bell:trace\tbell\t\tbell_trace\t\t-
            core:uptime\tcore\t\tuptime\t\t-
            door:open\tdoor\t\t\t\t-
            door:trace\tproto_door\t\tbell_trace\t\t-
            """);
  }

  @Test
  void addsTheRenamesThatTheChangesLeaveOut() throws Exception {
    assertThat(compiled().get("mi-renames.tsv"))
        .isEqualTo(
            """
            bell_trace\tdoor:trace
            door_open\tdoor:open
            uptime\tcore:uptime
            bell_trace\tbell:trace\tbell
            doorOpen\tdoor:open
            """);
  }

  @Test
  void keepsOnlyDefaultsThatAreOneShortValue() throws Exception {
    assertThat(compiled().get("3.6/modules.tsv"))
        .isEqualTo(
            """
            m\tbell\tb
            i\tbell_trace
            m\tdoor
            p\tsize\ti\t=4096
            p\twait\ti\t=30
            p\tmode\ti\t=0
            p\tquality\ti
            p\tstrict\ti\t=1
            p\tlimit\ti
            p\ttable\ts\t=doors
            p\tprefix\ts\t=
            p\tsocket\ts
            p\tpolicy\ts\t=balancing
            p\tgreeting\ts
            p\tdb_url\ts
            p\thinge\tx
            f\tdoor_knock\trv\tid:s :i? answer:v?>
            f\tdoor_knock\trv\t:r=!
            a\tdoor_knock\t*
            v\t$door:wni
            d\tmodule:bell:silent sqldb::abort:c
            i\tdoor_open doorOpen
            m\tproto_door
            i\tbell_trace
            """);
  }

  @Test
  void writesTheCore() throws Exception {
    assertThat(compiled().get("3.6/core.tsv"))
        .isEqualTo(
            """
            g\tlights\tn\tlamps\t=-1
            g\tmemory\td
            g\thouse\tso
            g\tstreet\tw\t\t=main
            f\tstay\t*
            s\tif while
            k\tif lights while
            r\troute
            v\t$sun:
            t\ts
            l\tDBG\t4
            n\tcdb core dns load net pkmem rpmem shmem sql
            """);
  }

  @Test
  void writesTablesWithTheDefaultsThatAreNotNull() throws Exception {
    assertThat(compiled().get("3.6/tables.tsv"))
        .isEqualTo(
            """
            t\tdoors\t3\tdoor house
            c\tid\tUNSIGNED_INT\t10\tpa
            c\tlabel\tSTRING\t64\t\t=
            c\tweight\tFLOAT\t10,2\tn
            c\tsince\tDATETIME\t\t\t=1900-01-01 00:00:01
            i\tlabel_idx\tlabel since
            t\tversion\t0
            c\ttable_name\tSTRING\t32
            u\tt_name_idx\ttable_name
            """);
  }

  @Test
  void putsAStarForNamesThatOnlyTheRecordedNodeHad() throws Exception {
    assertThat(compiled().get("3.6/statistics.tsv"))
        .isEqualTo(
            """
            call_center\t~ccf_incalls-*
            core\tvisits
            door\topened\tajar
            load\t\t~load-proc-*
            pkmem\t\t~*-used_size
            shmem\t\tfree_size
            usrloc\t\t~*-users
            """);
  }

  @Test
  void writesEventsWithTheirModule() throws Exception {
    assertThat(compiled().get("3.6/events.tsv"))
        .isEqualTo("E_CORE_DUSK\tcore\nE_DOOR_OPEN\tdoor\tid time\n");
  }

  @Test
  void refusesWhatItHasNoLetterFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            MiPart.of(
                JsonParser.parseString(
                    "[{'name':'a','core':true,'params':[{'name':'x','type':'float'}]}]"),
                JsonParser.parseString("[]")))
        .withMessageContaining("float");
  }

  @Test
  void refusesAVersionWithoutARelease(@TempDir Path empty) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FactsCompiler.compile(empty, BOTH))
        .withMessageContaining("one release of 3.6");
  }

  @Test
  void agreesWithTheCommittedFactsWhereTheExtractedOnesAreAtHand() throws IOException {
    String extracted = System.getenv("OPENSIPS_FACTS");
    assumeThat(extracted)
        .as("left out: OPENSIPS_FACTS names no directory of extracted facts")
        .isNotBlank();
    FactsCompiler.compile(Path.of(extracted), List.of(Version.values()))
        .forEach((name, text) -> assertThat(committed(name)).as(name).isEqualTo(text));
  }

  private static String committed(String name) {
    try (InputStream in =
        FactsCompilerTest.class.getResourceAsStream("/dev/opensipsmcp/facts/internal/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
