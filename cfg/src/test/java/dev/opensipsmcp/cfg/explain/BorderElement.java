package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Place;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Parser;

/** A border element with a bit of everything. */
final class BorderElement {
  static final String TEXT =
      """
      log_level=3
      socket=udp:127.0.0.1:5060 as 203.0.113.9:5060
      alias=udp:sip.example.org:5060
      db_default_url="postgres://osips:hush0@127.0.0.1/osips"
      mpath="/usr/lib/opensips/modules/"
      loadmodule "proto_udp.so"
      loadmodule "sl.so"
      loadmodule "tm.so"
      loadmodule "rr.so"
      loadmodule "maxfwd.so"
      loadmodule "signaling.so"
      loadmodule "sipmsgops.so"
      loadmodule "db_mysql.so"
      loadmodule "usrloc.so"
      modparam("usrloc", "working_mode_preset", "single-instance-sql-write-back")
      modparam("usrloc", "db_url", "mysql://osips:hush1@db.example.org/osips")
      loadmodule "registrar.so"
      loadmodule "auth.so"
      modparam("auth", "secret", "hush2")
      loadmodule "auth_db.so"
      modparam("auth_db", "db_url", "mysql://osips:p@ss/hush3@db.example.org/osips")
      loadmodule "dispatcher.so"
      modparam("dispatcher", "partition", "gw:db_url=mysql://osips:hush4@127.0.0.1/osips")
      loadmodule "rtpengine.so"
      modparam("rtpengine", "rtpengine_sock", "udp:127.0.0.1:2223")
      loadmodule "rest_client.so"
      loadmodule "httpd.so"
      modparam("httpd", "port", 8080)
      loadmodule "mi_http.so"
      loadmodule "mi_fifo.so"
      loadmodule "nowhere.so"

      route {
      	if (!mf_process_maxfwd_header(10)) {
      		sl_send_reply(483, "Too Many Hops");
      		exit;
      	}
      	if (has_totag()) {
      		if (loose_route())
      			route(RELAY);
      		exit;
      	}
      	if (is_method("REGISTER")) {
      		route(REGISTER);
      	} else if (is_method("INVITE")) {
      		rest_get("http://osips:hush5@api.example.org/ask", $var(body));
      		record_route();
      		t_on_failure("GONE");
      		route(RELAY);
      	} else
      		sl_send_reply(405, "Method Not Allowed");
      }

      route[REGISTER] {
      	if (!www_authorize("", "subscriber")) {
      		www_challenge("");
      		exit;
      	}
      	save("location");
      	exit;
      }

      route[RELAY] {
      	if (!t_relay())
      		sl_reply_error();
      	exit;
      }

      failure_route[GONE] {
      	if (ds_next_dst())
      		route(RELAY);
      }

      timer_route[tick, 60] {
      	xlog("tick\\n");
      }
      """;

  private BorderElement() {}

  static Program program() {
    return program(TEXT);
  }

  static Program program(String text) {
    return new Program(Parser.parse(text), new OneFile(text));
  }

  private record OneFile(String text) implements Origins {
    @Override
    public Place place(int offset) {
      String before = text.substring(0, offset);
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      return new Place("opensips.cfg", line, offset - before.lastIndexOf('\n'));
    }

    @Override
    public String line(int offset) {
      return text.lines().toList().get(place(offset).line() - 1);
    }
  }
}
