package dev.opensipsmcp.server.cli;

/** What this program calls itself. */
public final class Product {
  /** The program's name. */
  public static final String NAME = "opensips-mcp";

  /** The program's version. */
  public static final String VERSION = "0.1.0";

  private Product() {}
}
