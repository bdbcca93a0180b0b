package dev.opensipsmcp.cfg.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemsTest {

  private static String items(String text) {
    SyntaxTree tree = Parser.parse(text);
    assertThat(tree.faults()).as(text).isEmpty();
    return Shape.many(tree.items());
  }

  @Test
  void globalParametersOfAllKinds() {
    assertThat(
            items(
                """
                log_level=-1  # quiet
                stderror_enabled = no
                syslog_facility = LOG_LOCAL0
                server_header = "Server: a"
                advertised_address = sip.example.com
                advertised_port = 5060
                udp_workers = 4 use_auto_scaling_profile PROFILE
                tcp_threads = 2
                """))
        .isEqualTo(
            "log_level=-1 stderror_enabled=0 syslog_facility=LOG_LOCAL0 server_header='Server: a'"
                + " advertised_address=sip.example.com advertised_port=5060"
                + " udp_workers=4 use_auto_scaling_profile PROFILE tcp_threads=2");
  }

  @Test
  void modulesAndTheirParameters() {
    assertThat(
            items(
                """
                mpath="/a/" : "/b/"
                mpath="/c/"
                loadmodule "sub/sl.so"
                loadmodule 'tm'
                modparam("tm", "fr_timeout", 5)
                modparam("acc|dialog", 'x', "a"
                  "b")
                modparam("x", "y", yes)
                """))
        .isEqualTo(
            "mpath /a/ mpath /b/ mpath /c/ load sl load tm tm.fr_timeout=5 acc|dialog.x='ab' x.y=1");
  }

  @Test
  void listeners() {
    assertThat(
            items(
                """
                socket=udp:192.0.2.1:5060
                socket=tcp:*
                socket = tls:eth0:5061-5063,5070 as "pub.example.com":443 use_workers 4 TAG t
                listen=udp:[2001:db8::1]:5060 use_children 3
                socket=udp:my-host.example.com:5060 anycast frag reuse_port tos 16
                   accept_subdomain use_auto_scaling_profile P
                tos=16
                """))
        .isEqualTo(
            "socket[udp/192.0.2.1/5060] socket[tcp/*]"
                + " socket[tls/eth0/5061-5063+as=\"pub.example.com\":443+use_workers=4+tag=t"
                + " tls/eth0/5070+as=\"pub.example.com\":443+use_workers=4+tag=t]"
                + " listen[udp/[2001:db8::1]/5060+use_children=3]"
                + " socket[udp/my-host.example.com/5060+anycast+frag+reuse_port+tos=16"
                + "+accept_subdomain+use_auto_scaling_profile=P] tos=16");
  }

  @Test
  void listenersOf40() {
    assertThat(
            items(
                """
                socket=tcp:192.0.2.1:5060 allow-proxy-protocol
                socket=tcp:192.0.2.1:5061 SEND_PROXY
                socket=tcp:192.0.2.1:5062 proxy_protocol as 203.0.113.1
                socket=bond:b1 { "udp:192.0.2.1:5060", "udp:[2001:db8::1]:5060" }
                """))
        .isEqualTo(
            "socket[tcp/192.0.2.1/5060+allow-proxy-protocol]"
                + " socket[tcp/192.0.2.1/5061+send_proxy]"
                + " socket[tcp/192.0.2.1/5062+proxy_protocol+as=203.0.113.1]"
                + " socket[bond/b1 udp/192.0.2.1/5060 udp/[2001:db8::1]/5060]");
  }

  @Test
  void aliasesFollowEachOther() {
    assertThat(
            items(
                """
                alias=example.com example.org
                  udp:example.net:5060 any:"x.example.com" accept_subdomain
                alias = 192.0.2.1
                loadmodule "a.so"
                """))
        .isEqualTo(
            "alias[-/example.com -/example.org udp/example.net/5060"
                + " any/x.example.com+accept_subdomain] alias[-/192.0.2.1] load a");
  }

  @Test
  void routesOfAllKinds() {
    assertThat(
            items(
                """
                route { exit; }
                route[relay] { exit; }
                route[1] { exit; }
                route["to-pstn"] { exit; }
                failure_route[f] { exit; }
                onreply_route { exit; }
                onreply_route[r] { exit; }
                branch_route[b] { exit; }
                error_route { exit; }
                local_route { exit; }
                startup_route { exit; }
                timer_route[t, 60] { exit; }
                event_route[E_PIKE_BLOCKED] { exit; }
                event_route[E_X, async] { exit; }
                """))
        .isEqualTo(
            "route[]{exit;} route[relay]{exit;} route[1]{exit;} route[to-pstn]{exit;}"
                + " failure_route[f]{exit;} onreply_route[]{exit;} onreply_route[r]{exit;}"
                + " branch_route[b]{exit;} error_route[]{exit;} local_route[]{exit;}"
                + " startup_route[]{exit;} timer_route[t, 60s]{exit;}"
                + " event_route[E_PIKE_BLOCKED]{exit;} event_route[E_X, @async]{exit;}");
  }

  @Test
  void whatHasASmallSyntaxOfItsOwn() {
    assertThat(
            items(
                """
                dst_blacklist = gw: { (tcp, 192.0.2.0/24, 5060, "x"), !(any, 198.51.100.1, 0, "") }
                dst_blacklist = net/expire,default
                mem-group = "core": "tm"
                   "dialog"
                auto_scaling_profile = PROFILE
                  scale up to 6 on 70% for 4 cycles within 5
                  scale down to 2 on 20% for 10 cycles
                log_level = 3
                """))
        .isEqualTo(
            "dst_blacklist#26 dst_blacklist#7 mem-group#6 auto_scaling_profile#25 log_level=3");
  }

  @Test
  void includes() {
    assertThat(items("include_file \"a.cfg\"\n\timport_file 'b.cfg'; # more\nlog_level=3"))
        .isEqualTo("include_file a.cfg import_file b.cfg log_level=3");
  }

  @Test
  void commentsNestAndLinesContinue() {
    assertThat(items("/* a /* b */ log_level=1 */ log_level=\\\n2 # log_level=3"))
        .isEqualTo("log_level=2");
  }

  @Test
  void whatOpenSipsSkipsWithoutAWordIsNoFault() {
    assertThat(items("\uFEFFlog_level=2 @\nroute { ` exit; }"))
        .isEqualTo("log_level=2 route[]{exit;}");
  }
}
