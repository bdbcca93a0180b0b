package dev.opensipsmcp.cfg.syntax;

/** Texts that stories share. */
final class Samples {
  /** A plain file for 3.4 and later, with most constructs. */
  static final String RESIDENTIAL =
      """
      # A registrar that also relays calls.
      log_level=3
      stderror_enabled=no
      socket=udp:127.0.0.1:5060 use_workers 4
      mpath="/usr/lib/opensips/modules/"
      loadmodule "signaling.so"
      loadmodule "sl.so"
      loadmodule "tm.so"
      loadmodule "rr.so"
      loadmodule "maxfwd.so"
      loadmodule "sipmsgops.so"
      loadmodule "usrloc.so"
      loadmodule "registrar.so"
      loadmodule "proto_udp.so"
      modparam("usrloc", "working_mode_preset", "single-instance-no-db")
      modparam("tm", "fr_timeout", 5)

      route {
        if (!mf_process_maxfwd_header(10)) {
          sl_send_reply(483, "Too Many Hops");
          exit;
        }
        if (has_totag()) {
          if (loose_route()) {
            route(relay);
          } else if (is_method("ACK") && t_check_trans()) {
            t_relay();
          } else
            sl_send_reply(404, "Not here");
          exit;
        }
        /* registrations */
        if ($rm == "REGISTER") {
          $var(expires) = $(hdr(Expires){s.int}) + 1;
          if (!save("location"))
            xlog("L_WARN", "$fU from $si:$sp was not saved: " "$(hdr(Contact)[0])\\n");
          exit;
        }
        switch ($rU) {
          case "echo":
          case 1:
            $avp(kind) := "echo";
            break;
          default:
            $avp(kind) = NULL;
        }
        for ($var(one) in $(avp(list)[*]))
          xlog("$var(one)");
        while ($var(i) < 3 and [ $var(i) & 1 ]) {
          $var(i) += 1;
        }
        record_route();
        route(relay, $ru, 5);
      }

      route[relay] {
        t_on_failure("missed");
        if (!t_relay())
          send_reply(500, "Internal Error");
        exit;
      }

      failure_route[missed] {
        if (t_was_cancelled()) exit;
        xlog("no answer from $rd\\n");
      }

      timer_route[clean, 60] {
        xlog("a minute more");
      }
      """;

  private Samples() {}
}
