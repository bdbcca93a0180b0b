package dev.opensipsmcp.server.toolset.lever;

/**
 * Where the making of such a tool begins.
 *
 * <p>
 *
 * {@snippet :
 * Lever.read("lb_list", "routing", "Load balancer destinations")
 *     .what("List load balancer destinations with their state and load.")
 *     .useWhen("Use when calls fail over or a destination may be full.")
 *     .returns("Returns a page of rows.")
 *     .sends("lb_list", "load_balancer")
 *     .optional("uri", Schema.text("Part of the URI"))
 *     .rows("Destinations[]")
 *     .column("destination_id", "id", Schema.integer("Number"))
 *     .column("uri", "uri", Schema.text("SIP URI"))
 *     .filter(Filter.part("uri", "uri"))
 *     .examples("Which load balancer targets are down?", "…", "…")
 *     .tool();
 * }
 */
public final class Lever {
  private Lever() {}

  /**
   * {@return a tool that reads, to be completed}
   *
   * @param name its name
   * @param toolset its toolset
   * @param title for people
   */
  public static ReadDraft read(String name, String toolset, String title) {
    return new ReadDraft(name, toolset, title);
  }

  /**
   * {@return a tool that changes something, to be completed}
   *
   * @param name its name
   * @param toolset its toolset
   * @param title for people
   */
  public static ChangeDraft change(String name, String toolset, String title) {
    return new ChangeDraft(name, toolset, title);
  }
}
