package dev.opensipsmcp.server.tool;

import java.util.Locale;

/** A right that a tool needs and a role grants. */
public enum Scope {
  MI_READ,
  MI_WRITE,
  MI_EXECUTE,
  STATS_READ,
  HEALTH_READ,
  DB_READ,
  /** Read the database by queries of one's own. */
  DB_QUERY,
  DB_WRITE,
  CONFIG_READ,
  CONFIG_WRITE,
  PROCESS_MANAGE,
  DOCS_READ,
  RESOURCE_READ,
  AUDIT_READ,
  /** See what is computed from a secret, or a secret that was just made. */
  SECRET_USE;

  /** {@return the written form, for example {@code mi.read}} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
