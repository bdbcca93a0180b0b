package dev.opensipsmcp.server.toolset.b2b;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class EntityTest {

  @Test
  void bothKindsOfEntityHaveTheKeyThatTheSessionsLegsShow() {
    ScriptedNode node =
        new ScriptedNode().reads("[" + Recorded.INCOMING + "," + Recorded.OUTGOING + "]");

    assertThat(Calls.rows("b2b_list_entities", "{'session':'603.0'}", node).rows())
        .extracting(
            row -> text(row, "side"), row -> text(row, "key"), row -> text(row, "peer_contact"))
        .containsExactly(
            tuple("server", "B2B.150.454.1795219400.1574812462", "sip:alice2@127.0.0.1:5300"),
            tuple("client", "B2B.91.1796763.1795219400.763854253", "sip:uas@127.0.0.1:5166"));
  }

  @Test
  void isFoundByCallIdAndAddress() {
    ScriptedNode node =
        new ScriptedNode().reads("[" + Recorded.INCOMING + "," + Recorded.OUTGOING + "]");

    assertThat(Calls.rows("b2b_list_entities", "{'callid':'2-9100@127.0.0.1'}", node).rows())
        .hasSize(1);
    assertThat(Calls.rows("b2b_list_entities", "{'uri':'ALICE2'}", node).rows()).hasSize(2);
  }

  private static String text(JsonObject row, String name) {
    return row.get(name).getAsString();
  }
}
