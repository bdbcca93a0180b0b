package dev.opensipsmcp.sip.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes bencode. */
final class Bencoding {
  private static final int DEEPEST = 64;
  private static final int DIGITS = 19;

  private final byte[] bytes;
  private int at;

  Bencoding(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Each character of the result is one byte. */
  static String encode(Bencode value) {
    StringBuilder out = new StringBuilder();
    encode(value, out);
    return out.toString();
  }

  private static void encode(Bencode value, StringBuilder out) {
    switch (value) {
      case Bencode.Text(String text) -> text(text, out);
      case Bencode.Whole(long number) -> out.append('i').append(number).append('e');
      case Bencode.Items(List<Bencode> values) -> {
        out.append('l');
        values.forEach(item -> encode(item, out));
        out.append('e');
      }
      case Bencode.Dictionary(Map<String, Bencode> values) -> {
        out.append('d');
        new TreeMap<>(values)
            .forEach((name, item) -> {
              text(name, out);
              encode(item, out);
            });
        out.append('e');
      }
    }
  }

  private static void text(String text, StringBuilder out) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.append(utf8.length).append(':').append(new String(utf8, StandardCharsets.ISO_8859_1));
  }

  Bencode whole() {
    Bencode value = value(0);
    if (at != bytes.length) {
      throw wrong("something follows the value");
    }
    return value;
  }

  private Bencode value(int depth) {
    if (depth > DEEPEST) {
      throw wrong("it is too deep");
    }
    return switch (next()) {
      case 'i' -> {
        at++;
        yield new Bencode.Whole(number('e'));
      }
      case 'l' -> {
        at++;
        List<Bencode> values = new ArrayList<>();
        while (next() != 'e') {
          values.add(value(depth + 1));
        }
        at++;
        yield new Bencode.Items(values);
      }
      case 'd' -> {
        at++;
        Map<String, Bencode> values = new LinkedHashMap<>();
        while (next() != 'e') {
          String name = text();
          values.put(name, value(depth + 1));
        }
        at++;
        yield new Bencode.Dictionary(values);
      }
      default -> new Bencode.Text(text());
    };
  }

  private char next() {
    if (at >= bytes.length) {
      throw wrong("it ends too early");
    }
    return (char) (bytes[at] & 0xff);
  }

  private String text() {
    long length = number(':');
    if (length < 0 || length > bytes.length - at) {
      throw wrong("a text is longer than what came");
    }
    String text = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
    at += (int) length;
    return text;
  }

  private long number(char end) {
    int from = at;
    while (next() != end) {
      at++;
      if (at - from > DIGITS + 1) {
        throw wrong("a number is too long");
      }
    }
    String digits = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
    at++;
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw wrong("a number is none");
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("This is no bencode at byte " + at + ": " + what + ".");
  }
}
