package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.message.DigestFacts;
import dev.opensipsmcp.sip.message.Header;
import dev.opensipsmcp.sip.message.SipMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A challenge that can be answered: digest with MD5, SHA-256 or SHA-512-256, with or without
 * session (RFC 7616, RFC 8760), quality of protection {@code auth} or none.
 */
final class Challenge {
  private static final Map<String, String> HASHES =
      Map.of("MD5", "MD5", "SHA-256", "SHA-256", "SHA-512-256", "SHA-512/256");
  private static final String SESSION = "-SESS";

  private final String answerHeader;
  private final Map<String, String> said;
  private final String algorithm;
  private final String hash;

  private Challenge(String answerHeader, Map<String, String> said, String algorithm, String hash) {
    this.answerHeader = answerHeader;
    this.said = said;
    this.algorithm = algorithm;
    this.hash = hash;
  }

  /** {@return the first challenge of an answer that can be met: a server puts the best first} */
  static Optional<Challenge> of(SipMessage answer) {
    for (Header header : answer.headers()) {
      boolean proxy = header.name().equalsIgnoreCase("Proxy-Authenticate");
      if (proxy || header.name().equalsIgnoreCase("WWW-Authenticate")) {
        Optional<Challenge> one =
            of(proxy ? "Proxy-Authorization" : "Authorization", header.value());
        if (one.isPresent()) {
          return one;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Challenge> of(String answerHeader, String value) {
    Map<String, String> said = DigestFacts.parameters(value);
    String algorithm = said.getOrDefault("algorithm", "MD5");
    String upper = algorithm.toUpperCase(Locale.ROOT);
    String bare =
        upper.endsWith(SESSION) ? upper.substring(0, upper.length() - SESSION.length()) : upper;
    boolean digest = value.regionMatches(true, 0, "Digest ", 0, 7);
    boolean plain =
        said.values().stream()
            .allMatch(it -> it.chars().allMatch(c -> c >= ' ' && c != 0x7f && c != '"'));
    String qop = said.getOrDefault("qop", "");
    boolean fits = qop.isBlank() || offersAuth(qop);
    return digest && plain && fits && said.containsKey("nonce")
        ? Optional.ofNullable(HASHES.get(bare))
            .map(hash -> new Challenge(answerHeader, said, algorithm, hash))
        : Optional.empty();
  }

  private static boolean offersAuth(String qop) {
    return Arrays.stream(qop.split(",")).anyMatch(it -> it.strip().equalsIgnoreCase("auth"));
  }

  /** {@return whether only the nonce was too old} */
  boolean stale() {
    return said.getOrDefault("stale", "").equalsIgnoreCase("true");
  }

  /**
   * {@return the header that answers it}
   *
   * @param who who answers
   * @param method the request's method
   * @param uri the Request-URI
   * @param count how often this nonce was answered, this time included
   */
  String answer(Credentials who, String method, String uri, int count) {
    return answer(who, method, uri, count, RandomWords.word());
  }

  String answer(Credentials who, String method, String uri, int count, String cnonce) {
    String realm = said.getOrDefault("realm", "");
    String nonce = said.getOrDefault("nonce", "");
    String first = hash(who.secret(realm));
    if (algorithm.toUpperCase(Locale.ROOT).endsWith(SESSION)) {
      first = hash(first + ':' + nonce + ':' + cnonce);
    }
    String second = hash(method + ':' + uri);
    String times = String.format(Locale.ROOT, "%08x", count);
    boolean protectedBy = !said.getOrDefault("qop", "").isBlank();
    String middle = protectedBy ? nonce + ':' + times + ':' + cnonce + ":auth" : nonce;
    StringBuilder line =
        new StringBuilder(answerHeader + ": Digest username=\"" + quoted(who.user()))
            .append("\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + uri)
            .append("\", response=\"" + hash(first + ':' + middle + ':' + second))
            .append("\", algorithm=" + algorithm);
    if (protectedBy) {
      line.append(", qop=auth, nc=" + times);
    }
    if (protectedBy || algorithm.toUpperCase(Locale.ROOT).endsWith(SESSION)) {
      line.append(", cnonce=\"" + cnonce + '"');
    }
    if (said.containsKey("opaque")) {
      line.append(", opaque=\"" + said.get("opaque") + '"');
    }
    return line.toString();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(hash);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(hash, e);
    }
  }
}
