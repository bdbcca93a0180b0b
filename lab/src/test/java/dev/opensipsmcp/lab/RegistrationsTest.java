package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Registrations answer and change as recorded on real servers. */
class RegistrationsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private static final String LOBBY =
      "{\"table_name\":\"location\",\"aor\":\"desk@example.com\",\"contact\":\"sip:desk@192.0.2.9\","
          + "\"expires\":3600,\"q\":\"1.0\",\"flags\":0,\"cflags\":0,\"methods\":0}";

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void a_contact_is_added_shown_and_removed(Version version) {
    try (LabNode node = LabNode.of(LabSettings.of(version).withClock(CLOCK))) {
      assertThat(text(node, "ul_add", LOBBY)).isEqualTo("OK");
      JsonObject shown = aor(node, "desk@example.com");
      assertThat(shown.get("AOR").getAsString())
          .isEqualTo(version == Version.V4_0 ? "desk@example.com" : "desk");
      JsonObject contact = contact(shown, 0);
      contact.addProperty("ContactID", "ID");
      assertThat(contact.toString())
          .isEqualTo(
              "{\"Contact\":\"sip:desk@192.0.2.9\",\"ContactID\":\"ID\","
                  + "\"Expires\":3600,\"Q\":\"1\",\"Callid\":\"dfjrewr12386fd6-343@opensips.mi\","
                  + "\"Cseq\":1,\"User-agent\":\"OpenSIPS MI Server\",\"State\":\"CS_NEW\","
                  + "\"Flags\":0,\"Cflags\":\"\",\"Methods\":0}");
      assertThat(text(node, "ul_rm_contact", LOBBY.substring(0, LOBBY.indexOf(",\"exp")) + "}"))
          .isEqualTo("OK");
      assertThat(error(node, "ul_show_contact", user("desk@example.com")))
          .isEqualTo("404 AOR not found");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void setting_a_contact_anew_forgets_where_it_had_come_from(Version version) {
    try (LabNode node = LabNode.of(LabSettings.of(version).withClock(CLOCK))) {
      assertThat(contact(aor(node, "carol@example.net"), 0).keySet())
          .contains("Received", "Socket");
      text(
          node,
          "ul_add",
          LOBBY
              .replace("desk@example.com", "carol@example.net")
              .replace("sip:desk@192.0.2.9", "sip:carol@10.0.0.12:5060"));
      assertThat(contact(aor(node, "carol@example.net"), 0).keySet())
          .doesNotContain("Received", "Socket");
    }
  }

  @Test
  void only_4_0_insists_on_the_domain() {
    try (LabNode old = LabNode.of(LabSettings.of(Version.V3_6));
        LabNode now = LabNode.of(LabSettings.of(Version.V4_0))) {
      assertThat(aor(old, "alice")).isEqualTo(aor(old, "alice@example.com"));
      assertThat(error(now, "ul_show_contact", user("alice")))
          .isEqualTo("400 Domain missing in AOR");
      assertThat(error(now, "ul_show_contact", "{\"table_name\":\"nope\",\"aor\":\"alice\"}"))
          .isEqualTo("404 Table not found");
      assertThat(text(old, "ul_rm", user("nobody"))).isEqualTo("OK");
      assertThat(
              error(
                  old,
                  "ul_rm_contact",
                  "{\"table_name\":\"location\",\"aor\":\"bob\",\"contact\":\"sip:x\"}"))
          .isEqualTo("404 Contact not found");
      assertThat(error(now, "ul_sync", user("alice"))).isEqualTo("404 AOR not found");
      assertThat(error(now, "ul_cluster_sync", "{}")).isEqualTo("400 Clustering not enabled");
    }
  }

  @Test
  void flushing_writes_the_contacts_and_syncing_marks_them_to_be_written() {
    try (LabNode node = LabNode.of(LabSettings.of(Version.V3_6))) {
      text(node, "ul_flush", "{}");
      assertThat(contact(aor(node, "bob"), 0).get("State").getAsString()).isEqualTo("CS_SYNC");
      text(node, "ul_sync", "{\"table_name\":\"location\",\"aor\":\"bob\"}");
      assertThat(contact(aor(node, "bob"), 0).get("State").getAsString()).isEqualTo("CS_NEW");
      assertThat(contact(aor(node, "dave"), 0).get("State").getAsString()).isEqualTo("CS_SYNC");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void generated_users_are_shown_changed_and_removed_like_others(Version version) {
    LabSettings settings = LabSettings.of(version).withClock(CLOCK).contacts(1000);
    try (LabNode node = LabNode.of(settings)) {
      assertThat(users(node)).hasSize(1005);
      JsonObject one = users(node).get(5 + 777).getAsJsonObject();
      String name = one.get("AOR").getAsString();
      assertThat(aor(node, name)).isEqualTo(one);
      text(node, "ul_rm", user(name));
      assertThat(users(node)).hasSize(1004).doesNotContain(one);
      assertThat(error(node, "ul_show_contact", user(name))).isEqualTo("404 AOR not found");
      String other = users(node).get(5).getAsJsonObject().get("AOR").getAsString();
      text(node, "ul_add", LOBBY.replace("desk@example.com", other));
      assertThat(aor(node, other).getAsJsonArray("Contacts")).hasSize(2);
      assertThat(users(node)).hasSize(1004);
      JsonObject counted =
          Wire.result(
                  node,
                  "get_statistics",
                  "{\"statistics\":[\"location-users\",\"location-contacts\"]}")
              .getAsJsonObject();
      assertThat(counted.toString())
          .isEqualTo("{\"usrloc:location-users\":1004,\"usrloc:location-contacts\":1006}");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void a_registrant_is_disabled_and_enabled(Version version) {
    String who =
        "{\"aor\":\"sip:trunk1@carrier.example.com\",\"contact\":\"sip:trunk1@192.0.2.1:5060\","
            + "\"registrar\":\"sip:203.0.113.5\"}";
    try (LabNode node = LabNode.of(LabSettings.of(version).withClock(CLOCK))) {
      assertThat(registrant(node, who)).isEqualTo("yes REGISTERED_STATE");
      text(node, "reg_disable", who);
      assertThat(registrant(node, who)).isEqualTo("no NOT_REGISTERED_STATE");
      text(node, "reg_enable", who);
      assertThat(registrant(node, who)).isEqualTo("yes REGISTERED_STATE");
      assertThat(text(node, "reg_force_register", who)).isEqualTo("OK");
      assertThat(text(node, "reg_reload", who)).isEqualTo("OK");
      assertThat(error(node, "reg_reload", who.replace("trunk1@carrier", "x@carrier")))
          .isEqualTo("404 No such registrant in database");
      assertThat(error(node, "reg_enable", who.replace("trunk1@carrier", "x@carrier")))
          .isEqualTo("404 No such registrant");
    }
  }

  @Test
  void pings_are_switched_and_4_0_knows_the_new_name_only() {
    try (LabNode node = LabNode.of(LabSettings.of(Version.V4_0))) {
      assertThat(Wire.result(node, "nathelper:enable_ping", "{}").toString())
          .isEqualTo("{\"Status\":1}");
      text(node, "nathelper:enable_ping", "{\"status\":0}");
      assertThat(Wire.result(node, "nathelper:enable_ping", "{}").toString())
          .isEqualTo("{\"Status\":0}");
      assertThat(error(node, "nh_enable_ping", "{}")).isEqualTo("-32601 Method not found");
    }
  }

  private static String registrant(LabNode node, String who) {
    JsonObject one =
        Wire.result(node, "reg_list", who).getAsJsonObject().getAsJsonObject("Registrant");
    return one.get("enabled").getAsString() + " " + one.get("state").getAsString();
  }

  private static List<JsonElement> users(LabNode node) {
    return Wire.result(node, "ul_dump", "{}")
        .getAsJsonObject()
        .getAsJsonArray("Domains")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("AORs")
        .asList();
  }

  private static JsonObject aor(LabNode node, String aor) {
    return Wire.result(node, "ul_show_contact", user(aor)).getAsJsonObject();
  }

  private static JsonObject contact(JsonObject aor, int index) {
    return aor.getAsJsonArray("Contacts").get(index).getAsJsonObject();
  }

  private static String user(String aor) {
    return "{\"table_name\":\"location\",\"aor\":\"" + aor + "\"}";
  }

  private static String text(LabNode node, String command, String params) {
    return Wire.result(node, command, params).getAsString();
  }

  private static String error(LabNode node, String command, String params) {
    JsonObject error = Wire.call(node, command, params).getAsJsonObject("error");
    return error.get("code").getAsInt() + " " + error.get("message").getAsString();
  }
}
