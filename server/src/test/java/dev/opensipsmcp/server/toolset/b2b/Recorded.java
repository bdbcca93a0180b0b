package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonParser;

/** Answers recorded on 3.6.8; 4.0.1 has the same members. */
final class Recorded {
  static final String TOP_HIDING =
      """
      {"id":0,"key":"603.0","state":4,"lifetime":43314,"db_flag":2,"scenario":"top hiding",\
      "SERVERS":[{"index":0,"key":"B2B.150.454.1795219400.1574812462","disconnected":0,"state":1,\
      "no":0,"type":0,"peer":"B2B.91.1796763.1795219400.763854253",\
      "to_uri":"sip:b2b2@127.0.0.1:5166","from_uri":"sip:alice2@sip.test"}],\
      "CLIENTS":[{"index":0,"key":"B2B.91.1796763.1795219400.763854253","disconnected":0,"state":1,\
      "no":1,"type":1,"peer":"B2B.150.454.1795219400.1574812462",\
      "to_uri":"sip:b2b2@127.0.0.1:5166","from_uri":"sip:alice2@sip.test"}],\
      "BRIDGE_ENTITIES":[{"index":0,"key":"B2B.150.454.1795219400.1574812462","disconnected":0,\
      "state":1,"no":0,"type":0,"to_uri":"sip:b2b2@127.0.0.1:5166",\
      "from_uri":"sip:alice2@sip.test"},{"index":1,"key":"B2B.91.1796763.1795219400.763854253",\
      "disconnected":0,"state":1,"no":1,"type":1,"to_uri":"sip:b2b2@127.0.0.1:5166",\
      "from_uri":"sip:alice2@sip.test"}]}\
      """;

  static final String INCOMING =
      """
      {"dlg":454,"logic_key":"603.0","mod_name":"b2b_logic","state":5,"last_invite_cseq":1,\
      "last_method":0,"last_reply_code":200,"db_flag":2,"ruri":"sip:b2b2@127.0.0.1:5066",\
      "callid":"2-9100@127.0.0.1","from":"","from_uri":"sip:alice2@sip.test",\
      "from_tag":"9100c2","to":"","to_uri":"sip:b2b2@sip.test",\
      "to_tag":"B2B.150.454.1795219400.1574812462","cseq":{"caller":1,"callee":1},\
      "contact":{"caller":"sip:alice2@127.0.0.1:5300","callee":"sip:b2bua@127.0.0.1:5066"},\
      "send_sock":"127.0.0.1"}\
      """;

  static final String OUTGOING =
      """
      {"dlg":1796763,"logic_key":"603.0","mod_name":"b2b_logic","state":5,"last_invite_cseq":2,\
      "last_method":4,"db_flag":2,"callid":"B2B.91.1796763.1795219400.763854253","from":"",\
      "from_uri":"sip:alice2@sip.test","from_tag":"bba08c0296cb8b879088796206ac413f","to":"",\
      "to_uri":"sip:b2b2@127.0.0.1:5166","to_tag":"9094u2","cseq":{"caller":2,"callee":1},\
      "contact":{"caller":"sip:127.0.0.1:5066","callee":"sip:uas@127.0.0.1:5166"},\
      "send_sock":"127.0.0.1","LEGS":[{"id":0,"tag":"9094u2","cseq":2,\
      "contact":"sip:uas@127.0.0.1:5166"}]}\
      """;

  private Recorded() {}

  static Session session(String json) {
    return Session.of(JsonParser.parseString(json).getAsJsonObject());
  }

  /** {@return an answer of b2b_list} */
  static String list(String... sessions) {
    return "{\"Tuples\":[" + String.join(",", sessions) + "]}";
  }

  /** {@return the session once the node ended it and its peers have not answered yet} */
  static String ending() {
    return TOP_HIDING
        .replace("\"state\":4", "\"state\":5")
        .replace("\"disconnected\":0", "\"disconnected\":1");
  }
}
