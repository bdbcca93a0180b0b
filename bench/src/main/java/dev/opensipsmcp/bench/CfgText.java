package dev.opensipsmcp.bench;

/** Configurations of any size. */
final class CfgText {
  private static final String HEAD =
      """
      # Made to be measured.
      log_level=3
      socket=udp:127.0.0.1:5060 use_workers 4
      loadmodule "signaling.so"
      loadmodule "sl.so"
      loadmodule "tm.so"
      loadmodule "rr.so"
      loadmodule "maxfwd.so"
      loadmodule "sipmsgops.so"
      loadmodule "proto_udp.so"
      modparam("tm", "fr_timeout", 5)

      route {
        if (!mf_process_maxfwd_header(10)) {
          send_reply(483, "Too Many Hops");
          exit;
        }
        route(to_0);
        exit;
      }
      """;

  private static final String ROUTE =
      """

      # Gateway number @.
      route[to_@] {
        if (has_totag()) {
          if (loose_route() && $rm != "ACK") {
            xlog("L_INFO", "in dialog $ci: $rm from $si:$sp to $(ru{uri.host})\\n");
            t_relay();
          } else if (is_method("ACK") and t_check_trans()) {
            t_relay();
          } else {
            send_reply(404, "Not here");
          }
          exit;
        }
        switch ($rU) {
          case "echo":
            $avp(kind) = "echo";
            break;
          default:
            $var(length) = $(rU{s.len}) + 1;
            $avp(kind) = "call to " + $rU;
        }
        /* Numbers without a prefix stay here. */
        if ($rU =~ "^00[1-9]" && $var(length) > 8) {
          $rd = "192.0.2.@";
          record_route();
          t_on_failure("missed_@");
          if (!t_relay())
            send_reply(500, "Internal Error");
          exit;
        }
        while ($var(i) < 3) {
          $var(i) = $var(i) + 1;
        }
        return(1);
      }

      failure_route[missed_@] {
        if (t_was_cancelled())
          exit;
        xlog("L_NOTICE", "gateway @ did not answer for $fU\\n");
      }
      """;

  private CfgText() {}

  /** {@return a file without a fault, of about that many characters} */
  static String of(int characters) {
    StringBuilder text = new StringBuilder(characters + ROUTE.length()).append(HEAD);
    for (int number = 0; text.length() < characters; number++) {
      text.append(ROUTE.replace("@", Integer.toString(number)));
    }
    return text.toString();
  }
}
