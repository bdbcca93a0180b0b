package dev.opensipsmcp.server.toolset.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationToolsTest {

  /** A node and ports onto it. */
  private record Lab(LabNode node, NodePorts ports) implements AutoCloseable {
    static Lab of(LabSettings settings) {
      LabNode node = LabNode.of(settings);
      return new Lab(node, NodePorts.onto(node.miUrl()));
    }

    Outcome run(String tool, String arguments) {
      Tool live = AllTools.live(tool);
      Outcome outcome = ports.run(live, arguments);
      assertThat(live.needs().miCommands()).as(tool).containsAll(ports.used());
      ports.used().clear();
      return outcome;
    }

    List<JsonObject> rows(String tool, String arguments) {
      return Outcomes.rows(AllTools.named(tool), run(tool, arguments));
    }

    JsonObject object(String tool, String arguments) {
      return Outcomes.object(AllTools.named(tool), run(tool, arguments));
    }

    List<String> contacts(String arguments) {
      return rows("registration_list", arguments).stream()
          .map(row -> row.get("contact").getAsString())
          .toList();
    }

    String refused(String tool, String arguments) {
      Plan plan = ports.plan(AllTools.live(tool), arguments);
      assertThat(plan).isInstanceOf(Plan.Refused.class);
      return ((Plan.Refused) plan).failure().code();
    }

    Plan.Ready ready(String tool, String arguments) {
      Plan plan = ports.plan(AllTools.live(tool), arguments);
      assertThat(plan).as(plan.toString()).isInstanceOf(Plan.Ready.class);
      return (Plan.Ready) plan;
    }

    @Override
    public void close() {
      ports.close();
      node.close();
    }
  }

  @Test
  void filters_find_the_contacts_that_they_describe() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V4_0))) {
      assertThat(lab.contacts("{}")).hasSize(6);
      assertThat(lab.contacts("{\"domain\":\"EXAMPLE.NET\"}"))
          .containsExactlyInAnyOrder("sip:carol@10.0.0.12:5060", "sip:dave@198.51.100.13:5060");
      assertThat(lab.contacts("{\"nat\":\"behind\"}")).containsExactly("sip:carol@10.0.0.12:5060");
      assertThat(lab.contacts("{\"nat\":\"none\"}")).hasSize(5);
      assertThat(lab.contacts("{\"address\":\"203.0.113.12\"}"))
          .containsExactly("sip:carol@10.0.0.12:5060");
      assertThat(lab.contacts("{\"user_agent\":\"DOOR\"}"))
          .containsExactly("sip:dave@198.51.100.13:5060");
      assertThat(lab.contacts("{\"expires_within_s\":60}"))
          .containsExactly("sip:dave@198.51.100.13:5060");
      assertThat(lab.contacts("{\"socket\":\"tls:\",\"aor\":\"alice\"}"))
          .containsExactly("sip:alice@198.51.100.14:5061;transport=tls");
    }
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V4_0).contacts(300))) {
      List<String> seen = new ArrayList<>();
      String cursor = "";
      boolean more = true;
      while (more) {
        String arguments =
            "{\"limit\":40,\"domain\":\"example.com\""
                + (cursor.isEmpty() ? "" : ",\"cursor\":\"" + cursor + "\"")
                + "}";
        Outcome.Rows page = (Outcome.Rows) lab.run("registration_list", arguments);
        page.rows().forEach(row -> seen.add(row.get("contact").getAsString()));
        more = page.more();
        cursor = more ? page.cursorAfter().apply(page.rows().size()) : "";
      }
      assertThat(seen).doesNotHaveDuplicates().hasSize(100 + 4);
      Outcome wrong = lab.run("registration_list", "{\"cursor\":\"x\"}");
      assertThat(((Outcome.Failure) wrong).code()).isEqualTo("CURSOR_INVALID");
    }
  }

  @Test
  void a_large_dump_is_made_only_for_one_who_wants_it() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V3_6).contacts(20_001))) {
      Outcome refused = lab.run("registration_list", "{}");
      assertThat(((Outcome.Failure) refused).code()).isEqualTo("DUMP_TOO_LARGE");
      assertThat(((Outcome.Failure) lab.run("registration_summary", "{}")).code())
          .isEqualTo("DUMP_TOO_LARGE");

      assertThat(lab.run("registration_list", "{\"large\":true}")).isInstanceOf(Outcome.Rows.class);
    }
  }

  @Test
  void a_node_without_domains_says_so() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V3_6))) {
      Outcome.Rows page =
          (Outcome.Rows) lab.run("registration_list", "{\"domain\":\"example.com\"}");
      assertThat(page.rows()).isEmpty();
      assertThat(page.warnings()).singleElement().asString().contains("without their domain");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void the_summary_counts_what_the_list_shows(Version version) {
    try (Lab lab = Lab.of(LabSettings.of(version).contacts(120))) {
      JsonObject counts = lab.object("registration_summary", "{\"top\":50}");
      assertThat(counts.get("contacts").getAsInt()).isEqualTo(126);
      assertThat(counts.get("aors").getAsInt()).isEqualTo(125);
      List<JsonObject> rows = lab.rows("registration_list", "{\"limit\":500}");
      Map<String, Long> agents = new TreeMap<>();
      Map<String, Long> methods = new TreeMap<>();
      long natted = 0;
      for (JsonObject row : rows) {
        agents.merge(row.get("user_agent").getAsString(), 1L, Long::sum);
        methods.merge(row.get("methods").getAsString(), 1L, Long::sum);
        natted += row.get("natted").getAsBoolean() ? 1 : 0;
      }
      assertThat(counts(counts, "by_user_agent")).isEqualTo(agents);
      assertThat(counts(counts, "by_methods")).isEqualTo(methods).containsEntry("none", 1L);
      assertThat(counts.get("natted").getAsLong()).isEqualTo(natted).isEqualTo(30 + 1);
      assertThat(counts(counts, "by_transport").keySet()).containsExactly("tcp", "tls", "udp");
      assertThat(counts(counts, "by_expiry")).containsEntry("permanent", 1L);
    }
  }

  private static Map<String, Long> counts(JsonObject counts, String by) {
    Map<String, Long> top = new TreeMap<>();
    for (JsonElement one : counts.getAsJsonObject(by).getAsJsonArray("top")) {
      JsonObject count = one.getAsJsonObject();
      top.put(count.get("value").getAsString(), count.get("contacts").getAsLong());
    }
    return top;
  }

  @Test
  void one_user_is_shown_and_an_unknown_one_is_an_error_of_the_node() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V4_0))) {
      assertThat(lab.rows("ul_show_contacts", "{\"aor\":\"alice@example.com\"}")).hasSize(2);
      Outcome unknown = lab.run("ul_show_contacts", "{\"aor\":\"nobody@example.com\"}");
      assertThat(((Outcome.Failure) unknown).code()).isEqualTo("MI_REFUSED");
    }
  }

  @Test
  void a_contact_that_a_phone_registered_is_never_overwritten() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V4_0))) {
      assertThat(
              lab.refused(
                  "ul_add_contact",
                  "{\"aor\":\"carol@example.net\",\"contact\":\"sip:carol@10.0.0.12:5060\"}"))
          .isEqualTo("TARGET_UNFIT");
    }
  }

  @Test
  void only_what_mi_can_set_again_is_offered_to_be_taken_back() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V4_0))) {
      Plan.Ready natted =
          lab.ready(
              "ul_remove_contact",
              "{\"aor\":\"carol@example.net\",\"contact\":\"sip:carol@10.0.0.12:5060\"}");
      assertThat(natted.restore()).isEmpty();
      assertThat(natted.undo()).contains("REGISTER");
      Plan.Ready open =
          lab.ready(
              "ul_remove_contact",
              "{\"aor\":\"bob@example.com\",\"contact\":\"sip:bob@198.51.100.11:5060\"}");
      assertThat(open.restore().orElseThrow().inverse().tool()).isEqualTo("ul_add_contact");
      assertThat(open.undo()).contains("without socket and user agent");
      assertThat(lab.refused("ul_remove_aor", "{\"aor\":\"nobody@example.com\"}"))
          .isEqualTo("TARGET_NOT_FOUND");
      assertThat(
              lab.refused(
                  "ul_remove_contact", "{\"aor\":\"bob@example.com\",\"contact\":\"sip:x\"}"))
          .isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void a_trunk_registration_is_named_by_its_aor_where_that_is_enough() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V3_6))) {
      JsonObject result = lab.object("uac_reg_disable", "{\"aor\":\"trunk1@carrier.example.com\"}");
      assertThat(result.getAsJsonObject("after").get("enabled").getAsBoolean()).isFalse();
      assertThat(lab.rows("uac_reg_list", "{\"state\":\"NOT_REG\"}")).hasSize(2);
      assertThat(lab.refused("uac_reg_force_register", "{\"aor\":\"trunk1@carrier.example.com\"}"))
          .isEqualTo("TARGET_UNFIT");
      assertThat(lab.refused("uac_reg_enable", "{\"aor\":\"trunk9@example.net\"}"))
          .isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void several_trunks_of_one_aor_are_told_apart() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V3_6))) {
      Map<String, String> row =
          Map.of(
              "aor", "sip:trunk1@carrier.example.com",
              "registrar", "sip:203.0.113.99",
              "binding_URI", "sip:trunk1@192.0.2.1:5060",
              "state", "0");
      lab.node().insertRow("registrant", row);
      lab.run("uac_reg_reload", "{}");
      String aor = "{\"aor\":\"sip:trunk1@carrier.example.com\"";
      assertThat(lab.refused("uac_reg_disable", aor + "}")).isEqualTo("ARGUMENTS_INCOMPLETE");
      lab.ready("uac_reg_disable", aor + ",\"registrar\":\"203.0.113.99\"}");
    }
  }

  @Test
  void pings_and_counters_are_read() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V4_0))) {
      assertThat(lab.object("nathelper_get_ping", "{}").get("enabled").getAsBoolean()).isTrue();
      lab.object("nathelper_enable_ping", "{\"enable\":false}");
      assertThat(lab.object("nathelper_get_ping", "{}").get("enabled").getAsBoolean()).isFalse();
      JsonObject counters = lab.object("registrar_stats", "{}");
      assertThat(counters.getAsJsonObject("usrloc").get("location-contacts").getAsInt())
          .isEqualTo(6);
      assertThat(counters.getAsJsonObject("registrar").keySet()).contains("accepted_regs");
    }
  }

  @Test
  void calls_are_counted_too() {
    try (Lab lab = Lab.of(LabSettings.of(Version.V3_6).dialogs(2500))) {
      JsonObject counts = lab.object("dlg_summary", "{\"top\":50}");
      JsonObject confirmed = lab.object("dlg_summary", "{\"state\":\"confirmed\"}");
      long sum = 0;
      for (JsonElement one : counts.getAsJsonObject("by_age").getAsJsonArray("top")) {
        sum += one.getAsJsonObject().get("calls").getAsLong();
      }
      assertThat(counts.get("calls").getAsLong()).isEqualTo(sum).isGreaterThan(2500);
      assertThat(confirmed.getAsJsonObject("by_state").get("different").getAsInt()).isEqualTo(1);
    }
  }
}
