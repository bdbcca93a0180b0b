package dev.opensipsmcp.server.toolset.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.policy.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows for tests: made with passwords that nobody is told, known again, and cleaned. */
class TestDataToolsTest {
  private static final String USERS = "SELECT username FROM subscriber ORDER BY username";

  @TempDir Path state;

  @Test
  void subscribersGetPasswordsThatOnlyAFileOfTheirOwnerHas()
      throws IOException, GeneralSecurityException {
    try (Site site = Site.trusting(state, false)) {
      JsonObject made =
          site.done("gen_test_subscribers", "{'domain':'test.example.org','count':3}");

      Path file = state.resolve("test-data").resolve(made.get("file").getAsString());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      List<String> lines = Files.readAllLines(file);
      assertThat(lines).hasSize(3);
      String[] first = lines.getFirst().split(",", -1);
      assertThat(site.test.query("SELECT ha1, password FROM subscriber WHERE username = 'test001'"))
          .containsExactly(md5("test001:test.example.org:" + first[2]) + "|");
      for (String line : lines) {
        assertThat(site.everything()).doesNotContain(line.split(",", -1)[2]);
      }
      assertThat(made.get("last").getAsString()).isEqualTo("test003");
    }
  }

  @Test
  void onlyWhatIsStillWhatWasMadeIsCleaned() throws IOException {
    try (Site site = Site.trusting(state, false)) {
      site.test.execute(
          "INSERT INTO subscriber (username, domain, ha1) VALUES ('test999', 'd.example', 'h')");
      site.done("test_data_create_subscribers", "{'domain':'d.example','count':4}");
      site.test.execute(
          "UPDATE subscriber SET ha1 = 'somebody' WHERE username = 'test002'",
          "DELETE FROM subscriber WHERE username = 'test003'");

      JsonObject plan = site.done("test_data_clean", "{'domain':'d.example','dry_run':true}");
      JsonObject done = site.done("cleanup_test_data", "{'domain':'d.example'}");

      assertThat(plan.toString()).contains("test001", "test004");
      assertThat(done.get("deleted").getAsInt()).isEqualTo(2);
      assertThat(done.get("gone_already").getAsInt()).isEqualTo(1);
      assertThat(done.getAsJsonArray("changed_since").toString())
          .contains("test002")
          .doesNotContain("somebody");
      assertThat(site.test.query(USERS)).containsExactly("test002", "test999");
      assertThat(site.done("test_data_clean", "{}").get("deleted").getAsInt()).isZero();
    }
  }

  @Test
  void namesThatAreTakenAreNotMadeAgain() {
    try (Site site = Site.trusting(state, false)) {
      site.done("test_data_create_subscribers", "{'domain':'d.example','count':2}");

      GateReply again =
          site.call(Role.ADMIN, "test_data_create_subscribers", "{'domain':'d.example','count':3}");
      site.done("test_data_create_subscribers", "{'domain':'d.example','count':1,'first':3}");

      assertThat(again).isInstanceOf(GateReply.Failed.class);
      assertThat(again.toString()).contains("test001");
      assertThat(site.test.query(USERS)).containsExactly("test001", "test002", "test003");
    }
  }

  @Test
  void aDispatcherSetIsMadeAndCleanedWhateverTheNodeMadeOfItsState() throws IOException {
    try (Site site = Site.trusting(state, false)) {
      site.test.execute(
          "INSERT INTO dispatcher (setid, destination) VALUES (99, 'sip:192.0.2.1:5060')");
      JsonObject made =
          site.done(
              "gen_test_dispatcher",
              "{'set_id':99,'destinations':['192.0.2.1:5060','sip:192.0.2.2:5060']}");
      site.test.execute("UPDATE dispatcher SET state = 1");

      JsonObject done =
          site.done("test_data_clean", "{'batch':'" + made.get("batch").getAsString() + "'}");

      assertThat(done.get("deleted").getAsInt()).isEqualTo(2);
      assertThat(site.test.query("SELECT destination FROM dispatcher"))
          .containsExactly("sip:192.0.2.1:5060");
      try (var files = Files.list(state.resolve("test-data"))) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void cleaningNeedsAPerson() {
    try (Site site = new Site(state)) {
      GateReply made =
          site.call(
              Role.ENGINEER, "test_data_create_subscribers", "{'domain':'d.example','count':1}");
      GateReply clean = site.call(Role.ENGINEER, "test_data_clean", "{}");

      assertThat(made).isInstanceOf(GateReply.Done.class);
      assertThat(clean).isNotInstanceOf(GateReply.Done.class);
      assertThat(site.test.query(USERS)).containsExactly("test001");
    }
  }

  private static String md5(String text) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
