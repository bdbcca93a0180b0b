package dev.opensipsmcp.cfg.check;

import static dev.opensipsmcp.cfg.check.Programs.fatal;
import static dev.opensipsmcp.cfg.check.Programs.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person reads when a file would not start. */
class CheckerTest {
  private static final List<String> RELAY = List.of("sl", "tm");

  private static Finding only(Version version, String text) {
    List<Finding> found = fatal(version, text);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static String fix(Version version, String text) {
    return only(version, text).fix().orElseThrow();
  }

  @Test
  void saysNothingToAFileThatIsInOrder() {
    String text = file(RELAY, "t_relay();");
    for (Version version : Version.values()) {
      assertThat(Programs.checker(version).verdict(Programs.program(text)))
          .isEqualTo(new Verdict(true, true, List.of()));
    }
  }

  @Test
  void offersTheNameThatAMisspeltOneIsNearTo() {
    Finding finding = only(Version.V3_6, file(RELAY, "t_rely();"));
    assertThat(finding.id()).isEqualTo("unknown-function");
    assertThat(finding.message()).isEqualTo("OpenSIPS 3.6 has no function t_rely.");
    assertThat(finding.fix()).contains("Did you mean t_relay or t_reply?");
    assertThat(finding.reason()).contains("with -C as well as at start");
  }

  @Test
  void namesTheModuleThatIsMissingForAFunction() {
    assertThat(fix(Version.V4_0, file(RELAY, "if (is_method(\"ACK\")) t_relay();")))
        .isEqualTo("Load module sipmsgops, which has it.");
  }

  @Test
  void tellsWhatCameInThePlaceOfAFunctionThatWent() {
    String text = file(RELAY, "append_branch();");
    assertThat(fatal(Version.V3_5, text)).isEmpty();
    Finding finding = only(Version.V3_6, text);
    assertThat(finding.message())
        .isEqualTo(
            "OpenSIPS 3.6 has no function append_branch; 3.5 was the last version that has it.");
    assertThat(finding.fix()).contains("Use append_msg_branch, which took its place.");
  }

  @Test
  void tellsWithWhichVersionAGlobalParameterCame() {
    String text = "tcp_threads=2\n" + file(RELAY, "t_relay();");
    assertThat(fatal(Version.V4_0, text)).isEmpty();
    assertThat(only(Version.V3_6, text).message()).endsWith("it came with 4.0.");
  }

  @Test
  void translatesLettersAndBitsIntoTheFlagsThatTheyMeant() {
    String save = file(List.of("sl", "tm", "signaling", "usrloc", "registrar"), "%s");
    assertThat(fix(Version.V3_4, save.formatted("save(\"location\", \"rc2\");")))
        .isEqualTo("Write \"no-reply,max-contacts=2\", which means the same.");
    assertThat(fatal(Version.V3_3, save.formatted("save(\"location\", \"rc2\");"))).isEmpty();
    String test = file(List.of("sl", "tm", "nathelper"), "if (%s) t_relay();");
    assertThat(fix(Version.V3_6, test.formatted("nat_uac_test(\"3\")")))
        .isEqualTo("Write \"private-contact,diff-ip-src-via\", which means the same.");
  }

  @Test
  void tellsWhatOnlyTheStartSees() {
    Finding finding = only(Version.V3_6, file(RELAY, "t_on_failure(\"busy\");\nt_relay();"));
    assertThat(finding.reason())
        .isEqualTo("OpenSIPS does not start, although -C says that the file is fine.");
    Verdict verdict =
        Programs.checker(Version.V3_6)
            .verdict(Programs.program(file(RELAY, "t_on_failure(\"busy\");\nt_relay();")));
    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.starts()).isFalse();
  }

