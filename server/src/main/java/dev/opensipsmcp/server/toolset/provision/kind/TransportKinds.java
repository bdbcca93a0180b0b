package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;
import dev.opensipsmcp.server.toolset.reload.RowProof;
import java.util.Map;

/** Sockets and connections. */
final class TransportKinds {
  private static final int PORT = 65_535;

  private TransportKinds() {}

  static Entity path() {
    return Entity.of("tcp_path", "platform", "tcp_mgm", "tcp_mgm")
        .is("TCP path", "TCP paths", "timeouts and limits of connections between two addresses")
        .text("proto", "any, tcp, tls, ws, wss, bin, bins, msrp, smpp, hep_tcp")
        .text("remote_addr", "Peer, IP or IP/prefix; any when empty")
        .number("remote_port", "Peer's port; 0 any", 0, PORT)
        .number("connect_timeout", "Milliseconds to connect", 0, Integer.MAX_VALUE)
        .more()
        .number("con_lifetime", "Seconds without traffic until closed", 0, Integer.MAX_VALUE)
        .number(
            "priority",
            "Lower is tried first; then the longer prefix",
            Integer.MIN_VALUE,
            Integer.MAX_VALUE)
        .number("no_new_conn", "1 never connects to the peer, 0 does", 0, 1)
        .text("local_addr", "Own listening IP; any when empty")
        .number("local_port", "Own listening port; 0 any", 0, PORT)
        .text("attrs", "Only max_msg_chunks=N: pieces in which a message may come")
        .number("msg_read_timeout", "Seconds for a message to arrive whole", 0, Integer.MAX_VALUE)
        .number(
            "send_threshold",
            "Microseconds of sending that are logged; 0 never",
            0,
            Integer.MAX_VALUE)
        .number("alias_mode", "Reuse for requests back: 0 never, 1 by RFC 5923, 2 always", 0, 2)
        .number("parallel_read", "Reader changes: 0 never, 1 after a packet, 2 before it", 0, 2)
        .number("keepalive", "1 keepalives of the operating system, 0 none", 0, 1)
        .number("keepcount", "Unanswered keepalives until closed", 0, Integer.MAX_VALUE)
        .number("keepidle", "Seconds idle before the first keepalive", 0, Integer.MAX_VALUE)
        .number("keepinterval", "Seconds between keepalives", 0, Integer.MAX_VALUE)
        .asked(
            Verb.LIST,
            "Which TCP paths are stored?",
            "List the rows of table tcp_mgm",
            "Show stored TCP connection rules")
        .asked(
            Verb.GET,
            "Show one stored TCP path",
            "Get the TCP path row number 3",
            "Which connect timeout is stored for TCP path 3?")
        .asked(
            Verb.CREATE,
            "Create a TCP path with a longer connect timeout for 192.0.2.0/24",
            "Add a stored TCP path",
            "Put a rule for TCP connections to a peer into the database")
        .asked(
            Verb.UPDATE,
            "Change the lifetime of a stored TCP path",
            "Update the connect timeout of TCP path 3",
            "Give a TCP path row another priority")
        .asked(
            Verb.DELETE,
            "Delete a TCP path from the database",
            "Remove the stored TCP path number 3",
            "Take a TCP rule out of table tcp_mgm")
        .entity();
  }

  static Entity socket() {
    return Entity.of("listening_socket", "platform", "sockets", "sockets_mgm")
        .is(
            "listening socket",
            "listening sockets",
            "an address that the node listens on beside those of its script")
        .key("socket")
        .needs(
            "socket",
            "Where to listen, as udp:192.0.2.1:5060; a changed UDP one loses packets until a restart")
        .text("advertised", "Address that peers are told, as 198.51.100.1:5060")
        .text("tag", "Name by which the script chooses it")
        .text("flags", "anycast, frag, reuse_port, with commas")
        .text(
            "tos",
            "Type of service: IPTOS_LOWDELAY, IPTOS_THROUGHPUT, IPTOS_RELIABILITY, IPTOS_MINCOST")
        .provenBy(
            RowProof.of("sockets_list", "[]", "socket", "socket")
                .showing("tag", "tag", "advertised", "advertised")
                .printing("advertised", TransportKinds::advertised))
        .asked(
            Verb.LIST,
            "Which listening sockets are stored?",
            "List the rows of table sockets",
            "Show stored dynamic listening sockets")
        .asked(
            Verb.GET,
            "Show one stored listening socket",
            "Get the listening socket row udp:192.0.2.1:5060",
            "Which tag is stored for listening socket number 2?")
        .asked(
            Verb.CREATE,
            "Create a listening socket udp:192.0.2.1:5080",
            "Add a dynamic listening socket to the database",
            "Make the node listen on another address without a restart")
        .asked(
            Verb.UPDATE,
            "Change the advertised address of a listening socket",
            "Update the tag of a stored listening socket",
            "Give a dynamic listening socket other flags")
        .asked(
            Verb.DELETE,
            "Delete a listening socket from the database",
            "Remove the stored listening socket udp:192.0.2.1:5080",
            "Stop listening on a dynamic socket for good")
        .entity();
  }

  /** The list names a port in any case: the socket's own when none is advertised. */
  private static String advertised(Map<String, String> row) {
    String address = row.getOrDefault("advertised", "");
    String socket = row.getOrDefault("socket", "");
    return address.isEmpty() || address.indexOf(':') >= 0
        ? address
        : address + socket.substring(Math.max(0, socket.lastIndexOf(':')));
  }

  static Entity smpp() {
    return Entity.of("smpp_link", "platform", "smpp", "proto_smpp")
        .is("SMPP link", "SMPP links", "a short message center that the node binds to")
        .key("name")
        .needs("name", "Name by which the script sends to it")
        .needs("ip", "IP address of the SMSC")
        .needsNumber("port", "TCP port of the SMSC", 1, PORT)
        .needs("system_id", "User at the SMSC, at most 15 characters")
        .givenSecret("password", "Password at the SMSC, at most 8 characters", true)
        .more()
        .number("session_type", "1 transceiver, 2 transmitter, 3 receiver, 4 outbind", 1, 4)
        .text("system_type", "What the SMSC wants to be told, as SMPP; at most 12 characters")
        .number("src_ton", TON + " of the sender", 0, 6)
        .number("src_npi", NPI + " of the sender", 0, 18)
        .number("dst_ton", TON + " of the receiver", 0, 6)
        .number("dst_npi", NPI + " of the receiver", 0, 18)
        .otherwise("OpenSIPS reads table smpp only when it starts.")
        .asked(
            Verb.LIST,
            "Which SMPP links are stored?",
            "List the rows of table smpp",
            "Show stored SMSC connections")
        .asked(
            Verb.GET,
            "Show the stored SMPP link smsc1",
            "Get one SMPP row from the database",
            "Which system ID is stored for SMPP link number 1?")
        .asked(
            Verb.CREATE,
            "Create an SMPP link to a new SMSC",
            "Add an SMSC to the smpp table",
            "Store an SMPP account for sending short messages")
        .asked(
            Verb.UPDATE,
            "Change the address of a stored SMPP link",
            "Update the password of SMPP link smsc1",
            "Give an SMPP link another session type")
        .asked(
            Verb.DELETE,
            "Delete the SMPP link smsc1",
            "Remove an SMSC from the database",
            "Take an SMPP link out of table smpp")
        .entity();
  }

  private static final String TON =
      "Number type (0 unknown, 1 international, 2 national, 3 network, 4 subscriber, 5"
          + " alphanumeric, 6 short)";
  private static final String NPI = "Numbering plan (0 unknown, 1 telephone, 9 private, 13 IP)";
}
