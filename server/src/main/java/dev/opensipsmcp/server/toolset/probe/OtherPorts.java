package dev.opensipsmcp.server.toolset.probe;

import dev.opensipsmcp.sip.probe.HttpLook;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.TlsOffer;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks at a node's ports beside SIP. */
final class OtherPorts {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final String ASKS = "{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":1}";

  private OtherPorts() {}

  /** {@return whether the MI answers strangers; it is asked for its version only} */
  static Check management(ProbeTarget target) {
    String name = "mi_exposed";
    String where = target.host() + " port " + target.port();
    return switch (HttpLook.post(target, "/mi", ASKS, TIMEOUT)) {
      case HttpLook.Silent _ ->
          Check.ok(name, "No HTTP at " + where + "; other ports were not tried.");
      case HttpLook.Answered(int status, String body) ->
          body.contains("\"result\"") && body.contains("jsonrpc")
              ? new Check(
                  name,
                  target.loopback() ? Check.Result.LOW : Check.Result.HIGH,
                  "The MI at "
                      + where
                      + " told its version without credentials"
                      + (target.loopback() ? ", to this host." : "."),
                  "Set httpd's ip to 127.0.0.1, or let only this server's address reach the port;"
                      + " mi_http knows no credentials.")
              : Check.ok(name, where + " answers HTTP with " + status + ", but not as an MI.");
    };
  }

  /** {@return whether versions of TLS are offered that nobody should offer any more} */
  static Check tls(ProbeTarget target) {
    String name = "old_tls";
    String where = target.host() + " port " + target.port();
    Map<TlsOffer.Version, TlsOffer.Taken> all = TlsOffer.of(target, TIMEOUT);
    String taken = words(all, false);
    if (taken.isEmpty()) {
      return all.containsValue(TlsOffer.Taken.UNKNOWN) || all.containsValue(TlsOffer.Taken.NO)
          ? Check.unknown(name, "What listens at " + where + " takes no version of TLS.")
          : new Check(
              name,
              Check.Result.LOW,
              "Nothing listens at " + where + ": signalling goes in clear.",
              "Load proto_tls and tls_mgm, and listen with a socket of tls, where peers can use it.");
    }
    String old = words(all, true);
    String evidence = where + " takes " + taken + ".";
    return old.isEmpty()
        ? Check.ok(name, evidence)
        : new Check(
            name,
            Check.Result.MEDIUM,
            evidence,
            "Set tls_mgm's tls_method so that it begins with TLSv1_2.");
  }

  private static String words(Map<TlsOffer.Version, TlsOffer.Taken> all, boolean onlyOld) {
    return all.entrySet().stream()
        .filter(it -> it.getValue() == TlsOffer.Taken.YES && (!onlyOld || it.getKey().old()))
        .map(it -> it.getKey().word())
        .collect(Collectors.joining(", "));
  }
}
