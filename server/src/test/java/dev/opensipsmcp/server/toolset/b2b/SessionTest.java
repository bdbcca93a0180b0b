package dev.opensipsmcp.server.toolset.b2b;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {

  @Test
  void topologyHidingHasNeitherEntityNamesNorLessLegs() {
    Session session = Recorded.session(Recorded.TOP_HIDING);

    assertThat(session.scenario()).isEqualTo("top hiding");
    assertThat(session.legs())
        .extracting(Leg::side, Leg::entity, Leg::state, Leg::bridge, Leg::party)
        .containsExactly(
            tuple("server", "", "confirmed", 0, "sip:alice2@sip.test"),
            tuple("client", "", "confirmed", 1, "sip:b2b2@127.0.0.1:5166"));
    assertThat(session.json().getAsJsonArray("legs").get(0).getAsJsonObject().has("entity"))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,initial", "1,bridging_hold", "3,bridging", "4,bridged", "5,ending", "9,unknown"})
  void statesHaveWords(int number, String word) {
    String json = Recorded.TOP_HIDING.replace("\"state\":4", "\"state\":" + number);

    assertThat(Recorded.session(json).state()).isEqualTo(word);
  }

  @Test
  void aLegThatIsOnlyInTheBridgeIsShownOnce() {
    Session session =
        Recorded.session(
            """
            {"key":"1.0","state":3,"SERVERS":[],"CLIENTS":[],"BRIDGE_ENTITIES":[
              {"index":0,"key":"B2B.1","disconnected":0,"state":1,"type":1,"to_uri":"sip:a@h"},
              {"index":1,"disconnected":0,"state":0,"type":1,"to_uri":"sip:b@h"}]}\
            """);

    assertThat(session.legs()).extracting(Leg::party).containsExactly("sip:a@h", "sip:b@h");
    assertThat(session.bridged(1)).hasValueSatisfying(leg -> assertThat(leg.confirmed()).isFalse());
  }

  @Test
  void whatIsNoSessionIsReadWithoutAFault() {
    Session session = Session.of(JsonParser.parseString("{\"SERVERS\":7}").getAsJsonObject());

    assertThat(session.key()).isEmpty();
    assertThat(session.state()).isEqualTo("unknown");
  }
}
