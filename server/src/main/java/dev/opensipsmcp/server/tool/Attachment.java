package dev.opensipsmcp.server.tool;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * Bytes that belong to a result and would not fit into it. A tool's answer links to them; whoever
 * reads the link makes a call of a tool again, which passes the gate and brings the bytes.
 *
 * @param uri the resource that brings them, if one does
 * @param name their name, as that of a file
 * @param description what they are, in one sentence
 * @param mimeType their media type
 * @param size how many they are
 * @param sha256 their hash, hexadecimal
 * @param packets how many packets they have
 * @param base64 the bytes, when they are few enough to be read through this server; without
 *     secrets, since nothing redacts them later
 * @param inline the member of the result's {@code data} that holds them too, where the result has
 *     room for all of them
 */
public record Attachment(
    Optional<String> uri,
    String name,
    String description,
    String mimeType,
    long size,
    String sha256,
    long packets,
    Optional<String> base64,
    Optional<String> inline) {
  /** The most bytes that are read through this server: 1 MiB. */
  public static final int MOST_BYTES = 1 << 20;

  private static final String PREFIX = "dev.opensipsmcp/";

  /** {@return how to know them again} */
  public JsonObject meta() {
    JsonObject meta = new JsonObject();
    meta.addProperty(PREFIX + "sha256", sha256);
    meta.addProperty(PREFIX + "packets", packets);
    return meta;
  }
}
