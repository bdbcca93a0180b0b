package dev.opensipsmcp.facts;

import dev.opensipsmcp.facts.internal.Library;

/**
 * The facts of one OpenSIPS version. Immutable and safe to share; each part is read when asked for.
 */
public interface Facts {

  /**
   * Gives the facts of a version. Reads nothing yet.
   *
   * @param version the release line
   * @return the facts, the same object on every call
   */
  static Facts of(Version version) {
    return Library.shared().of(version);
  }

  /** {@return the release line that these facts are about} */
  Version version();

  /** {@return the MI commands} */
  MiCatalogue mi();
}
