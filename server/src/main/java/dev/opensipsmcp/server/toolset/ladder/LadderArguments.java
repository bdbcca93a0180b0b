package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.server.tool.Schema;

/** The arguments that the tools on ladders share. */
final class LadderArguments {
  static final Schema.Property CALL_IDS =
      Schema.optional(
          "call_ids",
          Schema.texts("Call-IDs; none takes all messages given, or the only call found").most(20));

  static final Schema.Property PATH =
      Schema.optional(
          "path",
          Schema.text("A capture file; else what was received live")
              .longest(1_000)
              .examples("/var/captures/monday.pcapng"));

  static final Schema.Property MESSAGES =
      Schema.optional(
          "messages",
          Schema.text(
                  "Messages as text, each below a line: 2026-11-20T08:00:00.1Z udp 192.0.2.1:5060"
                      + " -> 192.0.2.2:5060")
              .longest(1_000_000));

  static final Schema.Property RELATED =
      Schema.optional(
          "related", Schema.flag("Find the other legs of the call too").byDefault(true));

  static final Schema.Property HEADERS =
      Schema.optional(
          "correlation_headers",
          Schema.texts("Headers that name another leg, beside X-Call-ID").most(10));

  private LadderArguments() {}
}
