package dev.opensipsmcp.mcp.internal.rpc;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON trees from text and to text: strict RFC 8259, one line, no reflection. */
public final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /**
   * {@return the tree of exactly one JSON value}
   *
   * @param utf8 the text's bytes
   * @param from where it begins
   * @param length its bytes
   * @throws JsonParseException when it is not UTF-8, not JSON, nested too deeply (255 levels), or
   *     followed by something else
   */
  public static JsonElement read(byte[] utf8, int from, int length) {
    try {
      return read(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(utf8, from, length))
              .toString());
    } catch (CharacterCodingException e) {
      throw new JsonParseException("The text is not UTF-8.", e);
    }
  }

  /**
   * {@return the tree of exactly one JSON value}
   *
   * @param text the text
   * @throws JsonParseException when it is not JSON, nested too deeply (255 levels), or followed by
   *     something else
   */
  public static JsonElement read(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      // Looking first makes an empty text an error; the parser would make a null of it.
      if (reader.peek() == JsonToken.END_DOCUMENT) {
        throw new JsonParseException("There is no JSON value.");
      }
      JsonElement tree = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonParseException("One JSON value is followed by another.");
      }
      return tree;
    } catch (IOException | IllegalStateException e) {
      throw new JsonParseException("The text is not JSON.", e);
    }
  }

  /**
   * {@return the value as text without a line break} Numbers that JSON can't say become null.
   *
   * @param value the value
   */
  public static String write(JsonElement value) {
    StringBuilder out = new StringBuilder(256);
    append(value, out);
    return out.toString();
  }

  /**
   * Writes a value without a line break.
   *
   * @param value the value
   * @param out where to
   */
  public static void append(JsonElement value, StringBuilder out) {
    if (value instanceof JsonObject object) {
      char before = '{';
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        out.append(before);
        appendString(member.getKey(), out);
        out.append(':');
        append(member.getValue(), out);
        before = ',';
      }
      out.append(before == '{' ? "{}" : "}");
    } else if (value instanceof JsonArray array) {
      char before = '[';
      for (JsonElement element : array) {
        out.append(before);
        append(element, out);
        before = ',';
      }
      out.append(before == '[' ? "[]" : "]");
    } else if (value instanceof JsonPrimitive primitive) {
      appendPrimitive(primitive, out);
    } else {
      out.append("null");
    }
  }

  private static void appendPrimitive(JsonPrimitive primitive, StringBuilder out) {
    if (primitive.isString()) {
      appendString(primitive.getAsString(), out);
      return;
    }
    String text = primitive.getAsString();
    out.append(text.equals("NaN") || text.endsWith("Infinity") ? "null" : text);
  }

  private static void appendString(String text, StringBuilder out) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean loneSurrogate =
          Character.isSurrogate(c)
              && !(Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1)))
              && !(Character.isLowSurrogate(c)
                  && i > 0
                  && Character.isHighSurrogate(text.charAt(i - 1)));
      if (c >= ' ' && c != '"' && c != '\\' && c != '\u2028' && c != '\u2029' && !loneSurrogate) {
        continue;
      }
      out.append(text, plain, i);
      plain = i + 1;
      escape(c, out);
    }
    out.append(text, plain, text.length()).append('"');
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default ->
          out.append("\\u")
              .append(HEX.charAt(c >> 12))
              .append(HEX.charAt(c >> 8 & 15))
              .append(HEX.charAt(c >> 4 & 15))
              .append(HEX.charAt(c & 15));
    }
  }
}
