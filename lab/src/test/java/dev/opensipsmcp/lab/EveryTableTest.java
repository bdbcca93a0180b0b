package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each module that has tables, on a node that reads them from outside: a row is active after the
 * reload and not before, and a query that failed is refused and changes nothing.
 */
@ParameterizedClass
@EnumSource(names = {"V3_6", "V4_0"})
class EveryTableTest {
  private final Version version;
  private final Map<String, List<Map<String, String>>> tables = new HashMap<>();
  private boolean down;
  private LabNode node;

  EveryTableTest(Version version) {
    this.version = version;
  }

  @BeforeEach
  void start() {
    add("clusterer", "cluster_id=1 node_id=1 url=bin:192.0.2.1:5566 state=1");
    add("route_tree", "id=1 carrier=default");
    node = LabNode.of(LabSettings.of(version).withTables(this::rows));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private List<Map<String, String>> rows(String table) {
    if (down) {
      throw new IllegalStateException("no database");
    }
    return List.copyOf(tables.getOrDefault(table, List.of()));
  }

  private void add(String table, String columns) {
    Map<String, String> row = new LinkedHashMap<>();
    for (String column : columns.split(" ", -1)) {
      int equals = column.indexOf('=');
      row.put(column.substring(0, equals), column.substring(equals + 1));
    }
    tables.computeIfAbsent(table, none -> new ArrayList<>()).add(row);
  }

  private String answer(String command, String params) {
    boolean renamed =
        version == Version.V4_0 && command.matches("(domain|rtpengine|rtpproxy)_[a-z]+");
    String name = renamed ? command.replaceFirst("_", ":") : command;
    return Wire.call(node, name, params.replace('\'', '"')).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          dispatcher | setid=1 destination=sip:new.example.com | ds_reload | ds_list | {} | new.ex
          load_balancer | id=7 group_id=1 dst_uri=sip:new resources=pstn=9 | lb_reload | lb_list | {} \
          | sip:new
          dr_gateways | gwid=fresh address=192.0.2.7 | dr_reload | dr_gw_status | {} | fresh
          dr_carriers | carrierid=fresh gwlist=gw1 | dr_reload | dr_carrier_status | {} | fresh
          dr_rules | ruleid=1 groupid=0 prefix=49 gwlist=x attrs=fresh | dr_reload \
          | dr_number_routing | {'group_id':0,'number':'4911'} | fresh
          dialplan | dpid=3 match_op=0 match_exp=77 repl_exp=fresh | dp_reload | dp_translate \
          | {'dpid':'3','input':'77'} | fresh
          address | grp=1 ip=203.0.113.7 mask=32 port=0 | address_reload | address_dump | {} | 113.7
          address | grp=1 ip=203.0.113.0 mask=26 port=0 | address_reload | subnet_dump | {} \
          | 255.255.255.192
          domain | domain=fresh.example.com | domain_reload | domain_dump | {} | fresh
          carrierroute | carrier=1 domain=d scan_prefix=9 prob=1 rewrite_host=fresh \
          | cr_reload_routes | cr_dump_routes | {} | 'fresh': ON
          tls_mgm | domain=fresh type=2 match_ip_address=* | tls_reload | tls_list | {} | fresh
          registrant | aor=sip:fresh registrar=sip:r binding_URI=sip:b state=0 | reg_reload \
          | reg_list | {} | fresh
          rtpengine | socket=udp:192.0.2.9:2223=3 set_id=4 | rtpengine_reload | rtpengine_show | {} \
          | "weight":3
          rtpproxy_sockets | rtpproxy_sock=udp:192.0.2.9:9 set_id=4 | rtpproxy_reload \
          | rtpproxy_show | {} | 192.0.2.9
          clusterer | id=2 cluster_id=1 node_id=2 url=bin:fresh | clusterer_reload | clusterer_list \
          | {} | bin:fresh
          cc_flows | flowid=fresh skill=fresh priority=1 | cc_reload | cc_list_flows | {} | fresh
          cc_agents | agentid=fresh skills=fresh logstate=1 | cc_reload | cc_list_agents | {} | fresh
          freeswitch | ip=192.0.2.9 port=8022 events_csv=DTMF | fs_reload | fs_list | {} | 8022
          sockets | socket=udp:192.0.2.9:5060 tag=fresh tos=4 | sockets_reload | sockets_list | {} \
          | "tos":4
          config | name=fresh value=1 | config_reload | config_list | {} | fresh
          trie_table | prefix=77 attrs=fresh enabled=1 | trie_reload | trie_search \
          | {'partition_name':'default','number':'7701'} | fresh
          """)
  void aRowIsActiveAfterTheReload(
      String table, String row, String reload, String list, String params, String shown) {
    assertThat(answer(list, params)).doesNotContain(shown);

    add(table, row);
    assertThat(answer(list, params)).doesNotContain(shown);
    assertThat(answer(reload, "{}")).contains("\"result\":\"OK\"");
    String listed = answer(list, params);
    assertThat(listed).contains(shown);
    assertThat(node.loaded(table)).isEqualTo(tables.get(table));

    down = true;
    assertThat(answer(reload, "{}")).contains("\"error\"");
    assertThat(answer(list, params)).isEqualTo(listed);
    assertThat(node.loaded(table)).isEqualTo(tables.get(table));
  }

  @ParameterizedTest
  @CsvSource({
    "dr_groups, username=alice groupid=1, dr_reload, true",
    "fraud_detection, ruleid=1 profileid=1 prefix=44, fraud_reload, true",
    "globalblacklist, prefix=1900, reload_blacklist, true",
    "tcp_mgm, proto=tls, tcp_reload, true",
    "qr_profiles, profile_name=strict, qr_reload, false"
  })
  void whatNoCommandListsCanBeAskedFor(String table, String row, String reload, boolean refuses) {
    add(table, row);
    assertThat(node.loaded(table)).isEmpty();

    assertThat(answer(reload, "{}")).contains("\"result\":\"OK\"");
    assertThat(node.loaded(table)).isEqualTo(tables.get(table));

    down = true;
    assertThat(answer(reload, "{}").contains("\"error\"")).isEqualTo(refuses);
    assertThat(node.loaded(table)).isEqualTo(tables.get(table));
  }

  @Test
  void aCachedRowIsReadByItsKey() {
    add("domain", "domain=one.example.com");
    add("domain", "domain=two.example.com");

    assertThat(answer("sql_cacher_reload", "{'id':'dom_cache','key':'two.example.com'}"))
        .contains("OK");

    assertThat(node.loaded("sql_cacher:dom_cache"))
        .containsExactly(Map.of("domain", "two.example.com"));
    assertThat(node.loaded("domain")).isEmpty();
  }

  @Test
  void oneRegistrationIsReadAlone() {
    add("registrant", "aor=sip:a registrar=sip:r binding_URI=sip:b");
    add("registrant", "aor=sip:c registrar=sip:r binding_URI=sip:b");

    assertThat(answer("reg_reload", "{'aor':'sip:c','contact':'sip:b','registrar':'sip:r'}"))
        .contains("OK");

    assertThat(answer("reg_list", "{}")).contains("sip:c").doesNotContain("sip:a");
    assertThat(node.loaded("registrant")).hasSize(1);
  }
}
