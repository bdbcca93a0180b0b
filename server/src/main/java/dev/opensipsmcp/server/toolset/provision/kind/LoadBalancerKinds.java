package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;
import dev.opensipsmcp.server.toolset.reload.RowProof;

/** Destinations with capacities. */
final class LoadBalancerKinds {
  private LoadBalancerKinds() {}

  static Entity destination() {
    return Entity.of("lb_destination", "provisioning", "load_balancer", "load_balancer")
        .is(
            "load balancer destination",
            "load balancer destinations",
            "a SIP server with counted resources to spread load over")
        .key("group_id", "dst_uri")
        .number("group_id", "Group that it belongs to", 0, Integer.MAX_VALUE)
        .needs("dst_uri", "SIP URI, as sip:203.0.113.5:5060")
        .needs("resources", "Capacity per resource, as pstn=32;vm=8")
        .number("probe_mode", "0 no pings, 1 while disabled, 2 always", 0, 2)
        .more()
        .text("attrs", "Text that the script sees")
        .text("description", "Note for people")
        .provenBy(
            RowProof.of("lb_list", "Destinations[]", "id", "id")
                .showing("group", "group_id", "uri", "dst_uri"))
        .asked(
            Verb.LIST,
            "Which load balancer destinations are stored in group 1?",
            "List the rows of the load balancer table",
            "Look up the stored load balancing servers and their resources")
        .asked(
            Verb.GET,
            "Get one stored load balancer destination",
            "What capacity is stored for load balancer destination 4?",
            "Get the load_balancer row of sip:203.0.113.5")
        .asked(
            Verb.CREATE,
            "Add a server with 30 pstn channels to the load balancer",
            "Create a load balancer destination in group 2",
            "Put a new media server into the load balancer table")
        .asked(
            Verb.UPDATE,
            "Raise the stored capacity of a load balancer destination for good",
            "Update the resources column of a load balancer row",
            "Change the ping mode of a load balancer destination in the database")
        .asked(
            Verb.DELETE,
            "Remove a server from the load balancer table",
            "Delete a load balancer destination for good",
            "Take load balancer destination 4 out of the database")
        .entity();
  }
}
