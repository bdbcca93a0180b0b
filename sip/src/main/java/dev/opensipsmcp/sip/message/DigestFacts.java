package dev.opensipsmcp.sip.message;

import dev.opensipsmcp.sip.internal.message.Ascii;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a challenge or its answer says (RFC 8760, RFC 7616), without the answer itself: neither
 * response nor cnonce are kept, and of the nonce its time only.
 *
 * @param header the header's long name
 * @param scheme {@code Digest} or another one, as written
 * @param realm the realm; empty when not said
 * @param username the user name; empty in a challenge
 * @param uri the URI that the answer is for, as written; empty in a challenge
 * @param algorithm as written; {@code MD5} when not said
 * @param qop quality of protection, as written; empty when not said
 * @param nonceTime a time that the nonce seems to hold: when it was made, or until when it is good,
 *     as the server's kind has it; empty when none can be read
 * @param stale whether a challenge says that only the nonce was too old
 * @param answered whether a response is there
 */
public record DigestFacts(
    String header,
    String scheme,
    String realm,
    String username,
    String uri,
    String algorithm,
    String qop,
    Optional<Instant> nonceTime,
    boolean stale,
    boolean answered) {
  private static final List<String> HEADERS =
      List.of("Authorization", "Proxy-Authorization", "WWW-Authenticate", "Proxy-Authenticate");

  /** 2010 to 2050: what lies outside is no time but chance. */
  private static final long EARLIEST = 1_262_304_000L;

  private static final long LATEST = 2_524_608_000L;

  /** {@return what all challenges and answers of a message say, in order} */
  public static List<DigestFacts> of(SipMessage message) {
    return message.headers().stream().flatMap(header -> of(header).stream()).toList();
  }

  /** {@return what a header says, if it is one of these four} */
  public static Optional<DigestFacts> of(Header header) {
    for (String name : HEADERS) {
      if (name.equalsIgnoreCase(header.name())) {
        return Optional.of(read(name, header.value()));
      }
    }
    return Optional.empty();
  }

  private static DigestFacts read(String name, String value) {
    int blank = value.indexOf(' ');
    Map<String, String> said = parameters(value);
    return new DigestFacts(
        name,
        blank < 0 ? value : value.substring(0, blank),
        said.getOrDefault("realm", ""),
        said.getOrDefault("username", ""),
        said.getOrDefault("uri", ""),
        said.getOrDefault("algorithm", "MD5"),
        said.getOrDefault("qop", ""),
        nonceTime(said.getOrDefault("nonce", "")),
        said.getOrDefault("stale", "").equalsIgnoreCase("true"),
        said.containsKey("response"));
  }

  /**
   * {@return what a challenge or its answer says, by name in lower case} Who answers a challenge
   * needs all of it; who shows one takes {@link #of}.
   *
   * @param value a header's value, with its scheme
   */
  public static Map<String, String> parameters(String value) {
    Map<String, String> said = new HashMap<>();
    int blank = value.indexOf(' ');
    if (blank < 0) {
      return said;
    }
    for (String part : HeaderValues.split(value.substring(blank + 1))) {
      int sign = part.indexOf('=');
      if (sign > 0) {
        String text = Ascii.strip(part.substring(sign + 1));
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        said.putIfAbsent(
            Ascii.strip(part.substring(0, sign)).toLowerCase(Locale.ROOT),
            quoted ? text.substring(1, text.length() - 1) : text);
      }
    }
    return said;
  }

  /**
   * Some servers begin a nonce with a time in seconds: eight hex digits, or ten digits and a slash.
   */
  private static Optional<Instant> nonceTime(String nonce) {
    int slash = nonce.indexOf('/');
    long seconds =
        slash == 10
            ? HeaderValues.number(nonce.substring(0, 10))
            : nonce.length() >= 32 ? hex(nonce) : -1;
    return seconds < EARLIEST || seconds > LATEST
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds));
  }

  private static long hex(String nonce) {
    long number = 0;
    for (int at = 0; at < nonce.length(); at++) {
      int digit = Character.digit(nonce.charAt(at), 16);
      if (digit < 0) {
        return -1;
      }
      number = at < 8 ? 16 * number + digit : number;
    }
    return number;
  }

  /** {@return whether the answer is for the URI that the request is sent to; true when unknown} */
  public boolean fits(SipMessage message) {
    return uri.isEmpty()
        || !(message.start() instanceof StartLine.Request request)
        || request.uri().equals(uri);
  }
}
