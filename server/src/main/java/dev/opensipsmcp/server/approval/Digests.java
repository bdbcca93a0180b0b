package dev.opensipsmcp.server.approval;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/** Digests by which an approval knows its call again, whatever the order of the arguments. */
public final class Digests {
  private Digests() {}

  /**
   * {@return the digest of a call}
   *
   * @param subject who calls
   * @param tool the tool's name, never an alias
   * @param instance the node; empty when the call reaches none
   * @param arguments the tool's own arguments, without those that the gate adds
   */
  public static String binding(String subject, String tool, String instance, JsonObject arguments) {
    JsonArray parts = new JsonArray();
    parts.add(subject);
    parts.add(tool);
    parts.add(instance);
    parts.add(arguments);
    return of(parts);
  }

  /** {@return the digest of a JSON value, the same for every order of its members} */
  public static String of(JsonElement element) {
    try {
      byte[] canonical = sorted(element).toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static JsonElement sorted(JsonElement element) {
    return switch (element) {
      case JsonObject object -> {
        JsonObject sorted = new JsonObject();
        for (String name : new TreeSet<>(object.keySet())) {
          sorted.add(name, sorted(object.get(name)));
        }
        yield sorted;
      }
      case JsonArray array -> {
        JsonArray sorted = new JsonArray(array.size());
        for (JsonElement item : array) {
          sorted.add(sorted(item));
        }
        yield sorted;
      }
      default -> element;
    };
  }
}
