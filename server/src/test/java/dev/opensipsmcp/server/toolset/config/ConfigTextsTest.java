package dev.opensipsmcp.server.toolset.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.cfg.build.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfigTextsTest {
  private static final String CONTENT = "config_content";
  private final AtDesk desk = new AtDesk();

  @AfterEach
  void close() {
    desk.close();
  }

  private static JsonArray list(String json) {
    return JsonParser.parseString(json).getAsJsonArray();
  }

  private static JsonObject map(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  @Test
  void aGoodConfigurationStartsAndAMisspeltFunctionIsFound() {
    JsonObject good = desk.object("cfg_check", CONTENT, AtDesk.GOOD, "version", "3.6");
    JsonObject bad =
        desk.object("cfg_check", CONTENT, AtDesk.GOOD.replace("send_reply", "send_replay"));

    assertThat(good.get("starts").getAsBoolean()).isTrue();
    assertThat(good.getAsJsonArray("findings")).isEmpty();
    assertThat(bad.get("starts").getAsBoolean()).isFalse();
    assertThat(bad.get("version").getAsString()).as("no node answers").isEqualTo("3.6");
    assertThat(bad.toString()).contains("send_replay", "Did you mean send_reply?", "\"line\":12");
  }

  @Test
  void manyFindingsComeInPages() {
    String bad = "route {\n" + "\tnot_a_function();\n".repeat(70) + "}\n";

    JsonObject first = desk.object("cfg_check", CONTENT, bad, "limit", 30);
    JsonObject last =
        desk.object(
            "cfg_check",
            CONTENT,
            bad,
            "limit",
            200,
            "cursor",
            first.get("next_cursor").getAsString());

    assertThat(first.getAsJsonArray("findings")).hasSize(30);
    assertThat(last.has("next_cursor")).isFalse();
    assertThat(last.getAsJsonArray("findings").size()).isGreaterThanOrEqualTo(40);
    assertThat(desk.failure("cfg_check", CONTENT, bad, "cursor", "x").code())
        .isEqualTo("CURSOR_INVALID");
  }

  @Test
  void whatIsNotGivenOrGivenTwiceIsToldApart() {
    assertThat(desk.failure("cfg_check").code()).isEqualTo("ARGUMENTS_INCOMPLETE");
    assertThat(desk.failure("cfg_check", CONTENT, "", "path", "/x").code())
        .isEqualTo("ARGUMENTS_WRONG");
    assertThat(desk.failure("cfg_check", "path", "/etc/hostname").code())
        .isEqualTo("CONFIG_OUTSIDE");
    assertThat(desk.failure("cfg_check", "path", "etc/x.cfg").code())
        .isEqualTo("CONFIG_UNREADABLE");
  }

  @Test
  void theAuditFindsTheShortSecretAndNeverTellsIt() {
    JsonObject audit = desk.object("cfg_lint", CONTENT, AtDesk.GOOD, "version", "3.6");
    JsonObject only = desk.object("cfg_lint", CONTENT, AtDesk.GOOD, "include", list("[\"S41\"]"));

    assertThat(audit.toString()).contains("S41").doesNotContain("planted");
    assertThat(only.getAsJsonArray("findings")).hasSize(1);
    assertThat(desk.failure("cfg_lint", CONTENT, "", "include", list("[\"S999\"]")).cause())
        .contains("S999");
    assertThat(desk.object("security_audit_config", CONTENT, AtDesk.GOOD).toString())
        .contains("S41")
        .doesNotContain("\"R30\"");
    assertThat(desk.rows("cfg_list_lint_rules")).hasSizeGreaterThan(40);
    assertThat(desk.rows("cfg_list_lint_rules", "rule", "S07"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.toString()).contains("S07"));
    assertThat(desk.failure("cfg_list_lint_rules", "rule", "S999").cause()).contains("S999");
  }

  @Test
  void aConfigurationIsToldInShortDrawnAndExplained() {
    JsonObject outline = desk.object("cfg_outline", CONTENT, AtDesk.GOOD);
    assertThat(outline.toString())
        .contains("udp:127.0.0.1:5060", "auth secret", "route[answer]")
        .doesNotContain("planted");

    assertThat(desk.object("cfg_flow", CONTENT, AtDesk.GOOD).get("text").getAsString())
        .startsWith("flowchart");
    assertThat(
            desk.object("cfg_flow", CONTENT, AtDesk.GOOD, "format", "svg")
                .get("text")
                .getAsString())
        .startsWith("<svg");

    assertThat(
            desk.object("cfg_explain_route", "route_code", "send_reply(200, \"OK\");").toString())
        .contains("200");
    assertThat(
            desk.object("cfg_explain_route", CONTENT, AtDesk.GOOD, "route", "route[answer]")
                .toString())
        .contains("404");
    assertThat(
            desk.failure("cfg_explain_route", CONTENT, AtDesk.GOOD, "route", "route[ansver]")
                .nextStep())
        .contains("route[answer]");

    assertThat(desk.object("cfg_explain", "topic", "dialog.db_mode").toString())
        .contains("module parameter");
    assertThat(desk.failure("cfg_explain", "topic", "no_such_thing_anywhere").code())
        .isEqualTo("ARGUMENTS_WRONG");
  }

  @Test
  void aTextIsLaidOutAndComparedInMeaning() {
    String messy = AtDesk.GOOD.replace("\t", "");

    assertThat(desk.object("cfg_format", CONTENT, messy).get("changed").getAsBoolean()).isTrue();
    assertThat(desk.failure("cfg_format", CONTENT, "route {").code()).isEqualTo("CONFIG_UNFIT");
    JsonObject layout = desk.object("cfg_diff", "existing_cfg", AtDesk.GOOD, "new_cfg", messy);
    assertThat(layout.get("kind").getAsString()).isEqualTo("layout");
    JsonObject meaning =
        desk.object(
            "cfg_diff",
            "existing_cfg",
            AtDesk.GOOD,
            "new_cfg",
            AtDesk.GOOD.replace("404", "480"),
            "change_description",
            "say that nobody is there");
    assertThat(meaning.get("kind").getAsString()).isEqualTo("meaning");
    assertThat(meaning.get("text").getAsString()).contains("-\tsend_reply(404");
    assertThat(meaning.get("starts").getAsBoolean()).isTrue();
    assertThat(desk.failure("cfg_diff", "existing_cfg", "").code())
        .isEqualTo("ARGUMENTS_INCOMPLETE");
  }

  @Test
  void oneThingIsChangedAndTheRestStays() {
    JsonObject added =
        desk.object(
            "cfg_add_module",
            CONTENT,
            AtDesk.GOOD,
            "module_name",
            "dialog",
            "params",
            map("{\"default_timeout\": 7200}"),
            "version",
            "3.6");
    assertThat(added.get("text").getAsString())
        .contains("loadmodule \"dialog.so\"", "modparam(\"dialog\", \"default_timeout\", 7200)");
    assertThat(added.get("diff").getAsString()).contains("+").doesNotContain("planted");

    assertThat(text("cfg_set_parameter", "parameter", "log_level", "value", "4", "type", "number"))
        .contains("log_level = 4");
    assertThat(
            text(
                "cfg_set_parameter",
                "module_name",
                "auth",
                "parameter",
                "nonce_expire",
                "value",
                "30",
                "type",
                "number"))
        .contains("modparam(\"auth\", \"nonce_expire\", 30)");
    assertThat(text("cfg_remove_parameter", "parameter", "log_level")).doesNotContain("log_level");
    assertThat(text("cfg_remove_module", "module_name", "auth")).doesNotContain("auth");
    assertThat(
            text(
                "cfg_insert_statement",
                "route",
                "route[answer]",
                "at",
                "beginning",
                "statements",
                "xlog(\"here\\n\");"))
        .contains("xlog(\"here\\n\");\n\tsend_reply(404");
    assertThat(text("cfg_add_route", "route_code", "route[more] {\n\texit;\n}\n"))
        .contains("route[more]");
    assertThat(text("cfg_rename_route", "route", "route[answer]", "new_name", "reply_it"))
        .contains("route(reply_it)", "route[reply_it]");
    assertThat(text("cfg_replace_function", "from", "send_reply", "to", "sl_send_reply"))
        .contains("sl_send_reply(404");
    assertThat(
            desk.failure("cfg_remove_route", CONTENT, AtDesk.GOOD, "route", "route[answer]")
                .cause())
        .contains("is used");
    assertThat(
            desk.failure("cfg_add_module", CONTENT, AtDesk.GOOD, "module_name", "no_module").code())
        .isEqualTo("CONFIG_UNFIT");
  }

  private String text(String tool, Object... pairs) {
    Object[] all = new Object[pairs.length + 2];
    System.arraycopy(pairs, 0, all, 0, pairs.length);
    all[pairs.length] = CONTENT;
    all[pairs.length + 1] = AtDesk.GOOD;
    return desk.object(tool, all).get("text").getAsString();
  }

  @Test
  void aMigrationTellsWhatItDoesAndWhatIsLeft() {
    String old = "listen=udp:127.0.0.1:5060\nroute {\n\texit;\n}\n";

    JsonObject done =
        desk.object("cfg_migrate", CONTENT, old, "from_version", "3.0", "to_version", "3.6");
    assertThat(done.get("changes").getAsInt()).isPositive();
    assertThat(done.get("text").getAsString()).contains("socket");
    assertThat(
            desk.rows("cfg_migrate_plan", CONTENT, old, "from_version", "3.0", "to_version", "3.6"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.has("kind")).isTrue());
    assertThat(
            desk.failure("cfg_migrate", CONTENT, old, "from_version", "4.0", "to_version", "3.6")
                .code())
        .isEqualTo("CONFIG_UNFIT");
    assertThat(desk.object("cfg_list_versions").toString()).contains("2.4 to 3.0", "3.6 to 4.0");
    JsonObject compat =
        desk.object("cfg_check_compat", CONTENT, old, "version", "3.6", "target_version", "4.0");
    assertThat(compat.get("target_version").getAsString()).isEqualTo("4.0");
    assertThat(
            desk.object(
                    "cfg_translate_kamailio",
                    CONTENT,
                    "#!KAMAILIO\nrequest_route {\n\texit;\n}\n",
                    "version",
                    "3.6")
                .get("text")
                .getAsString())
        .contains("route");
  }

  @Test
  void everyScenarioIsBuiltByItsToolAndStarts() {
    for (String name : Scenarios.all().stream().map(it -> it.name()).toList()) {
      JsonObject built =
          desk.object("cfg_generate", "scenario", name, "version", "3.6", "lint", false);

      assertThat(built.get("starts").getAsBoolean()).as(name).isTrue();
    }
    assertThat(desk.rows("cfg_list_scenarios")).hasSameSizeAs(Scenarios.all());
    assertThat(desk.object("cfg_describe_scenario", "scenario", "load_balancer").toString())
        .contains("\"name\":\"listen\"");
    assertThat(desk.failure("cfg_generate", "scenario", "lod-balancer").nextStep())
        .contains("load-balancer");
    assertThat(
            desk.rows("cfg_suggest", "description", "a load balancer for 200 calls")
                .getFirst()
                .get("scenario")
                .getAsString())
        .isEqualTo("load-balancer");
  }

  @Test
  void aLongTextComesInPartsThatFitTogether() {
    String whole =
        desk.whole("cfg_generate", "scenario", "residential-registrar", "version", "3.6");

    assertThat(whole).startsWith("#").contains("route[");
    assertThat(desk.whole("cfg_format", CONTENT, whole)).isNotEmpty();
    assertThat(
            desk.object(
                    "cfg_diff_reference",
                    CONTENT,
                    whole,
                    "scenario",
                    "residential-registrar",
                    "version",
                    "3.6")
                .get("kind")
                .getAsString())
        .isEqualTo("none");
  }

  @Test
  void flagsBuildAConfigurationAsKamailiosUsersKnowIt() {
    JsonObject built =
        desk.object(
            "cfg_build_from_flags",
            "flags",
            list("[\"with_nat\", \"WITH_AUTH\"]"),
            "site_params",
            map("{\"LISTEN\": \"192.0.2.5:5060\"}"),
            "version",
            "3.6");
    assertThat(built.get("text").getAsString()).contains("192.0.2.5:5060");
    assertThat(built.get("features").toString()).contains("WITH_NAT", "WITH_AUTH");
    JsonObject composed =
        desk.object("cfg_compose_flags", "flags", list("[\"WITH_NAT\", \"WITH_NOTHING\"]"));
    assertThat(composed.get("unknown").toString()).contains("WITH_NOTHING");
    assertThat(composed.get("modules").toString()).contains("nathelper");
    assertThat(desk.failure("cfg_build_from_flags", "flags", list("[\"WITH_NOTHING\"]")).code())
        .isEqualTo("ARGUMENTS_WRONG");
    assertThat(desk.rows("cfg_list_flags")).hasSizeGreaterThan(20);
  }

  @Test
  void aLoadIsTurnedIntoSettingsWithReasons() {
    JsonObject tuned =
        desk.object(
            "cfg_tune", "role", "registrar", "registrations", 50_000, "cpu_cores", 8, "nat", true);

    assertThat(tuned.get("text").getAsString()).contains("udp_workers = ", "natping_partitions");
    assertThat(tuned.get("command_line").getAsString()).contains("-m ");
    assertThat(List.copyOf(tuned.getAsJsonArray("settings").asList()))
        .allSatisfy(it -> assertThat(it.getAsJsonObject().has("reason")).isTrue());
  }

  @Test
  void anM4PairIsMadeAndRendered() {
    String template = desk.whole("cfg_generate_m4", "scenario", "load-balancer", "version", "3.6");
    String definitions =
        desk.whole(
            "cfg_generate_m4",
            "scenario",
            "load-balancer",
            "part",
            "definitions",
            "version",
            "3.6");
    assertThat(template).contains("CFG_LISTEN");
    assertThat(definitions).contains("define(");
    if (Files.isExecutable(Path.of("/usr/bin/m4"))) {
      JsonObject flat = desk.object("cfg_preprocess", "main_m4", template, "local_m4", definitions);
      assertThat(flat.get("starts").getAsBoolean()).as(flat.toString()).isTrue();
    } else {
      assertThat(
              desk.failure("cfg_preprocess", "main_m4", template, "local_m4", definitions).code())
          .isEqualTo("BINARY_MISSING");
    }
  }

  @Test
  void withoutABinaryNothingIsRun() {
    assertThat(desk.failure("cfg_validate", CONTENT, AtDesk.GOOD).code())
        .isEqualTo("BINARY_MISSING");
  }
}
