package dev.opensipsmcp.server.toolset.lookout;

/**
 * Whether something around a configuration was looked at.
 *
 * @param what node, host or database
 * @param seen whether it was
 * @param words what was seen, or why it was not
 */
public record Looked(String what, boolean seen, String words) {
  /** The node itself. */
  public static final String NODE = "node";

  /** {@return it in a line} */
  public String line() {
    return what + (seen ? ": " : " not looked at: ") + words;
  }
}
