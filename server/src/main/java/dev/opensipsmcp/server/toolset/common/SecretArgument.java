package dev.opensipsmcp.server.toolset.common;

import dev.opensipsmcp.server.redact.SourceWords;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;

/** How tools take secrets and tell them: by a word for their source, and once. */
public final class SecretArgument {
  /** The member of a tool's data that tells what was made. */
  public static final Schema.Property SHOWN_ONCE =
      Schema.optional(
          Outcome.Value.SHOWN_ONCE, Schema.map("Secrets by name; no later call shows them"));

  private SecretArgument() {}

  /**
   * {@return an argument that says where a password is}
   *
   * @param name ends with {@code _from}, so that nothing else is kept of it
   */
  public static Schema.Property optional(String name) {
    return Schema.optional(
        name,
        Schema.text("generate, or file:, env: or stored: with a NAME the person gave")
            .matching(SourceWords.PATTERN)
            .examples("generate", "stored:alice"));
  }
}
