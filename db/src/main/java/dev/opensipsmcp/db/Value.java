package dev.opensipsmcp.db;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.Arrays;

/** What a column of a row holds. */
public sealed interface Value {

  /** NULL. */
  Value NULL = new Null();

  /** {@return a text} */
  static Value of(String text) {
    return new Text(text);
  }

  /** {@return a whole number} */
  static Value of(long number) {
    return new Whole(BigInteger.valueOf(number));
  }

  /** {@return the value as text; empty for NULL, and base64 is not applied to bytes} */
  String shown();

  /** Nothing. */
  record Null() implements Value {
    @Override
    public String shown() {
      return "";
    }
  }

  /** Characters. */
  record Text(String text) implements Value {
    @Override
    public String shown() {
      return text;
    }
  }

  /** A whole number; an unsigned column of eight bytes exceeds a {@code long}. */
  record Whole(BigInteger number) implements Value {
    @Override
    public String shown() {
      return number.toString();
    }
  }

  /** A number with a fraction; the same number is equal however many zeros end it. */
  record Real(BigDecimal number) implements Value {
    public Real {
      number = number.stripTrailingZeros();
    }

    @Override
    public String shown() {
      return number.toPlainString();
    }
  }

  /** A time as the node's clock showed it: OpenSIPS writes its local time, without a zone. */
  record Moment(LocalDateTime time) implements Value {
    @Override
    public String shown() {
      return time.toString();
    }
  }

  /** {@return bytes} */
  static Value of(byte[] bytes) {
    return new Bytes(bytes);
  }

  /** Bytes. */
  final class Bytes implements Value {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /** {@return a copy of them} */
    public byte[] bytes() {
      return bytes.clone();
    }

    /** {@return how many} */
    public int size() {
      return bytes.length;
    }

    @Override
    public String shown() {
      return bytes.length + " bytes";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    /** {@return their number only: they may be a private key} */
    @Override
    public String toString() {
      return "Bytes[" + bytes.length + "]";
    }
  }
}
