package dev.opensipsmcp.cfg.edit;

import static dev.opensipsmcp.cfg.edit.Sample.done;
import static dev.opensipsmcp.cfg.edit.Sample.edits;
import static dev.opensipsmcp.cfg.edit.Sample.reason;
import static dev.opensipsmcp.cfg.edit.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ModuleEditsTest {
  private final SyntaxTree tree = Sample.tree();

  @Test
  void theSampleHasNoFaults() {
    assertThat(tree.faults()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_4", "V3_5", "V3_6", "V4_0"})
  void aModuleComesBehindTheOthersWithItsParameters(Version version) {
    Edited edited =
        edits(version).addModule(tree, "maxfwd", List.of(new Parameter("max_limit", Value.of(70))));

    assertThat(text(edited))
        .isEqualTo(
            Sample.TEXT.replace(
                "loadmodule \"registrar.so\"\n",
                """
                loadmodule "registrar.so"
                loadmodule "maxfwd.so"
                modparam("maxfwd", "max_limit", 70)
                """));
  }

  @Test
  void whatAModuleNeedsComesBeforeIt() {
    Edited.Done done =
        done(
            edits(Version.V3_6)
                .addModule(
                    tree,
                    "auth_db",
                    List.of(
                        new Parameter(
                            "db_url", Value.of("mysql://opensips:pw@127.0.0.1/opensips")))));

    assertThat(done.text())
        .contains(
            """
            loadmodule "registrar.so"
            loadmodule "db_mysql.so"
            loadmodule "auth.so"
            loadmodule "auth_db.so"
            modparam("auth_db", "db_url", "mysql://opensips:pw@127.0.0.1/opensips")
            """);
    assertThat(done.changes()).contains("Module auth is loaded, which auth_db needs.");
  }

  @Test
  void aProtocolWithoutAListenerIsTold() {
    Edits edits = edits(Version.V4_0);

    assertThat(done(edits.addModule(tree, "proto_hep", List.of())).notes())
        .singleElement()
        .asString()
        .startsWith("Module proto_hep needs a listener");
    assertThat(
            done(edits
                    .addGlobal(tree, "socket", new Value.Bare("hep_tcp:127.0.0.1:9060"))
                    .then(next -> edits.addModule(next, "proto_hep", List.of())))
                .notes())
        .isEmpty();
  }

  @Test
  void whichDatabaseIsForAPersonToSay() {
    assertThat(reason(edits(Version.V3_6).addModule(tree, "alias_db", List.of())))
        .startsWith("Module alias_db needs one of these, and none is loaded: ")
        .contains("db_mysql");
  }

  @Test
  void aModuleThatOthersWantBeforeThemselvesComesBeforeThem() {
    SyntaxTree without =
        Parser.parse(
            Sample.TEXT
                .replace("loadmodule \"usrloc.so\"\n", "")
                .replaceAll("modparam\\(\"usrloc.*\n", ""));

    assertThat(text(edits(Version.V3_6).addModule(without, "usrloc", List.of())))
        .contains("loadmodule \"usrloc.so\"\nloadmodule \"registrar.so\"\n");
  }

  @Test
  void theFolderOfTheOthersIsTheFolderOfTheNewOne() {
    SyntaxTree folders = Parser.parse("loadmodule \"/opt/m/sl.so\"\nroute { exit; }\n");

    assertThat(text(edits(Version.V3_6).addModule(folders, "maxfwd", List.of())))
        .isEqualTo(
            "loadmodule \"/opt/m/sl.so\"\nloadmodule \"/opt/m/maxfwd.so\"\nroute { exit; }\n");
  }

  @Test
  void whatTheVersionLacksIsSaidWithTheVersionsThatHaveIt() {
    assertThat(reason(edits(Version.V3_6).addModule(tree, "avpops", List.of())))
        .isEqualTo("OpenSIPS 3.6 has no module avpops; 3.2, 3.3 and 3.4 have it.");
    assertThat(
            reason(
                edits(Version.V4_0)
                    .addModule(tree, "maxfwd", List.of(new Parameter("limit", Value.of(1))))))
        .isEqualTo("OpenSIPS 4.0 has no parameter limit of module maxfwd.");
    assertThat(
            reason(
                edits(Version.V4_0)
                    .addModule(
                        tree, "maxfwd", List.of(new Parameter("max_limit", Value.of("70"))))))
        .isEqualTo("Parameter max_limit of module maxfwd takes a number.");
  }

  @Test
  void aModuleGoesWithItsParametersAndTheCommentBehindIt() {
    SyntaxTree more =
        Parser.parse(
            Sample.TEXT.replace(
                "route{\n",
                "loadmodule \"pike.so\" # floods\nmodparam(\"pike\", \"reqs_density_per_unit\", 30)\nroute{\n"));

    assertThat(text(edits(Version.V3_6).removeModule(more, "pike"))).isEqualTo(Sample.TEXT);
  }

  @Test
  void aModuleThatIsNeededOrUsedStays() {
    assertThat(reason(edits(Version.V3_6).removeModule(tree, "usrloc")))
        .isEqualTo("Module usrloc is needed by registrar.");
    assertThat(reason(edits(Version.V3_6).removeModule(tree, "registrar")))
        .isEqualTo("Module registrar is in use: save() in line 30.");
    assertThat(reason(edits(Version.V3_6).removeModule(tree, "dialog")))
        .isEqualTo("Module dialog is not loaded here.");
  }

  @Test
  void aModuleWhoseVariableStandsInAStringIsInUse() {
    SyntaxTree logging =
        Parser.parse(
            "loadmodule \"tm.so\"\nloadmodule \"dialog.so\"\n"
                + "route { xlog(\"$DLG_status\"); }\n");

    assertThat(reason(edits(Version.V3_6).removeModule(logging, "dialog")))
        .isEqualTo("Module dialog is in use: $DLG_status in line 3.");
  }

  @Test
  void aPatternThatSetsAParameterOfSeveralModulesIsTold() {
    SyntaxTree pattern =
        Parser.parse(
            "loadmodule \"pike.so\"\nmodparam(\"pike|tm\", \"check_route\", \"x\")\nroute { exit; }\n");

    assertThat(done(edits(Version.V3_6).removeModule(pattern, "pike")).notes())
        .singleElement()
        .asString()
        .startsWith("Line 2 sets a parameter of several modules");
  }

  @Test
  void addingAndRemovingIsNothing() {
    Edits edits = edits(Version.V3_6);

    assertThat(
            text(
                edits
                    .addModule(tree, "maxfwd", List.of())
                    .then(next -> edits.removeModule(next, "maxfwd"))))
        .isEqualTo(Sample.TEXT);
  }
}
