package dev.opensipsmcp.cfg.edit;

import static dev.opensipsmcp.cfg.edit.Sample.done;
import static dev.opensipsmcp.cfg.edit.Sample.edits;
import static dev.opensipsmcp.cfg.edit.Sample.reason;
import static dev.opensipsmcp.cfg.edit.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Version;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParameterEditsTest {
  private final SyntaxTree tree = Sample.tree();
  private final Edits edits = edits(Version.V3_6);

  @Test
  void onlyTheValueOfAParameterChanges() {
    Edited.Done done =
        done(edits.setParameter(tree, "tm", new Parameter("fr_timeout", Value.of(7))));

    assertThat(done.text()).isEqualTo(Sample.TEXT.replace("fr_timeout\", 5", "fr_timeout\", 7"));
    assertThat(done.changes()).containsExactly("Parameter fr_timeout of tm changes from 5 to 7.");
    assertThat(done.replacements()).hasSize(1);
  }

  @Test
  void aNewParameterComesBehindTheModulesOthers() {
    assertThat(text(edits.setParameter(tree, "tm", new Parameter("fr_inv_timeout", Value.of(30)))))
        .contains(
            "modparam(\"tm\", \"fr_timeout\", 5)\nmodparam(\"tm\", \"fr_inv_timeout\", 30)\n");
  }

  @Test
  void theFirstParameterComesBehindTheModuleAndItsComment() {
    assertThat(text(edits.setParameter(tree, "sl", new Parameter("enable_stats", Value.of(1)))))
        .contains("\"sl.so\"   # replies\nmodparam(\"sl\", \"enable_stats\", 1)\n");
  }

  @Test
  void quotesAndBackslashesInAValueAreEscaped() {
    assertThat(
            text(
                edits.addParameter(
                    tree, "registrar", new Parameter("realm_prefix", Value.of("a\"b\\c")))))
        .contains("modparam(\"registrar\", \"realm_prefix\", \"a\\\"b\\\\c\")");
  }

  @Test
  void oneOfSeveralIsTakenOutByItsValue() {
    SyntaxTree lists =
        Parser.parse(
            """
            loadmodule "rtpengine.so"
            modparam("rtpengine", "rtpengine_sock", "udp:127.0.0.1:2223")
            modparam("rtpengine", "rtpengine_sock", "udp:127.0.0.1:2224")
            route { exit; }
            """);

    assertThat(
            reason(
                edits.setParameter(
                    lists, "rtpengine", new Parameter("rtpengine_sock", Value.of("x")))))
        .contains("is set 2 times");
    assertThat(
            text(
                edits.removeParameter(
                    lists,
                    "rtpengine",
                    "rtpengine_sock",
                    Optional.of(Value.of("udp:127.0.0.1:2223")))))
        .isEqualTo(
            """
            loadmodule "rtpengine.so"
            modparam("rtpengine", "rtpengine_sock", "udp:127.0.0.1:2224")
            route { exit; }
            """);
  }

  @Test
  void aParameterOfAModuleThatIsNotLoadedIsRefused() {
    assertThat(
            reason(
                edits.setParameter(tree, "pike", new Parameter("sampling_time_unit", Value.of(2)))))
        .isEqualTo("Module pike is not loaded here.");
  }

  @Test
  void aGlobalKeepsItsSpaces() {
    assertThat(text(edits.setGlobal(tree, "log_level", Value.of(4))))
        .isEqualTo(Sample.TEXT.replace("log_level = 3", "log_level = 4"));
  }

  @Test
  void aNewGlobalStandsWithTheOthers() {
    assertThat(text(edits.setGlobal(tree, "udp_workers", Value.of(8))))
        .contains("mpath=\"/usr/lib/opensips/modules/\"\nudp_workers=8\nloadmodule");
  }

  @Test
  void aListenerComesBehindTheListenersAndCanGoAgain() {
    Edited added = edits.addGlobal(tree, "socket", new Value.Bare("udp:127.0.0.1:5070"));

    assertThat(text(added)).contains("# customers\nsocket=udp:127.0.0.1:5070\n");
    assertThat(
            text(
                added.then(next ->
                    edits.removeGlobal(
                        next, "socket", Optional.of(new Value.Bare("udp:127.0.0.1:5070"))))))
        .isEqualTo(Sample.TEXT);
  }

  @Test
  void aGlobalThatTheVersionLacksOrAValueOfAnotherFormIsRefused() {
    assertThat(reason(edits.setGlobal(tree, "children", Value.of(8))))
        .isEqualTo("OpenSIPS 3.6 has no global parameter children.");
    assertThat(reason(edits.setGlobal(tree, "udp_workers", Value.of("8"))))
        .isEqualTo("udp_workers does not take the value \"8\".");
  }

  @Test
  void anEditThatWouldBringAFaultIsRefused() {
    assertThat(reason(edits.addGlobal(tree, "socket", new Value.Bare("udp:127.0.0.1:5070;"))))
        .startsWith("The new text would be wrong: ");
  }
}
