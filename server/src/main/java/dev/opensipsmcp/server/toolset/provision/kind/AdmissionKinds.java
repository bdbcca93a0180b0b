package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Reference;
import dev.opensipsmcp.server.toolset.provision.Verb;
import dev.opensipsmcp.server.toolset.reload.RowProof;
import java.util.List;

/** Who is let in: addresses, own domains, policies of others. */
final class AdmissionKinds {
  private AdmissionKinds() {}

  static Entity address() {
    return Entity.of("address", "provisioning", "address", "permissions")
        .is(
            "trusted address",
            "trusted addresses",
            "an IP address or subnet that permissions lets in")
        .needs("ip", "IPv4 or IPv6; a subnet's first address")
        .number("grp", "Group that it belongs to", 0, 65_535)
        .number("mask", "Prefix length, 32 for one IPv4", 0, 128)
        .number("port", "0 for any", 0, 65_535)
        .text("proto", "any, udp, tcp, tls, sctp, ws or wss")
        .more()
        .text("pattern", "Shell wildcard for the text that the script gives")
        .text("context_info", "Text that the script sees")
        .provenBy(
            listed("address_dump").or(listed("subnet_dump").printing("mask", PrintedAddress::mask)))
        .alias(Verb.CREATE, "address_add")
        .alias(Verb.DELETE, "address_remove")
        .asked(
            Verb.LIST,
            "Which trusted IP addresses are stored for group 1?",
            "List the rows of table address",
            "List permitted subnets in the database")
        .asked(
            Verb.GET,
            "Get the stored row of a trusted address",
            "What port is stored for trusted address 5?",
            "Get one row of table address")
        .asked(
            Verb.CREATE,
            "Trust IP address 203.0.113.5",
            "Add subnet 198.51.100.0/24 to the trusted addresses of group 2",
            "Create an address row for permissions")
        .asked(
            Verb.UPDATE,
            "Change the group of a trusted address",
            "Update the port of a stored trusted address",
            "Update a row of table address")
        .asked(
            Verb.DELETE,
            "Stop trusting IP address 203.0.113.5",
            "Remove a subnet from the trusted addresses",
            "Delete a row of table address")
        .entity();
  }

  static Entity domain() {
    return Entity.of("domain", "provisioning", "domain", "domain")
        .is("local domain", "local domains", "a SIP domain that this node serves")
        .key("domain")
        .needs("domain", "Domain name")
        .text("attrs", "Text that the script sees")
        .number("accept_subdomain", "1 serves its subdomains too, since 3.6", 0, 1)
        .stamp("last_modified", "When it was written")
        .provenBy(
            RowProof.of("domain_dump", "Domains[]", "name", "domain")
                .showing("attributes", "attrs"))
        .namedIn(Reference.equal("subscriber", List.of("domain"), List.of("domain")))
        .alias(Verb.CREATE, "domain_add")
        .asked(
            Verb.LIST,
            "Which SIP domains are stored as local?",
            "List the rows of table domain",
            "List the domains that we serve, from the database")
        .asked(
            Verb.GET,
            "Get the stored local domain example.com",
            "What attributes are stored for domain example.com?",
            "Get one row of table domain")
        .asked(
            Verb.CREATE,
            "Add example.com as a local domain",
            "Create a SIP domain that we serve",
            "Put a new customer's domain into the domain table")
        .asked(
            Verb.UPDATE,
            "Change the attributes of local domain example.com",
            "Accept subdomains of a local domain",
            "Update a row of table domain")
        .asked(
            Verb.DELETE,
            "Delete local domain example.com",
            "Remove a customer's domain from the domain table",
            "Stop serving a SIP domain")
        .entity();
  }

  static Entity policy() {
    return Entity.of("domain_policy", "provisioning", "domainpolicy", "domainpolicy")
        .is(
            "domain policy rule",
            "domain policy rules",
            "what a policy that a foreign domain publishes in DNS means here")
        .key("rule", "att", "val")
        .needs("rule", "URI that NAPTR records publish, or a domain")
        .needs("type", "fed federation, std referral, dom domain")
        .text("att", "AVP that a match sets")
        .text("val", "Value of that AVP")
        .needs("description", "Note for people")
        .atOnce("domainpolicy reads it at each lookup.")
        .asked(
            Verb.LIST,
            "Which domain policy rules are stored?",
            "List the rows of table domainpolicy",
            "List federation policies in the database")
        .asked(
            Verb.GET,
            "Get one domain policy rule",
            "Which AVP does a domain policy rule set?",
            "Get one row of domainpolicy")
        .asked(
            Verb.CREATE,
            "Add a domain policy rule for a federation",
            "Create a domainpolicy row of type fed",
            "Join a SIP federation by a domain policy")
        .asked(
            Verb.UPDATE,
            "Change the AVP value of a domain policy rule",
            "Update a row of domainpolicy",
            "Update the type of a domain policy")
        .asked(
            Verb.DELETE,
            "Delete a domain policy rule",
            "Remove a federation from domainpolicy",
            "Leave a SIP federation by its domain policy")
        .entity();
  }

  private static RowProof listed(String command) {
    return RowProof.of(
            command,
            "Partitions[].Destinations[]",
            "grp",
            "grp",
            "ip",
            "ip",
            "mask",
            "mask",
            "port",
            "port",
            "proto",
            "proto",
            "pattern",
            "pattern")
        .showing("context_info", "context_info")
        .printing("ip", PrintedAddress::ip)
        .printing("proto", PrintedAddress::proto);
  }
}
