package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.server.tool.Schema;

/** The arguments that the tools on ladders share. */
final class LadderArguments {
  static final Schema.Property CALL_IDS =
      Schema.optional("call_ids", Schema.texts("Call-IDs; all when absent").most(20));

  static final Schema.Property PATH =
      Schema.optional("path", Schema.text("A file that capture_list_files shows").longest(1_000));

  static final Schema.Property MESSAGES =
      Schema.optional(
          "messages",
          Schema.text(
                  "Messages, each below 2026-11-20T08:00:00Z udp 192.0.2.1:5060 -> 192.0.2.2:5060")
              .longest(1_000_000));

  static final Schema.Property RELATED =
      Schema.optional("related", Schema.flag("With other legs of the call").byDefault(true));

  static final Schema.Property HEADERS =
      Schema.optional("correlation_headers", Schema.texts("Headers naming a leg").most(10));

  private LadderArguments() {}
}
