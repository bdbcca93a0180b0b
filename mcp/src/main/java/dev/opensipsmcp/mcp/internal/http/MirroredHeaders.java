package dev.opensipsmcp.mcp.internal.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.modern.Meta;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Holds the headers that mirror parts of the body against the body, so that a proxy that decides by
 * the headers decides about what is served (2026-07-28, Streamable HTTP, server validation).
 */
final class MirroredHeaders {
  static final String VERSION = "MCP-Protocol-Version";
  private static final String METHOD = "Mcp-Method";
  private static final String NAME = "Mcp-Name";
  private static final String ENCODED = "=?base64?";
  private static final String ENCODED_END = "?=";

  private MirroredHeaders() {}

  /** {@return the first fault, or nothing when headers and body agree} */
  static Optional<RpcError> fault(Channel channel, Message.Request request) {
    JsonObject meta =
        request.params().get("_meta") instanceof JsonObject told ? told : new JsonObject();
    return compare(channel, VERSION, text(meta, Meta.PROTOCOL_VERSION))
        .or(() -> compare(channel, METHOD, Optional.of(request.method())))
        .or(() -> name(channel, request));
  }

  private static Optional<RpcError> name(Channel channel, Message.Request request) {
    return switch (request.method()) {
      case "tools/call", "prompts/get" -> compareDecoded(channel, text(request.params(), "name"));
      case "resources/read" -> compareDecoded(channel, text(request.params(), "uri"));
      default -> Optional.empty();
    };
  }

  /** What the body lacks is the dispatcher's to complain of, once the header is there. */
  private static Optional<RpcError> compare(Channel channel, String header, Optional<String> body) {
    Optional<String> sent = channel.header(header);
    if (sent.isEmpty()) {
      return missing(header);
    }
    return body.isPresent() && !body.equals(sent) ? differs(header) : Optional.empty();
  }

  private static Optional<RpcError> compareDecoded(Channel channel, Optional<String> body) {
    Optional<String> sent = channel.header(NAME);
    if (sent.isEmpty()) {
      return missing(NAME);
    }
    Optional<String> decoded = decoded(sent.get());
    if (decoded.isEmpty()) {
      return Optional.of(mismatch("The header " + NAME + " is not encoded as it must be."));
    }
    return body.isPresent() && !body.equals(decoded) ? differs(NAME) : Optional.empty();
  }

  private static Optional<String> decoded(String value) {
    boolean encoded =
        value.startsWith(ENCODED)
            && value.endsWith(ENCODED_END)
            && value.length() >= ENCODED.length() + ENCODED_END.length();
    if (!encoded) {
      return Optional.of(value);
    }
    String base64 = value.substring(ENCODED.length(), value.length() - ENCODED_END.length());
    if (base64.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonObject object, String member) {
    return object.get(member) instanceof JsonPrimitive value && value.isString()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  private static Optional<RpcError> missing(String header) {
    return Optional.of(mismatch("The header " + header + " is missing."));
  }

  private static Optional<RpcError> differs(String header) {
    return Optional.of(mismatch("The header " + header + " differs from the body."));
  }

  private static RpcError mismatch(String message) {
    return RpcError.of(RpcError.HEADER_MISMATCH, message);
  }
}
