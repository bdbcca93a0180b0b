package dev.opensipsmcp.server.toolset.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PresenceToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void statesAreListedByTheNameOfTheirEvent(Version version) {
    try (OnLab lab = OnLab.of(version)) {
      assertThat(lab.rows("presence_list_presentities", "{\"event\":\"dialog\"}"))
          .singleElement()
          .satisfies(row ->
              assertThat(row.get("presentity").getAsString()).isEqualTo("sip:carol@example.com"));
      assertThat(lab.rows("presence_list_presentities", "{\"presentity\":\"ALICE\"}")).hasSize(1);
      assertThat(lab.rows("presence_list_presentities", "{\"event\":\"winfo\"}")).isEmpty();
    }
  }

  @Test
  void statesAreCountedByEventAndDomain() {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      JsonObject counts = lab.object("presence_summary", "{\"top\":1}");
      assertThat(counts.get("states").getAsInt()).isEqualTo(5);
      JsonObject events = counts.getAsJsonObject("by_event");
      assertThat(events.getAsJsonArray("top").toString())
          .isEqualTo("[{\"value\":\"presence\",\"states\":4}]");
      assertThat(events.get("others").getAsInt()).isEqualTo(1);
      assertThat(counts.getAsJsonObject("by_domain").get("different").getAsInt()).isEqualTo(1);
    }
  }

  @Test
  void watchersAreFoundByPartOfTheirAddress() {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      assertThat(lab.rows("presence_list_subscriptions", "{\"watcher\":\"bob@example\"}"))
          .singleElement()
          .satisfies(row ->
              assertThat(row.get("presentity").getAsString()).isEqualTo("sip:alice@example.com"));
      assertThat(lab.rows("presence_list_subscriptions", "{\"presentity\":\"alice\"}")).hasSize(2);
      assertThat(lab.rows("presence_list_subscriptions", "{\"limit\":1}")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void everyWatcherIsToldAgain(Version version) {
    try (OnLab lab = OnLab.of(version)) {
      JsonObject told =
          lab.object("presence_refresh_watchers", "{\"pres_uri\":\"sip:alice@example.com\"}");

      assertThat(told.getAsJsonObject("after")).isNotEqualTo(told.getAsJsonObject("before"));
      assertThat(
              lab.code(
                  "presence_refresh_watchers",
                  "{\"pres_uri\":\"sip:alice@example.com\",\"refresh_type\":0}"))
          .as("no rules are stored")
          .isEqualTo("MI_REFUSED");
    }
  }

  @Test
  void aStateIsPublishedAndWithdrawn() {
    String heidi = "{\"pres_uri\":\"sip:heidi@example.com\",\"event\":\"presence\"";
    try (OnLab lab = OnLab.of(Version.V4_0)) {
      JsonObject made = lab.object("pua_publish", heidi + ",\"body\":\"<presence/>\"}");
      assertThat(published(made, "before")).isFalse();
      assertThat(published(made, "after")).isTrue();
      String etag = made.getAsJsonObject("answer").get("ETag").getAsString();

      JsonObject ended =
          lab.object("pua_publish", heidi + ",\"expires\":0,\"etag\":\"" + etag + "\"}");

      assertThat(published(ended, "after")).isFalse();
      assertThat(lab.code("pua_publish", heidi + ",\"etag\":\"none\"}")).isEqualTo("MI_REFUSED");
      assertThat(lab.code("pua_publish", heidi + ",\"content_type\":\"a/b\"}"))
          .isEqualTo("ARGUMENTS_WRONG");
    }
  }

  private static boolean published(JsonObject result, String when) {
    return result.getAsJsonObject(when).get("published").getAsBoolean();
  }

  @Test
  void aNewSubscriptionIsTakenBackByEndingIt() {
    String order =
        "{\"pres_uri\":\"sip:alice@example.com\",\"watcher_uri\":\"sip:frank@example.com\","
            + "\"event\":\"presence\",\"expires\":600}";
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      Plan.Ready plan = lab.plan("pua_subscribe", order);
      assertThat(plan.restore().orElseThrow().inverse().arguments().get("expires").getAsInt())
          .isZero();

      JsonObject made = lab.object("pua_subscribe", order);

      assertThat(made.getAsJsonObject("after").get("watching").getAsBoolean()).isTrue();
      assertThat(lab.plan("pua_subscribe", order).restore()).isEmpty();
    }
  }

  @Test
  void whatHasExpiredIsCleanedOut() {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      JsonObject cleaned = lab.object("presence_cleanup", "{}");

      assertThat(cleaned.get("after").getAsInt()).isEqualTo(cleaned.get("before").getAsInt() - 1);
      assertThat(lab.object("presence_expose", "{\"event\":\"presence\"}").get("answer"))
          .hasToString("\"OK\"");
      assertThat(lab.code("presence_expose", "{\"event\":\"nope\"}")).isEqualTo("MI_REFUSED");
      assertThat(
              lab.code("xcap_refresh", "{\"doc_uri\":\"http://192.0.2.9/rules.xml\",\"port\":80}"))
          .isEqualTo("MI_REFUSED");
    }
  }

  @Test
  void chatRoomsHaveMembers() {
    try (OnLab lab = OnLab.of(Version.V4_0)) {
      assertThat(lab.rows("imc_list_rooms", "{\"room\":\"noc\"}")).hasSize(1);
      assertThat(lab.rows("imc_list_members", "{\"room\":\"sip:chat-noc@example.com\"}"))
          .extracting(row -> row.get("member").getAsString())
          .hasSize(3)
          .contains("sip:bob@example.com");
      assertThat(lab.code("imc_list_members", "{\"room\":\"sip:none@example.com\"}"))
          .isEqualTo("MI_REFUSED");
    }
  }

  @Test
  void aStuckLineIsReleasedOn40AndUnknownBefore() {
    try (OnLab lab = OnLab.of(Version.V4_0)) {
      assertThat(lab.rows("callinfo_list_lines", "{\"line\":\"sales\"}")).hasSize(1);
      JsonObject released =
          lab.object("callinfo_release_line", "{\"line\":\"sip:sales@example.com\",\"index\":2}");
      assertThat(released.getAsJsonObject("after").getAsJsonArray("indexes")).hasSize(1);
      lab.object("callinfo_release_line", "{\"line\":\"sip:sales@example.com\"}");
      assertThat(lab.code("callinfo_release_line", "{\"line\":\"sip:sales@example.com\"}"))
          .isEqualTo("TARGET_NOT_FOUND");
    }
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      assertThat(lab.code("callinfo_list_lines", "{}")).isEqualTo("MI_NO_SUCH_COMMAND");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sip:alice@example.com, sip:alice@example.com:5060, true",
    "sip:alice@example.com;transport=tcp, alice@example.com, true",
    "sip:alice@[2001:db8::1]:5060, sip:alice@[2001:db8::1], true",
    "sip:192.0.2.1:5060, sip:192.0.2.1, true",
    "sip:alice@example.com, sip:bob@example.com, false",
    "sip:alice@example.com, sip:alice@example.org, false"
  })
  void aPresentityIsItsUserAndDomain(String one, String other, boolean same) {
    assertThat(Watchers.same(one, other)).isEqualTo(same);
  }
}
