package dev.opensipsmcp.server.secret;

import dev.opensipsmcp.server.redact.SealedForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets so that they may stand in a journal and in arguments, and marks them so that two
 * can be compared without being shown. What was sealed for one context opens in no other. Safe for
 * many threads and processes; the key lies in the state directory.
 */
public final class Sealer {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int MARK_BYTES = 16;

  /** Contents are filled up to blocks of this, so that their length tells little. */
  private static final int BLOCK = 64;

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SealKey key;

  /**
   * Makes a sealer; nothing is read or written before it is used.
   *
   * @param keyFile where the key lies, or is made when first needed
   */
  public Sealer(Path keyFile) {
    this.key = new SealKey(keyFile);
  }

  /**
   * {@return the secret, sealed; another text every time}
   *
   * @param text what to seal
   * @param context what it belongs to, for example table, key and column
   * @throws IOException when the key can't be had
   */
  public String seal(String text, String context) throws IOException {
    byte[] nonce = new byte[NONCE];
    // Made when needed: making one takes a tenth of the time that the server has to start.
    new SecureRandom().nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context, padded(text)).orElseThrow();
    byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE, sealed.length);
    return SealedForm.SEALED + ENCODER.encodeToString(all);
  }

  /**
   * {@return what was sealed; empty when it was sealed for another context, by another key, or was
   * tampered with}
   *
   * @throws IOException when the key can't be had
   */
  public Optional<String> open(String sealed, String context) throws IOException {
    if (!SealedForm.is(sealed) || !sealed.startsWith(SealedForm.SEALED)) {
      return Optional.empty();
    }
    byte[] all = decoded(sealed.substring(SealedForm.SEALED.length()));
    if (all.length <= NONCE) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(all, NONCE);
    byte[] rest = Arrays.copyOfRange(all, NONCE, all.length);
    return cipher(Cipher.DECRYPT_MODE, nonce, context, rest).map(Sealer::unpadded);
  }

  /**
   * {@return the same text for the same secret in the same context, from which nobody who lacks the
   * key learns anything else}
   *
   * @throws IOException when the key can't be had
   */
  public String mark(String text, String context) throws IOException {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(derived("mark"), "HmacSHA256"));
      byte[] about = context.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(about.length).flip());
      mac.update(about);
      byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return SealedForm.MARKED + ENCODER.encodeToString(Arrays.copyOf(whole, MARK_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC", e);
    }
  }

  /** Nothing when what is to be opened is not what was sealed. */
  private Optional<byte[]> cipher(int mode, byte[] nonce, String context, byte[] in)
      throws IOException {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(derived("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
      return Optional.of(cipher.doFinal(in));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM", e);
    }
  }

  /** One key for one purpose. */
  private byte[] derived(String purpose) throws IOException {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC", e);
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getUrlDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] padded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int size = (Integer.BYTES + bytes.length + BLOCK - 1) / BLOCK * BLOCK;
    return ByteBuffer.allocate(size).putInt(bytes.length).put(bytes).array();
  }

  private static String unpadded(byte[] padded) {
    ByteBuffer buffer = ByteBuffer.wrap(padded);
    byte[] bytes = new byte[buffer.getInt()];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
