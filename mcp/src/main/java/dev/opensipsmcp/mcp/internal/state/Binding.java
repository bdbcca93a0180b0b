package dev.opensipsmcp.mcp.internal.state;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The request that a sealed state belongs to, and to no other.
 *
 * @param subject who asked
 * @param method the method
 * @param target the tool's or prompt's name, or the resource's URI
 * @param arguments the arguments; equal ones in another order are the same
 */
public record Binding(String subject, String method, String target, JsonObject arguments) {

  /** {@return SHA-256 over all parts, each with its length before it} */
  byte[] digest() {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
    add(digest, subject);
    add(digest, method);
    add(digest, target);
    add(digest, Canonical.text(arguments));
    return digest.digest();
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }
}
