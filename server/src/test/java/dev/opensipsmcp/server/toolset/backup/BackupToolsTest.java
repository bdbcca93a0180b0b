package dev.opensipsmcp.server.toolset.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.policy.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups by tools: who may, what a plan shows, the way back, and what never gets out. */
class BackupToolsTest {
  private static final String CANARY = "cAnArY0815";
  private static final String ALIASES = "SELECT alias_username, username FROM dbaliases ORDER BY 1";

  @TempDir Path state;

  private static void fill(Site site) {
    site.test.execute(
        "INSERT INTO dbaliases (alias_username, alias_domain, username, domain) VALUES"
            + " ('a1', 'd', 'one', 'd'), ('a2', 'd', 'two', 'd')",
        "INSERT INTO subscriber (username, domain, password, ha1) VALUES"
            + " ('u1', 'd', '"
            + CANARY
            + "', '"
            + CANARY
            + "x')");
  }

  @Test
  void anOperatorMayMakeABackupButNotRestoreOne() {
    try (Site site = new Site(state)) {
      fill(site);

      GateReply viewer = site.call(Role.VIEWER, "db_backup_create", "{'table':'dbaliases'}");
      GateReply operator = site.call(Role.OPERATOR, "db_backup_create", "{'table':'dbaliases'}");
      GateReply restore =
          site.call(Role.OPERATOR, "db_backup_restore", "{'name':'" + name(operator) + "'}");

      assertThat(viewer).isInstanceOf(GateReply.Failed.class);
      assertThat(operator).isInstanceOf(GateReply.Done.class);
      assertThat(restore).isInstanceOf(GateReply.Failed.class);
      assertThat(((GateReply.Failed) restore).code()).isEqualTo("SCOPE_MISSING");
    }
  }

  @Test
  void whatDeletesRowsNeedsAPersonAndWhatOnlyAddsDoesNot() {
    try (Site site = new Site(state)) {
      fill(site);
      String name = name(site.call(Role.ENGINEER, "db_backup_create", "{'table':'dbaliases'}"));
      site.test.execute("DELETE FROM dbaliases WHERE alias_username = 'a2'");

      GateReply exact =
          site.call(
              Role.ENGINEER,
              "db_table_restore",
              "{'backup_path':'%s','truncate_first':true}".formatted(name));
      List<String> untouched = site.test.query(ALIASES);
      GateReply add = site.call(Role.ENGINEER, "db_backup_restore", "{'name':'" + name + "'}");

      assertThat(exact).isNotInstanceOf(GateReply.Done.class);
      assertThat(untouched).containsExactly("a1|one");
      assertThat(add).isInstanceOf(GateReply.Done.class);
      assertThat(site.test.query(ALIASES)).containsExactly("a1|one", "a2|two");
    }
  }

  @Test
  void aRestorationIsPlannedMadeAndTakenBack() {
    try (Site site = Site.trusting(state, false)) {
      fill(site);
      String name =
          site.done("db_backup_create", "{'table':'dbaliases'}").get("name").getAsString();
      site.test.execute(
          "UPDATE dbaliases SET username = 'changed' WHERE alias_username = 'a1'",
          "INSERT INTO dbaliases (alias_username, alias_domain, username, domain) VALUES"
              + " ('a9', 'd', 'nine', 'd')");
      List<String> before = site.test.query(ALIASES);

      JsonObject plan =
          site.done("db_backup_restore", "{'name':'" + name + "','mode':'exact','dry_run':true}");
      assertThat(site.test.query(ALIASES)).isEqualTo(before);
      String change = site.change("db_backup_restore", "{'name':'" + name + "','mode':'exact'}");
      List<String> after = site.test.query(ALIASES);
      GateReply back = site.call(Role.ADMIN, "change_revert", "{'change_id':'" + change + "'}");

      assertThat(plan.toString()).contains("\"replaced\":1", "\"deleted\":1", "\"kept\":1");
      assertThat(after).containsExactly("a1|one", "a2|two");
      assertThat(back).isInstanceOf(GateReply.Done.class);
      assertThat(site.test.query(ALIASES)).isEqualTo(before);
    }
  }

  @Test
  void aRestorationIsNotTakenBackOnceSomebodyChangedARow() {
    try (Site site = Site.trusting(state, false)) {
      fill(site);
      String name =
          site.done("db_backup_create", "{'table':'dbaliases'}").get("name").getAsString();
      site.test.execute("DELETE FROM dbaliases WHERE alias_username = 'a2'");
      String change = site.change("db_backup_restore", "{'name':'" + name + "'}");
      site.test.execute("UPDATE dbaliases SET username = 'other' WHERE alias_username = 'a1'");

      GateReply back = site.call(Role.ADMIN, "change_revert", "{'change_id':'" + change + "'}");

      assertThat(back).isInstanceOf(GateReply.Failed.class);
      assertThat(((GateReply.Failed) back).code()).isEqualTo("TARGET_MOVED");
      assertThat(site.test.query(ALIASES)).containsExactly("a1|other", "a2|two");
    }
  }

