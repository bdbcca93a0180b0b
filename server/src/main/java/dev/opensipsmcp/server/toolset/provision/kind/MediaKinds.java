package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;
import dev.opensipsmcp.server.toolset.reload.RowProof;

/** Media servers: relays, FreeSWITCH, Janus. */
final class MediaKinds {
  private static final int PORT = 65_535;

  private MediaKinds() {}

  static Entity rtpengine() {
    return Entity.of("rtpengine_socket", "platform", "rtpengine", "rtpengine")
        .is("RTPEngine socket", "RTPEngine sockets", "a media relay that calls of a set may use")
        .key("set_id", "socket")
        .needs("socket", "Control socket, as udp:192.0.2.1:2223, then =weight (1 when absent)")
        .needsNumber("set_id", "Set that the script chooses", 0, Integer.MAX_VALUE)
        .provenBy(relay("rtpengine_show", "socket"))
        .asked(
            Verb.LIST,
            "Which RTPEngine sockets are stored?",
            "List the rows of table rtpengine",
            "Show stored RTPEngine relays of set 1")
        .asked(
            Verb.GET,
            "Show one stored RTPEngine socket",
            "Get the RTPEngine row udp:192.0.2.1:2223",
            "What is stored as RTPEngine socket number 2?")
        .asked(
            Verb.CREATE,
            "Add an RTPEngine at udp:192.0.2.1:2223 to set 1",
            "Create a stored RTPEngine socket",
            "Put another RTPEngine relay into the database")
        .asked(
            Verb.UPDATE,
            "Change the weight of a stored RTPEngine socket",
            "Update the address of an RTPEngine in the database",
            "Move an RTPEngine socket to another set")
        .asked(
            Verb.DELETE,
            "Delete an RTPEngine socket from the database",
            "Remove the RTPEngine at udp:192.0.2.1:2223 for good",
            "Take an RTPEngine out of its stored set")
        .entity();
  }

  static Entity rtpproxy() {
    return Entity.of("rtpproxy_socket", "platform", "rtpproxy_sockets", "rtpproxy")
        .is("RTPProxy socket", "RTPProxy sockets", "a media relay that calls of a set may use")
        .key("set_id", "rtpproxy_sock")
        .needs(
            "rtpproxy_sock",
            "Control socket, as udp:192.0.2.1:7722; then |advertised address, =weight")
        .needsNumber("set_id", "Set that the script chooses", 0, Integer.MAX_VALUE)
        .provenBy(relay("rtpproxy_show", "rtpproxy_sock"))
        .asked(
            Verb.LIST,
            "Which RTPProxy sockets are stored?",
            "List the rows of table rtpproxy_sockets",
            "Show stored RTPProxy relays of set 2")
        .asked(
            Verb.GET,
            "Show one stored RTPProxy socket",
            "Get the RTPProxy row udp:192.0.2.1:7722",
            "What is stored as RTPProxy socket number 2?")
        .asked(
            Verb.CREATE,
            "Add an RTPProxy at udp:192.0.2.1:7722 to set 2",
            "Create a stored RTPProxy socket",
            "Put another RTPProxy relay into the database")
        .asked(
            Verb.UPDATE,
            "Change the weight of a stored RTPProxy socket",
            "Update the address of an RTPProxy in the database",
            "Move an RTPProxy socket to another set")
        .asked(
            Verb.DELETE,
            "Delete an RTPProxy socket from the database",
            "Remove the RTPProxy at udp:192.0.2.1:7722 for good",
            "Take an RTPProxy out of its stored set")
        .entity();
  }

  /** Both modules list a socket's address, and its weight apart from it. */
  private static RowProof relay(String command, String column) {
    return RowProof.of(command, "[].Nodes[]", ".Set", "set_id", "url", column)
        .showing("weight", "weight")
        .printing(column, row -> Relay.of(row.getOrDefault(column, "")).url())
        .printing("weight", row -> Relay.of(row.getOrDefault(column, "")).weight());
  }

  static Entity freeswitch() {
    return Entity.of("freeswitch_socket", "platform", "freeswitch", "freeswitch_scripting")
        .is(
            "FreeSWITCH socket",
            "FreeSWITCH sockets",
            "a FreeSWITCH whose events the script receives")
        .key("ip", "port")
        .needs("ip", "IP address or host of its event socket")
        .number("port", "TCP port of its event socket", 1, PORT)
        .text("username", "User of the event socket; empty for none")
        .givenSecret("password", "Password of the event socket", true)
        .needs("events_csv", "Events to subscribe, with commas; a row without ends the loading")
        .provenBy(
            RowProof.of("fs_list", "Sockets[]", "if", "address")
                .printing(
                    "address",
                    row -> row.getOrDefault("ip", "") + ":" + row.getOrDefault("port", "")))
        .asked(
            Verb.LIST,
            "Which FreeSWITCH sockets are stored?",
            "List the rows of table freeswitch",
            "Show stored FreeSWITCH event sockets")
        .asked(
            Verb.GET,
            "Show one stored FreeSWITCH socket",
            "Get the FreeSWITCH row of 192.0.2.20",
            "Which events are stored for FreeSWITCH socket number 1?")
        .asked(
            Verb.CREATE,
            "Add a FreeSWITCH event socket to the database",
            "Create a stored FreeSWITCH socket with its events",
            "Store another FreeSWITCH so that its events are received")
        .asked(
            Verb.UPDATE,
            "Change the stored events of a FreeSWITCH socket",
            "Update the password of a FreeSWITCH socket in the database",
            "Give the stored FreeSWITCH another port")
        .asked(
            Verb.DELETE,
            "Delete a FreeSWITCH socket from the database",
            "Remove the stored FreeSWITCH 192.0.2.20",
            "Take a FreeSWITCH out of table freeswitch")
        .entity();
  }

  static Entity janus() {
    return Entity.of("janus_socket", "platform", "janus", "janus")
        .is("Janus socket", "Janus sockets", "a Janus media server that the script commands")
        .key("janus_id")
        .needs("janus_id", "Name by which the script calls it")
        .needs("janus_url", "WebSocket, as janusws://192.0.2.1:8188/janus?room=abcd; or januswss:")
        .otherwise("OpenSIPS reads table janus only when it starts.")
        .asked(
            Verb.LIST,
            "Which Janus sockets are stored?",
            "List the rows of table janus",
            "Show stored Janus media servers")
        .asked(
            Verb.GET,
            "Show one stored Janus socket",
            "Get the Janus row room1",
            "Which URL is stored for Janus socket number 1?")
        .asked(
            Verb.CREATE,
            "Add a Janus server to the database",
            "Create a stored Janus socket",
            "Store another Janus WebSocket for the script")
        .asked(
            Verb.UPDATE,
            "Change the stored URL of a Janus socket",
            "Update a Janus server in the database",
            "Give the stored Janus another WebSocket address")
        .asked(
            Verb.DELETE,
            "Delete a Janus socket from the database",
            "Remove the stored Janus server room1",
            "Take a Janus out of its table")
        .entity();
  }
}
