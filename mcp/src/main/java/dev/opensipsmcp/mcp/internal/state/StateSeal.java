package dev.opensipsmcp.mcp.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.opensipsmcp.mcp.StateKey;
import dev.opensipsmcp.mcp.internal.rpc.JsonText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a client carries from one round of a request to the next, with AES-256-GCM. The
 * request it belongs to is authenticated with it but not contained, so it opens nowhere else. Each
 * opens once: the random nonce of its encryption is also what marks it as used.
 */
public final class StateSeal {
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int MOST_USED = 100_000;

  private final StateKey key;
  private final long lifetimeMillis;
  private final LongSupplier clock;
  private final UsedNonces used = new UsedNonces(MOST_USED);

  /** What came out of a sealed text. */
  public sealed interface Opened {
    /**
     * It is genuine, and used up now.
     *
     * @param state what the host had given
     * @param asked the keys of the questions that went out with it
     */
    record Genuine(JsonElement state, Set<String> asked) implements Opened {
      public Genuine {
        asked = Set.copyOf(asked);
      }
    }

    /**
     * It is refused.
     *
     * @param reason one sentence
     */
    record Refused(String reason) implements Opened {}
  }

  /**
   * Makes a seal.
   *
   * @param key the secret
   * @param lifetime how long a sealed state can be opened
   * @param clock the time in milliseconds
   */
  public StateSeal(StateKey key, Duration lifetime, LongSupplier clock) {
    this.key = key;
    this.lifetimeMillis = lifetime.toMillis();
    this.clock = clock;
  }

  /**
   * {@return the state as a text that tells a client nothing}
   *
   * @param binding the request that it belongs to
   * @param state what the host wants back
   * @param asked the keys of the questions that go out with it
   */
  public String seal(Binding binding, JsonElement state, Set<String> asked) {
    JsonObject content = new JsonObject();
    content.addProperty("expiry", clock.getAsLong() + lifetimeMillis);
    content.add("state", state);
    JsonArray keys = new JsonArray();
    asked.forEach(keys::add);
    content.add("asked", keys);
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    try {
      byte[] body =
          cipher(Cipher.ENCRYPT_MODE, nonce, binding)
              .doFinal(JsonText.write(content).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              ByteBuffer.allocate(1 + NONCE_BYTES + body.length)
                  .put(VERSION)
                  .put(nonce)
                  .put(body)
                  .array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The state can't be sealed.", e);
    }
  }

  /**
   * Opens a sealed text and uses it up.
   *
   * @param binding the request that it came with
   * @param sealed the text, possibly forged
   * @return what was in it, or the refusal
   */
  public Opened open(Binding binding, String sealed) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(sealed);
    } catch (IllegalArgumentException e) {
      return forged();
    }
    // The decoder ignores what it can't use of the last character; a genuine text has no such rest.
    if (bytes.length <= 1 + NONCE_BYTES
        || bytes[0] != VERSION
        || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(sealed)) {
      return forged();
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(bytes, 1, nonce, 0, NONCE_BYTES);
    int from = 1 + NONCE_BYTES;
    JsonObject content;
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, binding).doFinal(bytes, from, bytes.length - from);
      content = JsonText.read(plain, 0, plain.length).getAsJsonObject();
    } catch (GeneralSecurityException | JsonParseException e) {
      return forged();
    }
    return use(nonce, content);
  }

  private Opened use(byte[] nonce, JsonObject content) {
    long now = clock.getAsLong();
    long expiry = content.get("expiry").getAsLong();
    if (expiry < now) {
      return new Opened.Refused("The requestState has expired; send the request again without it.");
    }
    if (!used.use(Base64.getEncoder().encodeToString(nonce), expiry, now)) {
      return new Opened.Refused(
          "The requestState was used before; send the request again without it.");
    }
    Set<String> asked = new HashSet<>();
    for (JsonElement key : content.getAsJsonArray("asked")) {
      asked.add(key.getAsString());
    }
    return new Opened.Genuine(content.get("state"), asked);
  }

  private static Opened forged() {
    return new Opened.Refused(
        "The requestState is not genuine or belongs to another request; send the request again"
            + " without it.");
  }

  private Cipher cipher(int mode, byte[] nonce, Binding binding) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {VERSION});
    cipher.updateAAD(binding.digest());
    return cipher;
  }
}
