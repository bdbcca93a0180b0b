package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, address lists and media servers: what is written shows in what is read. */
class NumbersAndMediaTest {
  private final LabNode node = LabNode.start(Version.V3_6);

  @AfterEach
  void stop() {
    node.close();
  }

  private String call(String command, String params) {
    return Wire.call(node, command, params.replace('\'', '"')).toString();
  }

  private String read(String command) {
    return Wire.result(node, command, "{}").toString();
  }

  /** Results of a real 3.6.8, cut to one row of each kind. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "domain_dump|{'Domains':[{'name':'a','attributes':'b'},{'name':'c'}]}",
        "address_dump|{'Partitions':[{'name':'default','Destinations':[{'grp':1,'ip':'a','mask':'b',"
            + "'port':0,'proto':'any','pattern':'','context_info':'lab'}]}]}",
        "subnet_dump|{'Partitions':[{'name':'default','Destinations':[{'grp':1,'ip':'a','mask':'b',"
            + "'port':0,'proto':'udp','pattern':'','context_info':'net'}]}]}",
        "dp_show_partition|{'Partitions':[{'name':'default','table':'t','db_url':'u'}]}",
        "rtpengine_show|[{'Set':1,'Nodes':[{'url':'u','index':0,'disabled':1,'weight':1,"
            + "'recheck_ticks':20}]}]",
        "rtpproxy_show|[{'Set':7,'Nodes':[{'url':'u','index':0,'disabled':1,'weight':1,"
            + "'recheck_ticks':20}]}]",
        "cr_dump_routes|{'Carriers':[{'name':'a','id':2,'Domains':[{'name':'b',"
            + "'Rules':[{},'rule']}]}]}"
      })
  void answersInTheShapeOfARealNode(String command, String recorded) {
    assertThat(Shape.of(JsonParser.parseString(read(command))))
        .isEqualTo(Shape.of(JsonParser.parseString(recorded.replace('\'', '"'))));
  }

  @ParameterizedTest
  @CsvSource({
    "domain_dump, domain_reload, branch.example.net",
    "address_dump, address_reload, 192.0.2.45",
    "cr_dump_routes, cr_reload_routes, gw1.fr.example.net",
    "rtpengine_show, rtpengine_reload, 192.0.2.52",
    "sockets_list, sockets_reload, 192.0.2.81"
  })
  void aReloadBringsWhatWasNotLoadedYet(String list, String reload, String added) {
    assertThat(read(list)).doesNotContain(added);
    assertThat(call(reload, "{}")).contains("\"OK\"");
    assertThat(read(list)).contains(added);
  }

  @Test
  void aHostOfACarrierIsSwitchedReplacedAddedAndDeleted() {
    call("cr_deactivate_host", "{'options':'-d proxy -p 49 -h gw1.de.example.net'}");
    assertThat(read("cr_dump_routes"))
        .contains("0.000 %, 'gw1.de.example.net': OFF")
        .contains("100.000 %, 'gw2.de.example.net': ON");

    call("cr_activate_host", "{'options':'-d proxy -p 49 -h gw1.de.example.net'}");
    assertThat(read("cr_dump_routes")).contains("50.000 %, 'gw1.de.example.net': ON");

    call(
        "cr_replace_host", "{'options':'-d proxy -p 49 -h gw1.de.example.net -t new.example.net'}");
    assertThat(read("cr_dump_routes")).contains("new.example.net").doesNotContain("gw1.de");

    call("cr_add_host", "{'options':'-d proxy -p 39 -h gw1.it.example.net -w 1'}");
    assertThat(read("cr_dump_routes")).contains("        39: 100.000 %, 'gw1.it.example.net': ON");
    call("cr_delete_host", "{'options':'-d proxy -p 39 -h gw1.it.example.net'}");
    assertThat(read("cr_dump_routes")).doesNotContain("gw1.it.example.net");
  }

  @Test
  void aHostThatStandsInForAnotherIsKept() {
    call(
        "cr_deactivate_host",
        "{'options':'-d proxy -p 49 -h gw1.de.example.net -t gw2.de.example.net'}");

    assertThat(call("cr_delete_host", "{'options':'-d proxy -p 49 -h gw2.de.example.net'}"))
        .contains("\"code\":500");
    assertThat(read("cr_dump_routes")).contains("50.000 %, 'gw1.de.example.net': OFF");
  }

  @Test
  void optionsThatAreWrongAreRefusedAsANodeRefusesThem() {
    assertThat(call("cr_add_host", "{'options':'-d proxy -p 1'}")).contains("Missing option");
    assertThat(call("cr_add_host", "{'options':'-s 1'}")).contains("Bad option");
    assertThat(call("cr_add_host", "{'options':'garbage'}")).contains("No option given");
  }

  @Test
  void aNumberOfATrieIsSetAndDeletedUntilAReload() {
    String search = "{'partition_name':'ported','number':'120255501439'}";
    assertThat(call("trie_search", search)).contains("12025550143").contains("rn=1202555");

    call(
        "trie_number_upsert",
        "{'partition_name':'ported','number':['12025550143'],'attrs':['rn=1']}");
    assertThat(call("trie_search", search)).contains("\"ATTRS\":\"rn=1\"");

    call("trie_number_delete", "{'partition_name':'ported','number':['12025550143']}");
    assertThat(call("trie_search", search)).contains("No match");

    call("trie_reload", "{'partition_name':'ported'}");
    assertThat(call("trie_search", search)).contains("rn=1202555");
  }

  @Test
  void aTranslationFollowsTheFirstRuleThatMatches() {
    assertThat(call("dp_translate", "{'dpid':'1','input':'0123456'}")).contains("+44123456");
    assertThat(call("dp_translate", "{'dpid':'1','input':'zzz'}")).contains("No translation");
    assertThat(call("dp_translate", "{'dpid':'1','input':'*98'}")).contains("No translation");
    call("dp_reload", "{}");
    assertThat(call("dp_translate", "{'dpid':'1','input':'*98'}")).contains("voicemail");
  }

  @Test
  void aMediaServerIsDisabledUntilItIsEnabled() {
    call("rtpengine_enable", "{'url':'udp:192.0.2.50:22222','enable':0}");
    assertThat(read("rtpengine_show"))
        .contains("\"disabled\":1,\"weight\":1,\"recheck_ticks\":4294967295");
    call("rtpengine_enable", "{'url':'udp:192.0.2.50:22222','enable':1,'setid':1}");
    assertThat(read("rtpengine_show")).doesNotContain("4294967295");
    assertThat(call("rtpengine_enable", "{'url':'udp:192.0.2.50:22222','enable':1,'setid':9}"))
        .contains("RTP engine not found");
  }

  @Test
  void callsMoveToAnotherMediaServerAndGoWithTheirDialog() {
    String moved =
        call(
            "rtp_relay_update",
            "{'engine':'rtpengine','set':1,'node':'udp:192.0.2.50:22222',"
                + "'new_node':'udp:192.0.2.51:22222'}");
    assertThat(moved).contains("Sessions: 2");
    assertThat(read("rtp_relay_list")).doesNotContain("192.0.2.50");

    call("teardown", "{'callid':'" + LabNode.STUCK_9H + "'}");
    assertThat(read("rtp_relay_list")).doesNotContain(LabNode.STUCK_9H);
  }

  @Test
  void mediaIsExchangedOncePerCall() {
    String callid = "'callid':'" + LabNode.STUCK_9H + "'";
    assertThat(call("media_terminate", "{" + callid + "}")).contains("Media Session not found");
    assertThat(
            call(
                "media_exchange_from_call_to_uri",
                "{" + callid + ",'uri':'sip:announce@192.0.2.90','leg':'caller'}"))
        .contains("\"OK\"");
    assertThat(call("media_terminate", "{" + callid + "}")).contains("\"OK\"");
  }

  @Test
  void messageSessionsStartAndEnd() {
    call(
        "msrp_ua_start_session",
        "{'content_types':'text/plain','from_uri':'sip:a@example.com',"
            + "'to_uri':'sip:b@example.com','ruri':'sip:b@192.0.2.9'}");
    assertThat(read("msrp_ua_list_sessions")).contains("5a1f-01");
    call("msrp_gw_end_session", "{'key':'gw-1'}");
    for (String list : List.of("msrp_ua_list_sessions", "msrp_gw_list_sessions")) {
      assertThat(read(list)).doesNotContain("5a1e-01");
    }
  }

  @Test
  void aScriptIsReplacedAndRemoved() {
    String alice = "'username':'sip:alice@example.com'";
    assertThat(call("GET_CPL", "{" + alice + "}")).contains("busy");
    call("LOAD_CPL", "{" + alice + ",'cpl_filename':'/srv/cpl/alice.xml'}");
    assertThat(call("GET_CPL", "{" + alice + "}")).contains("proxy");
    call("REMOVE_CPL", "{" + alice + "}");
    assertThat(call("GET_CPL", "{" + alice + "}")).contains("\"script\":\"\"");
    assertThat(call("GET_CPL", "{'username':'alice'}")).contains("Bad user@host");
  }
}
