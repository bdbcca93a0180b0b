package dev.opensipsmcp.sip.probe;

/** Who registers, and with which password. It shows itself to nobody. */
public final class Credentials {
  private final String user;
  private final String password;

  /**
   * Makes them.
   *
   * @param user the name for digest authentication
   * @param password in clear
   */
  public Credentials(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /** {@return the name for digest authentication} */
  public String user() {
    return user;
  }

  /**
   * {@return what is hashed first (RFC 7616 section 3.4.2)}
   *
   * @param realm the realm of the challenge
   */
  String secret(String realm) {
    return user + ':' + realm + ':' + password;
  }

  @Override
  public String toString() {
    return "Credentials[***]";
  }
}
