package dev.opensipsmcp.server.toolset.b2b;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class B2bOnTheLabTest {

  private static void on(Version version, BiConsumer<NodePorts, LabNode> story) {
    try (LabNode node = LabNode.start(version);
        MiClient client =
            MiClient.of(MiEndpoint.parse(node.miUrl().toString()), MiSettings.defaults())) {
      story.accept(new NodePorts(client), node);
    }
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private static JsonObject talking(NodePorts node) {
    return Calls.rows("b2b_list_sessions", "{'state':'bridged','scenario':'prepaid'}", node)
        .rows()
        .getFirst();
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void listsSessionsByEveryFilter(Version version) {
    on(
        version,
        (node, _) -> {
          List<JsonObject> all = Calls.rows("b2b_list_sessions", "{}", node).rows();
          assertThat(all).hasSizeGreaterThan(2);
          String key = text(all.get(1), "key");

          assertThat(Calls.rows("b2b_list_sessions", "{'key':'" + key + "'}", node).rows())
              .containsExactly(all.get(1));
          assertThat(Calls.rows("b2b_list_sessions", "{'uri':'CAROL@'}", node).rows())
              .singleElement()
              .satisfies(row -> assertThat(text(row, "scenario")).isEqualTo("prepaid"));
          assertThat(Calls.rows("b2b_list_sessions", "{'state':'ending'}", node).rows()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void pagesMakeUpTheWhole(Version version) {
    on(
        version,
        (node, _) -> {
          Outcome.Rows all = Calls.rows("b2b_list_entities", "{}", node);
          assertThat(all.more()).isFalse();
          Outcome.Rows first = Calls.rows("b2b_list_entities", "{'limit':2}", node);
          assertThat(first.more()).isTrue();
          String cursor = first.cursorAfter().apply(1);
          Outcome.Rows next =
              Calls.rows("b2b_list_entities", "{'limit':500,'cursor':'" + cursor + "'}", node);

          assertThat(next.rows()).isEqualTo(all.rows().subList(1, all.rows().size()));
          assertThat(next.more()).isFalse();
          assertThat(Calls.read("b2b_list_entities", "{'cursor':'x'}", node))
              .isInstanceOfSatisfying(
                  Outcome.Failure.class,
                  failure -> assertThat(failure.code()).isEqualTo("CURSOR_INVALID"));
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void theEntitiesOfASessionHaveItsLegsKeys(Version version) {
    on(
        version,
        (node, _) -> {
          JsonObject session = talking(node);
          List<String> legs =
              session.getAsJsonArray("legs").asList().stream()
                  .map(leg -> text(leg.getAsJsonObject(), "key"))
                  .toList();

          assertThat(
                  Calls.rows(
                          "b2b_list_entities", "{'session':'" + text(session, "key") + "'}", node)
                      .rows())
              .extracting(row -> text(row, "key"))
              .containsExactlyInAnyOrderElementsOf(legs);
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void endsASessionOnceAndProvesIt(Version version) {
    on(
        version,
        (node, lab) -> {
          String arguments = "{'key':'" + text(talking(node), "key") + "'}";
          Plan plan = Calls.plan("b2b_terminate", arguments, node);
          assertThat(((Plan.Ready) plan).summary()).contains("prepaid").contains("sip:carol@");
          assertThat(lab.received("b2b_terminate_call")).isZero();

          JsonObject ended = Calls.value(Calls.change("b2b_terminate", arguments, node));

          assertThat(ended.get("ended").getAsBoolean()).isTrue();
          assertThat(lab.received("b2b_terminate_call")).isEqualTo(1);
          assertThat(Calls.refused("b2b_terminate", arguments, node))
              .satisfies(failure -> {
                assertThat(failure.code()).isIn("B2B_SESSION_NOT_FOUND", "B2B_SESSION_ENDED");
                assertThat(failure.cause()).contains("ended");
              });
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void bridgesUnderTheEarlierNamesToo(Version version) {
    on(
        version,
        (node, lab) -> {
          String key = text(talking(node), "key");

          JsonObject session =
              Calls.value(
                  Calls.change(
                      "b2b_bridge",
                      "{'key':'" + key + "','new_dst':'sip:support@example.com'}",
                      node));

          assertThat(session.toString()).contains("sip:support@example.com");
          assertThat(lab.received("b2b_bridge")).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void startsAScenarioAndFindsItsSession(Version version) {
    on(
        version,
        (node, _) -> {
          JsonObject session =
              Calls.value(
                  Calls.change(
                      "b2b_trigger_scenario",
                      "{'scenario_id':'marketing','entity1':'client1,sip:alice@example.com,Alice',"
                          + "'entity2':'client2,sip:bob@example.com','context':['k=v']}",
                      node));

          assertThat(text(session, "scenario")).isEqualTo("marketing");
          assertThat(session.toString()).contains("sip:alice@example.com");
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aSessionThatDoesNotExistIsNamedAsSuch(Version version) {
    on(
        version,
        (node, lab) -> {
          assertThat(Calls.refused("b2b_terminate", "{'key':'999.9'}", node).code())
              .isEqualTo("B2B_SESSION_NOT_FOUND");
          assertThat(
                  Calls.refused("b2b_bridge", "{'key':'999.9','new_uri':'sip:c@h'}", node).code())
              .isEqualTo("B2B_SESSION_NOT_FOUND");
          assertThat(lab.received("b2b_terminate_call") + lab.received("b2b_bridge")).isZero();
        });
  }
}
