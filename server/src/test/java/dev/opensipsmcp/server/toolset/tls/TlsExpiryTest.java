package dev.opensipsmcp.server.toolset.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TlsExpiryTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(300));
  private static final Tool TOOL = TlsExpiry.tool(InstantSource.fixed(NOW));

  private TestDatabase base;

  @BeforeEach
  void makeTable() {
    base = TestDatabase.of(DatabaseKind.SQLITE).withGroups(Version.V3_6, "tls_mgm");
  }

  @AfterEach
  void dropTable() {
    base.close();
  }

  @Test
  void theMostUrgentCertificateComesFirst() {
    for (int days : List.of(200, 30, 8, 6, -2)) {
      SelfMade made = SelfMade.ec("d" + days, LONG_AGO, NOW.plus(Duration.ofDays(days)));
      store("in" + days, 2, made.pem(), made.key(), "");
    }
    assertThat(rows("{}"))
        .extracting(row -> row.get("domain").getAsString() + " " + row.get("status").getAsString())
        .containsExactly("in-2 expired", "in6 critical", "in8 warning", "in30 warning", "in200 ok");
    assertThat(rows("{}").getFirst().get("days_left").getAsInt()).isEqualTo(-2);
  }

  @Test
  void aCertificateSaysWhomItIsForAndWhoSignedIt() {
    SelfMade made = SelfMade.rsa("sip.example.org", LONG_AGO, NOW.plus(Duration.ofDays(90)));
    store("edge", 2, made.pem(), made.key(), "");
    JsonObject row = rows("{'domain':'edge'}").getFirst();
    assertThat(row.get("subject").getAsString()).isEqualTo("CN=sip.example.org");
    assertThat(row.get("issuer").getAsString()).isEqualTo("CN=sip.example.org");
    assertThat(row.get("names")).hasToString("[\"sip.example.org\"]");
    assertThat(row.get("key_type").getAsString()).isEqualTo("RSA 2048");
    assertThat(row.get("side").getAsString()).isEqualTo("server");
    assertThat(row.get("not_after").getAsString()).isEqualTo("2027-02-18T12:00:00Z");
  }

  @Test
  void theKeyIsHeldAgainstTheCertificateAndNeverShown() {
    SelfMade rsa = SelfMade.rsa("rsa", LONG_AGO, NOW.plus(Duration.ofDays(90)));
    SelfMade curve = SelfMade.ec("ec", LONG_AGO, NOW.plus(Duration.ofDays(90)));
    SelfMade other = SelfMade.rsa("other", LONG_AGO, NOW.plus(Duration.ofDays(90)));
    Map<String, String> expected =
        Map.ofEntries(
            stored("rsa", rsa, rsa.key(), "yes"),
            stored("rsa-old", rsa, rsa.oldKey(), "yes"),
            stored("ec", curve, curve.key(), "yes"),
            stored("ec-old", curve, curve.oldKey(), "yes"),
            stored("wrong", rsa, other.key(), "no"),
            stored("kind", rsa, curve.key(), "no"),
            stored("kind-old", curve, rsa.oldKey(), "no"),
            stored("none", rsa, "", "no_key"),
            stored("broken", rsa, SelfMade.pem("PRIVATE KEY", new byte[] {1, 2}), "unreadable"),
            stored(
                "sealed",
                rsa,
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n"
                    + "-----END RSA PRIVATE KEY-----\n",
                "unreadable"));
    List<JsonObject> rows = rows("{}");
    assertThat(rows).hasSize(expected.size());
    for (JsonObject row : rows) {
      String domain = row.get("domain").getAsString();
      assertThat(row.get("key_matches").getAsString()).as(domain).isEqualTo(expected.get(domain));
    }
    assertThat(rows.toString())
        .doesNotContain("PRIVATE KEY")
        .doesNotContain(rsa.key().lines().skip(2).findFirst().orElseThrow());
  }

  @Test
  void chainAndAuthoritiesAreCheckedToo() {
    SelfMade leaf = SelfMade.ec("leaf", LONG_AGO, NOW.plus(Duration.ofDays(90)));
    SelfMade between = SelfMade.ec("between", LONG_AGO, NOW.plus(Duration.ofDays(5)));
    SelfMade root = SelfMade.ec("root", NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(9)));
    store(
        "edge",
        1,
        leaf.pem() + between.pem(),
        leaf.key(),
        root.pem() + "-----BEGIN " + "CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assertThat(rows("{}"))
        .extracting(row -> row.get("part").getAsString() + " " + row.get("status").getAsString())
        .containsExactly(
            "authority unreadable", "chain critical", "authority not_yet", "certificate ok");
  }

  @Test
  void aDomainWithoutACertificateIsNamed() {
    store("bare", 2, "", "", "");
    assertThat(((Outcome.Rows) run("{}")).warnings())
        .containsExactly(
            "No certificate is stored for bare; a server there uses the module's default file.");
    assertThat(Outcomes.failure(run("{'domain':'nobody'}")).code()).isEqualTo("TARGET_NOT_FOUND");
  }

  private Map.Entry<String, String> stored(
      String domain, SelfMade made, String key, String matches) {
    store(domain, 2, made.pem(), key, "");
    return Map.entry(domain, matches);
  }

  private void store(String domain, int type, String certificate, String key, String authorities) {
    Row row =
        new Row(
            Map.of(
                "domain", Value.of(domain),
                "type", Value.of(type),
                "certificate", bytes(certificate),
                "private_key", bytes(key),
                "ca_list", bytes(authorities)));
    TestDatabase.require(
        base.database()
            .writes()
            .rows()
            .apply(
                List.of(
                    new RowChange.Insert(
                        Facts.of(Version.V3_6).table("tls_mgm").orElseThrow(), row, List.of()))));
  }

  private static Value bytes(String text) {
    return text.isEmpty() ? Value.NULL : Value.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  private Outcome run(String arguments) {
    JsonObject json = JsonParser.parseString(arguments.replace('\'', '"')).getAsJsonObject();
    return ((Work.Read) TOOL.work()).run(new Arguments(json), new Ports(base));
  }

  private List<JsonObject> rows(String arguments) {
    return Outcomes.rows(TOOL, run(arguments));
  }

  /** A database and no node. */
  private record Ports(TestDatabase base) implements ReadPorts {
    @Override
    public DbResult<DbReads> db() {
      return new DbResult.Success<>(base.database().reads());
    }

    @Override
    public MiReads mi() {
      throw new AssertionError("The tool asks no node");
    }

    @Override
    public Rights rights() {
      return Role.VIEWER.rights("tester", false);
    }

    @Override
    public void progress(double done, double total, String message) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
