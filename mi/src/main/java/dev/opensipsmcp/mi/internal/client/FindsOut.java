package dev.opensipsmcp.mi.internal.client;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.internal.check.Target;
import java.util.Optional;

/** Which read shows what a write has changed, so that an unknown outcome can be found out. */
final class FindsOut {
  private FindsOut() {}

  /** {@return the read's name on this node, when one is known and the node has it} */
  static Optional<String> after(Target write, MiNode node) {
    String read = reading(write);
    if (!read.isEmpty()
        && Facts.of(node.version()).mi().lookup(read) instanceof MiLookup.Found found
        && node.commands().contains(found.command().name())) {
      return Optional.of(found.command().name());
    }
    return Optional.empty();
  }

  /** The names are those of 3.6; each is looked up before it is shown. */
  static String reading(Target write) {
    return switch (write.module()) {
      case "dialog" -> "dlg_list";
      case "b2b_logic" -> "b2b_list";
      case "b2b_entities" -> "ua_session_list";
      case "b2b_sca" -> "sca_list";
      case "dispatcher" -> "ds_list";
      case "load_balancer" -> "lb_list";
      case "drouting" -> "dr_gw_status";
      case "usrloc" -> "ul_dump";
      case "clusterer" -> "clusterer_list";
      case "rtpengine" -> "rtpengine_show";
      case "rtpproxy" -> "rtpproxy_show";
      case "rtp_relay" -> "rtp_relay_list";
      case "permissions" -> "address_dump";
      case "domain" -> "domain_dump";
      case "pike" -> "pike_list";
      case "ratelimit" -> "rl_list";
      case "call_center" -> "cc_list_agents";
      case "uac_registrant" -> "reg_list";
      case "tls_mgm" -> "tls_list";
      case "qrouting" -> "qr_status";
      case "blacklists" -> "list_blacklists";
      case "config" -> "config_list";
      case "sockets_mgm" -> "sockets_list";
      case "mqueue" -> "mq_get_sizes";
      case "cfgutils" -> "shv_get";
      case "statistics" -> "get_statistics";
      default -> "";
    };
  }
}