  @Test
  void noSecretOfARowIsEverToldOrWritten() {
    try (Site site = Site.trusting(state, false)) {
      fill(site);
      String name =
          site.done("db_backup_create", "{'table':'subscriber'}").get("name").getAsString();
      site.done("db_backup_check", "{'name':'" + name + "'}");
      site.call(Role.ADMIN, "db_backup_list", "{}");
      site.test.execute(
          "UPDATE subscriber SET domain = 'moved'",
          "INSERT INTO subscriber (username, domain, ha1) VALUES ('u1', 'd', '" + CANARY + "')");
      site.done("db_backup_restore", "{'name':'" + name + "','mode':'exact','dry_run':true}");
      site.call(Role.ADMIN, "db_backup_restore", "{'name':'" + name + "','mode':'replace'}");
      site.call(Role.ADMIN, "db_backup_restore", "{'name':'" + name + "','mode':'exact'}");
      site.test.execute("DROP TABLE subscriber", "CREATE TABLE subscriber (id INTEGER)");
      site.call(Role.ADMIN, "db_backup_restore", "{'name':'" + name + "','mode':'exact'}");

      assertThat(site.everything()).contains("db_backup_restore").doesNotContain(CANARY);
    }
  }

  @Test
  void secretsAreInABackupWhereTheSettingsSaySoButNeverInAnAnswer() throws IOException {
    try (Site site = Site.trusting(state, true)) {
      fill(site);

      JsonObject made = site.done("db_backup_create", "{'table':'subscriber','compress':false}");

      assertThat(made.get("secrets").getAsString()).isEqualTo("included");
      String name = made.get("name").getAsString();
      assertThat(Files.readString(state.resolve("backups").resolve(name))).contains(CANARY);
      site.done("db_backup_restore", "{'name':'" + name + "','mode':'exact'}");
      assertThat(String.join("\n", site.said)).doesNotContain(CANARY);
      assertThat(Files.readString(state.resolve("audit.jsonl"))).doesNotContain(CANARY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../backups/x.jsonl", "/etc/passwd", "x", "..%2fx.jsonl"})
  void whatIsNoNameIsRefused(String name) {
    try (Site site = Site.trusting(state, false)) {
      for (String tool : List.of("db_backup_check", "db_backup_restore")) {
        GateReply reply = site.call(Role.ADMIN, tool, "{'name':'" + name + "'}");

        assertThat(reply).isInstanceOf(GateReply.Failed.class);
        assertThat(((GateReply.Failed) reply).code()).isEqualTo("DB_FILE");
        assertThat(reply.toString()).doesNotContain(state.toString());
      }
    }
  }

  @Test
  void pruningDeletesWhatItsPlanNames() {
    try (Site site = Site.trusting(state, false)) {
      fill(site);
      for (int round = 0; round < 4; round++) {
        site.done("db_table_backup", "{'table':'dbaliases','label':'round" + round + "'}");
      }

      GateReply nothing = site.call(Role.ADMIN, "db_backup_prune", "{}");
      JsonObject gone = site.done("db_backup_prune", "{'keep_newest':1}");

      assertThat(nothing).isInstanceOf(GateReply.Failed.class);
      assertThat(gone.getAsJsonArray("deleted")).hasSize(3);
      GateReply.Done left = (GateReply.Done) site.call(Role.ADMIN, "db_table_list_backups", "{}");
      JsonArray rows = left.envelope().getAsJsonArray("data");
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).getAsJsonObject().get("tables").toString()).contains("dbaliases");
    }
  }

  @Test
  void groupsAndTheWordForAllAreUnderstood() {
    try (Site site = Site.trusting(state, false)) {
      fill(site);

      JsonObject all = site.done("db_backup_create", "{}");
      JsonObject group = site.done("db_backup_create", "{'tables':['alias_db']}");
      GateReply unknown = site.call(Role.ADMIN, "db_backup_create", "{'tables':['no_such_thing']}");

      assertThat(all.getAsJsonObject("rows").keySet())
          .containsExactly("dbaliases", "dispatcher", "subscriber", "uri");
      assertThat(group.getAsJsonObject("rows").keySet()).containsExactly("dbaliases");
      assertThat(((GateReply.Failed) unknown).code()).isEqualTo("DB_NO_SUCH_TABLE");
    }
  }

  private static String name(GateReply reply) {
    return ((GateReply.Done) reply).envelope().getAsJsonObject("data").get("name").getAsString();
  }
}