  @Test
  void tellsWhatOnlyTheCheckSees() {
    String text =
        file(RELAY, "t_relay();") + "error_route { route(new); }\nroute[new] { t_newtran(); }\n";
    Verdict verdict = Programs.checker(Version.V4_0).verdict(Programs.program(text));
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.starts()).isTrue();
    assertThat(verdict.findings())
        .extracting(Finding::id)
        .containsExactly("wrong-route-kind-by-jump");
  }

  @Test
  void looksAtVariablesInStringsAsWell() {
    Finding finding = only(Version.V3_6, file(RELAY, "xlog(\"from $fo\\n\");"));
    assertThat(finding.id()).isEqualTo("unknown-variable");
    assertThat(finding.fix().orElseThrow()).contains("$fU");
  }

  @Test
  void sendsAVariableToTheModuleThatHasIt() {
    assertThat(fix(Version.V3_6, file(RELAY, "if ($DLG_status == 3) exit;\nt_relay();")))
        .isEqualTo("Load module dialog, which has it.");
    assertThat(
            fatal(
                Version.V3_6,
                file(List.of("sl", "tm", "dialog"), "if ($DLG_status == 3) exit;\nt_relay();")))
        .isEmpty();
  }

  @Test
  void seesThatTheLexerCutsAName() {
    String text = file(RELAY, "if ($challenge.algorithm == \"MD5\") exit;\nt_relay();");
    assertThat(fix(Version.V4_0, text))
        .isEqualTo("Put it into parentheses: $(challenge.algorithm).");
    assertThat(fatal(Version.V4_0, text.replace("$challenge.algorithm", "$(challenge.algorithm)")))
        .isEmpty();
  }

  @Test
  void leavesUndecidedWhatTheBuildDecides() {
    String text = "mem-group = \"calls\": \"tm\" \"dialog\"\n" + file(RELAY, "t_relay();");
    assertThat(Programs.checker(Version.V3_6).check(Programs.program(text)))
        .singleElement()
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.UNKNOWN));
  }

  @Test
  void judgesNothingByWhatAFileThatWasNotReadMayHold() {
    String text = "include_file \"modules.cfg\"\nroute {\n  t_relay();\n  t_rely(;\n}\n";
    assertThat(Programs.checker(Version.V3_6).check(Programs.program(text)))
        .extracting(Finding::id)
        .containsExactlyInAnyOrder("include-not-followed", "syntax");
  }

  @Test
  void saysOfATemplateThatItIsOneAndNothingElse() {
    String text = "changequote([[,]])\ndefine([[PORT]], 5060)\nsocket=udp:127.0.0.1:PORT\n";
    Verdict verdict = Programs.checker(Version.V3_6).verdict(Programs.program(text));
    assertThat(verdict.findings()).extracting(Finding::severity).containsOnly(Severity.UNKNOWN);
    assertThat(verdict.findings()).extracting(Finding::id).containsOnly("template");
  }

  @Test
  void saysOfKamailiosFileWhoseItIs() {
    String text = "request_route {\n  t_relay();\n}\n";
    assertThat(Programs.checker(Version.V3_6).check(Programs.program(text)))
        .extracting(Finding::id)
        .contains("kamailio");
  }

  @Test
  void wantsListenersForProtocolModulesSince40() {
    String text = file(List.of("proto_tcp", "sl", "tm"), "t_relay();");
    assertThat(fatal(Version.V3_6, text)).isEmpty();
    assertThat(only(Version.V4_0, text).id()).isEqualTo("protocol-without-listener");
  }

  @Test
  void neverHangsNorFallsOnLongAndDeepFiles() {
    String chain = "if ($var(a)" + " and $var(a)".repeat(900) + ") exit;";
    assertThat(fatal(Version.V3_6, file(List.of(), chain))).isEmpty();
    String deep = "if (1) {".repeat(5_000) + "exit;" + "}".repeat(5_000);
    assertThat(fatal(Version.V3_6, file(List.of(), deep))).isNotEmpty();
    String routes =
        Stream.iterate(0, it -> it + 1)
            .limit(5_000)
            .map(it ->
                "route[r" + it + "] { route(r" + (it + 1) % 5_000 + "); nosuch" + it + "(); }\n")
            .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
            .toString();
    // the functions, and that there are so many routes
    assertThat(fatal(Version.V3_6, file(RELAY, "route(r0);") + routes)).hasSize(5_001);
  }

  @Test
  void wantsMethodsThatItKnowsInAListAndTakesAnyWordAlone() {
    List<String> modules = List.of("sl", "tm", "sipmsgops");
    for (Version version : Version.values()) {
      for (String fine : List.of("HELLO", "HELLO,THERE", "invite | Bye", "BYE|", "INVITE|BYE")) {
        assertThat(fatal(version, file(modules, "if (is_method(\"" + fine + "\")) t_relay();")))
            .isEmpty();
      }
      Finding finding =
          only(version, file(modules, "if (is_method(\"INVITE|REGISTR\")) t_relay();"));
      assertThat(finding.id()).isEqualTo("unknown-method");
      assertThat(finding.fix()).contains("Did you mean REGISTER?");
      assertThat(fatal(version, file(modules, "if (is_method(\"INVITE||BYE\")) t_relay();")))
          .hasSize(1);
    }
  }
}
