package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;

/** Emergency calls after the NENA i2 architecture. */
final class EmergencyKinds {
  private EmergencyKinds() {}

  static Entity route() {
    return Entity.of("emergency_route", "provisioning", "emergency_routing", "emergency")
        .is(
            "emergency route",
            "emergency routes",
            "the gateway that serves an emergency service zone")
        .key("selectiveRoutingID", "routingESN", "npa")
        .needs("selectiveRoutingID", "CLLI code of the selective router")
        .number("routingESN", "Emergency service number of the zone", 0, 99_999)
        .number("npa", "Area code of the route", 0, 999)
        .needs("esgwri", "What the gateway is called by, ESGWRI")
        .atOnce("emergency reads it anew every timer_interval seconds, 10 by default.")
        .asked(
            Verb.LIST,
            "Which emergency routes are stored?",
            "List the rows of emergency_routing",
            "List emergency gateways by service number")
        .asked(
            Verb.GET,
            "Get the emergency route of a selective router",
            "Which ESGWRI does an emergency route have?",
            "Get one row of emergency_routing")
        .asked(
            Verb.CREATE,
            "Add an emergency route for a service zone",
            "Create an emergency_routing row",
            "Route an emergency service number to a gateway")
        .asked(
            Verb.UPDATE,
            "Change the gateway of an emergency route",
            "Update a row of emergency_routing",
            "Update the ESGWRI of an emergency zone")
        .asked(
            Verb.DELETE,
            "Delete an emergency route",
            "Remove a row from emergency_routing",
            "Delete the route of an emergency zone")
        .entity();
  }

  static Entity provider() {
    return Entity.of(
            "emergency_provider", "provisioning", "emergency_service_provider", "emergency")
        .is(
            "emergency service provider",
            "emergency service providers",
            "an organization that takes part in routing emergency calls")
        .key("nodeIP", "attribution")
        .needs("nodeIP", "IP address of its node")
        .needsNumber("attribution", "0 source, 1 VPC, 2 voice provider", 0, 2)
        .needs("organizationName", "Company name; may be empty")
        .needs("hostId", "Host name; may be empty for a VPC")
        .needs("contact", "Phone number, staffed day and night")
        .more()
        .needs("nenaId", "NENA company ID; may be empty")
        .needs("certUri", "Where its VESA certificate is; may be empty")
        .atOnce("emergency reads it anew every timer_interval seconds, 10 by default.")
        .asked(
            Verb.LIST,
            "Which emergency service providers are stored?",
            "List the rows of emergency_service_provider",
            "List VPC and VSP organizations for emergency calls")
        .asked(
            Verb.GET,
            "Get one emergency service provider",
            "Whom do we call at an emergency service provider?",
            "Get one row of emergency_service_provider")
        .asked(
            Verb.CREATE,
            "Add an emergency service provider",
            "Create a VPC row in emergency_service_provider",
            "Register the organization of a VPC for emergency calls")
        .asked(
            Verb.UPDATE,
            "Change the contact of an emergency service provider",
            "Update a row of emergency_service_provider",
            "Update the NENA ID of an emergency organization")
        .asked(
            Verb.DELETE,
            "Delete an emergency service provider",
            "Remove a VPC from emergency_service_provider",
            "Delete an organization of emergency calls")
        .entity();
  }
}
