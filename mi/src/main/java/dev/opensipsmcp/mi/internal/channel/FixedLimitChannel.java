package dev.opensipsmcp.mi.internal.channel;

import dev.opensipsmcp.facts.Version;

/** A way to a node's MI whose largest request is the same for every version. */
public abstract class FixedLimitChannel implements Channel {
  /** What requests in progress have open. */
  protected final Resources resources = new Resources();

  private final String address;
  private final int limit;
  private final String wayForLarge;

  /**
   * Makes the common part.
   *
   * @param address the node's address, for error texts
   * @param limit the largest request, in bytes
   * @param wayForLarge which way takes a larger one
   */
  protected FixedLimitChannel(String address, int limit, String wayForLarge) {
    this.address = address;
    this.limit = limit;
    this.wayForLarge = wayForLarge;
  }

  @Override
  public final int limit(Version version) {
    return limit;
  }

  @Override
  public final String wayForLarge() {
    return wayForLarge;
  }

  @Override
  public final String address() {
    return address;
  }

  @Override
  public final void close() {
    resources.closeAll();
  }
}
