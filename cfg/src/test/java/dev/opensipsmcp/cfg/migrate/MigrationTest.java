package dev.opensipsmcp.cfg.migrate;

import static dev.opensipsmcp.cfg.migrate.Migrated.migrate;
import static dev.opensipsmcp.cfg.migrate.Migrated.route;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.source.Loader;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "t_reply(\"404\", \"Gone\");|t_reply(404, \"Gone\");",
        "t_relay(\"udp:192.0.2.1\", \"0x1\");|t_relay(\"no-auto-477\", \"udp:192.0.2.1\");",
        "t_relay(\"udp:192.0.2.1\");|t_relay(, \"udp:192.0.2.1\");",
        "setbflag(1, NAT);|setbflag(\"NAT\", 1);",
        "isbranchflagset(NAT);|isbflagset(\"NAT\");",
        "append_branch;|append_branch();",
        "force_send_socket(udp:192.0.2.1:5060);|force_send_socket(\"udp:192.0.2.1:5060\");",
        "ds_select_dst(\"p:2\", \"4\", \"3\");|ds_select_dst(2, 4, , \"p\", 3);",
        "ds_select_dst(\"$var(set)\", \"4\");|ds_select_dst($var(set), 4);",
        "ds_mark_dst(\"east\", \"i\");|ds_mark_dst(\"i\", \"east\");",
        "ds_is_in_list(\"$si\", \"$sp\", \"p:2\");|ds_is_in_list(\"$si\", $sp, 2, \"p\");",
        "check_address(\"p:4\", \"$si\", \"$sp\", \"$proto\");"
            + "|check_address(4, \"$si\", $sp, \"$socket_in(proto)\", , , \"p\");",
        "do_routing(\"\", \"WF\");|do_routing(, \"F\");",
        "do_routing(\"2\", \"W\");|do_routing(2);",
        "remove_hf(\"^X-\", \"r\");|remove_hf_re(\"^X-\");",
        "exec_msg(\"logger\");|exec(\"logger\", $mb);",
        "tel2sip();|ruri_tel2sip();",
        "www_challenge(\"\", \"1\");|www_challenge(\"\", \"auth\");",
        "xlog(\"$Ri $$Ri $(fs{s.len})\");|xlog(\"$socket_in(ip) $$Ri $(socket_out{s.len})\");",
        "lookup(\"location\", \"mB\");|lookup(\"location\", \"method-filtering,to-branches-only\");",
        "rewritehostport(\"192.0.2.1:5080\");|sethostport(\"192.0.2.1:5080\");"
      })
  void callsOf24BecomeCallsOf34(String before, String after) {
    assertThat(route(before, Release.V2_4, Version.V3_4)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "append_branch();|append_branch_old();",
        "append_branch(\"sip:a@b\", \"0.5\");|append_msg_branch(\"sip:a@b\", \"0.5\", \"inherite\");",
        "remove_branch(1);|remove_msg_branch(1);",
        "$branch = \"sip:a@b\";|$msg.branch = \"sip:a@b\";",
        "xlog(\"$(branch(uri)[2])\");|xlog(\"$(msg.branch.uri[3])\");",
        "xlog(\"$(branch(uri)[-1])\");|xlog(\"$(msg.branch.uri[-1])\");",
        "$branch.flag(NAT) = 1;|$msg.branch.flag(NAT) = 1;",
        "create_dialog(\"PE\");|create_dialog(\"options-ping-caller,end-on-race-condition\");",
      })
  void branchesAndDialogsOf35AreWrittenAsIn40(String before, String after) {
    assertThat(route(before, Release.V3_5, Version.V4_0)).isEqualTo(after);
  }

  @Test
  void carriesTheAttributesOfACarrierBeforeThePartition() {
    assertThat(route("route_to_gw(\"g1\", $avp(a), \"p\");", Release.V3_2, Version.V3_4))
        .isEqualTo("route_to_gw(\"g1\", $avp(a), , \"p\");");
  }

  @Test
  void writesOutWhatWasADefault() {
    Plan.Migrated migrated =
        migrate(
            """
            loadmodule "usrloc.so"   # contacts
            modparam("group|auth_db", "use_domain", 1)
            loadmodule "auth_db.so"
            """,
            Release.V3_6,
            Version.V4_0);
    assertThat(migrated.text())
        .isEqualTo(
            """
            loadmodule "usrloc.so"   # contacts
            modparam("usrloc", "use_domain", 0)
            modparam("group|auth_db", "use_domain", 1)
            loadmodule "auth_db.so"
            modparam("auth_db", "load_credentials", "rpid")
            """);
    assertThat(migrated.changes())
        .extracting(Change::step)
        .containsExactly("4.0-use-domain", "4.0-credentials");
  }

  @Test
  void namesFlagsByStringsInParametersToo() {
    assertThat(
            migrate(
                    """
                    loadmodule "usrloc.so"
                    modparam("usrloc", "nat_bflag", 6)
                    route {
                      setbflag(6);
                    }
                    """,
                    Release.V2_4,
                    Version.V3_4)
                .text())
        .contains("modparam(\"usrloc\", \"nat_bflag\", \"6\")", "setbflag(\"6\");");
  }

  @Test
  void keepsTheLineEndsOfTheFile() {
    assertThat(migrate("log_stderror=no\r\nlog_level=3\r\n", Release.V3_3, Version.V3_4).text())
        .isEqualTo("stderror_enabled=no\r\nsyslog_enabled=yes\r\nlog_level=3\r\n");
  }

  @Test
  void turnsTheModulesForMiOverHttpRound() {
    assertThat(
            migrate(
                    """
                    loadmodule "httpd.so"
                    loadmodule "mi_http.so"
                    modparam("mi_http", "mi_http_root", "pages")
                    """,
                    Release.V2_4,
                    Version.V3_6)
                .text())
        .contains("loadmodule \"mi_html.so\"\nmodparam(\"mi_html\", \"root\", \"pages\")");
    assertThat(
            migrate(
                    """
                    loadmodule "httpd.so"
                    loadmodule "mi_json.so"
                    loadmodule "mi_http.so"
                    """,
                    Release.V2_4,
                    Version.V3_6)
                .text())
        .contains("mi_http.so", "mi_html.so", "modparam(\"mi_http\", \"root\", \"json\")")
        .doesNotContain("mi_json");
  }

  @Test
  void asksAPersonAboutWhatHasNoCertainRewrite() {
    Plan.Migrated migrated =
        migrate(
            "route {\n  avp_check(\"$avp(x)\", \"eq/1\");\n  lookup(\"location\", $var(f));\n}\n",
            Release.V3_3,
            Version.V3_6);
    assertThat(migrated.decisions())
        .extracting(d -> d.place().line() + " " + d.step())
        .containsExactly("2 3.5-avpops", "3 unknown-name", "3 3.4-flag-names");
    assertThat(migrated.decisions()).allSatisfy(d -> assertThat(d.options()).isNotEmpty());
  }

  @Test
  void tellsThePlaceInTheFileThatWasGiven() {
    Plan.Migrated migrated =
        migrate(
            "listen=udp:192.0.2.1:5060\nlog_stderror=no\nroute {\n  exec_dset(\"x\");\n}\n",
            Release.V2_4,
            Version.V4_0);
    assertThat(migrated.text()).startsWith("socket=udp:192.0.2.1:5060\nauto_aliases=yes\n");
    Decision decision = migrated.decisions().getFirst();
    assertThat(decision.place()).hasToString("opensips.cfg:4:3");
    assertThat(decision.line()).isEqualTo("exec_dset(\"x\");");
  }

  @Test
  void leavesAloneWhatItCanNotRead() {
    String text = "route {\n  append_branch(\"sip:a@b\", 0.5);\n}\n";
    Plan.Migrated migrated = migrate(text, Release.V3_5, Version.V4_0);
    assertThat(migrated.text()).contains("(\"sip:a@b\", 0.5)");
    assertThat(migrated.decisions())
        .extracting(Decision::what)
        .anyMatch(what -> what.startsWith("This can't be understood"));
  }

  @Test
  void namesWhatTheTargetDoesNotKnow() {
    Plan.Migrated migrated =
        migrate(
            "loadmodule \"mine.so\"\nno_such_setting=1\nroute {\n  xlog(\"$no_such_variable\");\n}\n",
            Release.V3_4,
            Version.V3_6);
    assertThat(migrated.decisions())
        .extracting(Decision::what)
        .containsExactly(
            "OpenSIPS 3.6 has no module mine.",
            "OpenSIPS 3.6 has no setting no_such_setting.",
            "OpenSIPS 3.6 has no variable $no_such_variable.");
  }

  @Test
  void saysWhichFilesWereNotLookedAt() {
    assertThat(migrate("include_file \"routes.cfg\"\n", Release.V3_4, Version.V3_6).decisions())
        .extracting(Decision::options)
        .asString()
        .contains("routes.cfg");
  }

  @Test
  void tellsPlacesInTheFileThatWasIncluded(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("routes.cfg"), "\nroute {\n  sl_send_reply(\"404\", \"No\");\n}\n");
    Files.writeString(folder.resolve("main.cfg"), "log_level=3\ninclude_file \"routes.cfg\"\n");
    Program program = Loader.in(folder).load(Path.of("main.cfg")).program();
    assertThat(Migration.plan(program, Release.V2_4, Version.V3_4))
        .isInstanceOfSatisfying(
            Plan.Migrated.class,
            migrated -> {
              assertThat(migrated.text()).contains("log_level=3", "sl_send_reply(404, \"No\");");
              assertThat(migrated.changes().getFirst().place()).hasToString("routes.cfg:3:17");
            });
  }

  @Test
  void saysThatATemplateMustBeRendered() {
    assertThat(migrate("listen=udp:{{ address }}:5060\n", Release.V3_4, Version.V4_0).decisions())
        .extracting(Decision::what)
        .anyMatch(what -> what.contains("Jinja2"));
  }

  @Test
  void countsTheChangesOfTablesOfLoadedModulesOnly() {
    String text = "loadmodule \"dialog.so\"\nloadmodule \"auth_db.so\"\n";
    assertThat(migrate(text, Release.V2_4, Version.V4_0).databaseSteps())
        .extracting(DatabaseStep::table, DatabaseStep::before, DatabaseStep::after)
        .contains(
            org.assertj.core.api.Assertions.tuple("dialog", OptionalInt.of(10), OptionalInt.of(12)))
        .noneMatch(tuple -> tuple.toString().contains("presentity"));
    assertThat(migrate(text, Release.V3_5, Version.V3_6).databaseSteps())
        .filteredOn(step -> step.table().equals("subscriber"))
        .allSatisfy(step -> assertThat(step.removedColumns()).contains("rpid"));
  }

  @Test
  void tellsClientsOfMiTheNewNames() {
    assertThat(migrate("loadmodule \"pike.so\"\n", Release.V3_6, Version.V4_0).miRenames())
        .contains(
            new MiRename("pike_list", "pike:list", false),
            new MiRename("which", "core:which", true));
    assertThat(migrate("loadmodule \"pike.so\"\n", Release.V3_4, Version.V3_6).miRenames())
        .isEmpty();
  }

  @Test
  void refusesToGoBackOrToVersionsThatNobodyRuns() {
    assertThat(Migration.plan("", Release.V4_0, Version.V3_6)).isInstanceOf(Plan.Refused.class);
    assertThat(Migration.plan("", Release.V2_4, Version.V3_2)).isInstanceOf(Plan.Refused.class);
  }

  @Test
  void isLinearAndTakesAnyDepth() {
    String deep = "route {\n" + "if (1) {".repeat(20_000) + "}".repeat(20_000) + "}\n";
    assertThat(migrate(deep, Release.V2_4, Version.V4_0).text()).hasSameSizeAs(deep);
    String dollars = "route { xlog(\"" + "$(".repeat(100_000) + "\"); }\n";
    assertThat(migrate(dollars, Release.V2_4, Version.V4_0).text()).isEqualTo(dollars);
  }
}
