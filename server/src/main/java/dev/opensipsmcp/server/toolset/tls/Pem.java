package dev.opensipsmcp.server.toolset.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of a PEM text. */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private final String label;
  private final byte[] der;

  private Pem(String label, byte[] der) {
    this.label = label;
    this.der = der;
  }

  /** {@return what it says it is, for example {@code CERTIFICATE}} */
  String label() {
    return label;
  }

  /** {@return its content; empty when that is no Base64, or encrypted in the old way} */
  byte[] der() {
    return der.clone();
  }

  /** {@return the blocks of a text, in order} */
  static List<Pem> all(String text) {
    List<Pem> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      blocks.add(new Pem(matcher.group(1), decoded(matcher.group(2))));
    }
    return blocks;
  }

  /** Lines such as {@code Proc-Type: 4,ENCRYPTED} stand only before what can't be read here. */
  private static byte[] decoded(String content) {
    if (content.indexOf(':') >= 0) {
      return new byte[0];
    }
    try {
      return Base64.getDecoder().decode(content.replaceAll("\\s", ""));
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  /** The content may be a key, so it is in no text. */
  @Override
  public String toString() {
    return "Pem[" + label + "]";
  }
}
