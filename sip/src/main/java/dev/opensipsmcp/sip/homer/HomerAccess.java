package dev.opensipsmcp.sip.homer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a Homer server is reached.
 *
 * @param url where it is, up to before {@code /api}; http or https, without user and password
 * @param api which API it has
 * @param credentials who asks
 * @param certificates a PEM file of the authorities to trust instead of the system's
 * @param timeout how long one answer may take, to its last byte
 * @param most the largest answer that is read into memory, in bytes
 */
public record HomerAccess(
    URI url,
    Api api,
    Credentials credentials,
    Optional<Path> certificates,
    Duration timeout,
    int most) {
  /** The largest answer by default: 32 MiB. */
  public static final int MOST = 32 << 20;

  /**
   * {@return how the server at a URL is reached}
   *
   * @param url as for the whole
   * @param api which API it has
   * @param credentials who asks
   * @param certificates a PEM file of the authorities to trust instead of the system's
   * @param timeout how long one answer may take, to its last byte
   * @throws IllegalArgumentException when that is no URL
   */
  public static HomerAccess at(
      String url, Api api, Credentials credentials, Optional<Path> certificates, Duration timeout) {
    return new HomerAccess(URI.create(url), api, credentials, certificates, timeout, MOST);
  }

  /** Which API a server has. */
  public enum Api {
    /** To be found out. */
    AUTO,
    /** Homer 7, {@code /api/v3}. */
    V3,
    /** Homer 11, {@code /api/v4}. */
    V4
  }

  /** Who asks. Their texts never show secrets. */
  public sealed interface Credentials {}

  /**
   * A user, who logs in for a token that expires.
   *
   * @param user the user's name
   * @param password the password
   */
  public record Login(String user, String password) implements Credentials {
    @Override
    public String toString() {
      return "Login[***]";
    }
  }

  /**
   * A static token.
   *
   * @param token the token
   */
  public record Token(String token) implements Credentials {
    @Override
    public String toString() {
      return "Token[***]";
    }
  }

  /** Nobody: what needs a login is refused. */
  public record Nobody() implements Credentials {}
}
