package dev.opensipsmcp.lab.homer;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What a stand-in Homer server is like.
 *
 * @param generation which API it has
 * @param user who may log in
 * @param password with which password
 * @param staticToken a token that is accepted instead of a login
 * @param nodes the names of its database nodes
 * @param exportPolls how often an export job is still running when it is asked about (v4)
 * @param emptyExports whether export jobs end with an empty file, and are made of pcap only, as
 *     those of early servers (v4)
 * @param tls its certificate and key; plain HTTP without
 */
public record HomerLabSettings(
    Generation generation,
    String user,
    String password,
    Optional<String> staticToken,
    List<String> nodes,
    int exportPolls,
    boolean emptyExports,
    Optional<SSLContext> tls) {

  /** Which API a server has. */
  public enum Generation {
    /** Homer 7, {@code /api/v3}. */
    V3,
    /** Homer 11, {@code /api/v4}. */
    V4
  }

  public HomerLabSettings {
    nodes = List.copyOf(nodes);
  }

  /** {@return a server with one node, where {@code admin} logs in with {@code sipcapture}} */
  public static HomerLabSettings of(Generation generation) {
    return new HomerLabSettings(
        generation,
        "admin",
        "sipcapture",
        Optional.empty(),
        List.of("localnode"),
        2,
        false,
        Optional.empty());
  }

  /** {@return the same, accepting a static token} */
  public HomerLabSettings withToken(String token) {
    return new HomerLabSettings(
        generation, user, password, Optional.of(token), nodes, exportPolls, emptyExports, tls);
  }

  /** {@return the same over TLS} */
  public HomerLabSettings over(SSLContext context) {
    return new HomerLabSettings(
        generation,
        user,
        password,
        staticToken,
        nodes,
        exportPolls,
        emptyExports,
        Optional.of(context));
  }

  /** {@return the same with other export jobs} */
  public HomerLabSettings withExports(int polls, boolean empty) {
    return new HomerLabSettings(generation, user, password, staticToken, nodes, polls, empty, tls);
  }
}
