package dev.opensipsmcp.sip.relay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A value of bencode, the encoding of RTPEngine's ng protocol: texts with their length, whole
 * numbers, lists, and dictionaries.
 */
public sealed interface Bencode {
  /**
   * Bytes, nearly always a text.
   *
   * @param value as UTF-8; bytes that are none are replaced
   */
  record Text(String value) implements Bencode {}

  /**
   * A whole number.
   *
   * @param value any
   */
  record Whole(long value) implements Bencode {}

  /**
   * Values in order.
   *
   * @param values them
   */
  record Items(List<Bencode> values) implements Bencode {
    public Items {
      values = List.copyOf(values);
    }
  }

  /**
   * Values by name.
   *
   * @param values them
   */
  record Dictionary(Map<String, Bencode> values) implements Bencode {
    public Dictionary {
      values = Map.copyOf(values);
    }

    /** {@return the text or number of that name, as text; empty when there is none} */
    public String text(String name) {
      return switch (values.get(name)) {
        case Text(String value) -> value;
        case Whole(long value) -> Long.toString(value);
        case null, default -> "";
      };
    }

    /** {@return the number of that name, be it written as text; 0 when there is none} */
    public long number(String name) {
      return switch (values.get(name)) {
        case Whole(long value) -> value;
        case Text(String value) -> parsed(value);
        case null, default -> 0;
      };
    }

    /** {@return the dictionary of that name; an empty one when there is none} */
    public Dictionary dictionary(String name) {
      return values.get(name) instanceof Dictionary dictionary
          ? dictionary
          : new Dictionary(Map.of());
    }

    /** {@return the values of the list of that name; none when there is no list} */
    public List<Bencode> items(String name) {
      return values.get(name) instanceof Items items ? items.values() : List.of();
    }

    private static long parsed(String text) {
      try {
        return Long.parseLong(text.strip());
      } catch (NumberFormatException e) {
        return 0;
      }
    }
  }

  /** {@return the bytes of a value; dictionaries in the order of their names} */
  static byte[] encode(Bencode value) {
    return Bencoding.encode(value).getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * {@return the value that bytes are}
   *
   * @param bytes one whole value, nothing after it
   * @throws IllegalArgumentException when they are none, or it lies deeper than 64 levels
   */
  static Bencode decode(byte[] bytes) {
    return new Bencoding(bytes).whole();
  }
}
