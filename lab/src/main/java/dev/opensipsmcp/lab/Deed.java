package dev.opensipsmcp.lab;

import java.time.Instant;

/**
 * Something that the node did and that leaves it, or that no command of it shows: what a party, a
 * peer, another node, the log or the disk would tell.
 *
 * @param at when
 * @param kind what sort of thing
 * @param target to whom or what: a URI, a node, a file, a process, an event
 * @param text what was sent, written or run
 */
public record Deed(Instant at, Kind kind, String target, String text) {

  /** What sort of thing was done. */
  public enum Kind {
    /** A SIP request went to a party or a peer. */
    REQUEST_SENT,
    /** A SIP reply went to a party. */
    REPLY_SENT,
    /** A message went through an MSRP session. */
    MESSAGE_SENT,
    /** A command went to another node of the cluster. */
    CLUSTER_COMMAND,
    /** An event was raised, whether or not somebody was subscribed to it. */
    EVENT_RAISED,
    /** Lines went to the log. */
    LOG_WRITTEN,
    /** A file was closed and opened anew. */
    FILE_OPENED,
    /** A file was written. */
    FILE_WRITTEN,
    /** A file was read. */
    FILE_READ,
    /** A document was fetched from another server. */
    DOCUMENT_FETCHED
  }
}
