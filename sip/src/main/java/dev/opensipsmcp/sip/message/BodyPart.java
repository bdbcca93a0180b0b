package dev.opensipsmcp.sip.message;

import dev.opensipsmcp.sip.internal.message.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A body, or a part of one (RFC 5621, RFC 2046).
 *
 * @param type its media type in lower case, such as {@code application/sdp}; empty when not said
 * @param parameters of the media type, by name in lower case
 * @param headers its own headers: of the message for a whole body, else of the part
 * @param content its bytes; of a multipart with all that stands between the parts
 * @param parts what a multipart holds, in order; empty for any other
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes, see below
public record BodyPart(
    String type,
    Map<String, String> parameters,
    List<Header> headers,
    byte[] content,
    List<BodyPart> parts) {
  public BodyPart {
    parameters = Map.copyOf(parameters);
    headers = List.copyOf(headers);
    parts = List.copyOf(parts);
  }

  /**
   * {@return how it is to be handled, such as {@code session} or {@code attachment}, in lower case;
   * empty when not said}
   */
  public String disposition() {
    for (Header header : headers) {
      if (HeaderNames.same(header.name(), "Content-Disposition")) {
        int end = header.value().indexOf(';');
        String first = end < 0 ? header.value() : header.value().substring(0, end);
        return Ascii.strip(first).toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** {@return its content as UTF-8} */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /**
   * {@return itself, or for a multipart all parts inside it that hold no further ones, in order}
   */
  public List<BodyPart> leaves() {
    if (parts.isEmpty()) {
      return List.of(this);
    }
    List<BodyPart> leaves = new ArrayList<>();
    parts.forEach(part -> leaves.addAll(part.leaves()));
    return leaves;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BodyPart part
        && type.equals(part.type)
        && headers.equals(part.headers)
        && Arrays.equals(content, part.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "BodyPart[" + type + ", " + content.length + " bytes, " + parts.size() + " parts]";
  }
}
