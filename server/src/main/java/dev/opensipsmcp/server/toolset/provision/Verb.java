package dev.opensipsmcp.server.toolset.provision;

import java.util.Locale;

/** What can be done with an entity. */
public enum Verb {
  LIST,
  GET,
  CREATE,
  UPDATE,
  DELETE;

  /** {@return its written form} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
