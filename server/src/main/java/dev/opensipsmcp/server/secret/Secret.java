package dev.opensipsmcp.server.secret;

/**
 * A password or a key. It shows itself to nobody who does not ask for it by {@link #reveal}, and
 * compares with nothing; {@link Sealer#mark} compares secrets.
 */
public final class Secret {
  private final String text;
  private final Release release;

  /** Whether its caller may see what can be computed from it. */
  public enum Release {
    /** The caller knows it, or a person said so outside. */
    RELEASED,
    /** The caller only knows where it is. */
    HELD
  }

  Secret(String text, Release release) {
    this.text = text;
    this.release = release;
  }

  /** {@return the secret in clear; for the database, and for the one result that shows it} */
  public String reveal() {
    return text;
  }

  /** {@return whether the caller may see digests of it} */
  public boolean released() {
    return release == Release.RELEASED;
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
