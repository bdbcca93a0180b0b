package dev.opensipsmcp.cfg.flow;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A SIP method, as far as rules tell them apart. */
public enum Method {
  INVITE,
  ACK,
  CANCEL,
  BYE,
  OPTIONS,
  REGISTER,
  SUBSCRIBE,
  NOTIFY,
  MESSAGE,
  PUBLISH,
  REFER,
  INFO,
  UPDATE,
  PRACK,
  /** Any other. */
  OTHER;

  /** {@return every method} */
  public static Set<Method> all() {
    return EnumSet.allOf(Method.class);
  }

  /** {@return the method of a name; {@link #OTHER} when it is none of these} */
  public static Method named(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    for (Method method : values()) {
      if (method.name().equals(upper)) {
        return method;
      }
    }
    return OTHER;
  }

  /** {@return this method as one bit} Bits are for sets in memory, nothing keeps them. */
  @SuppressWarnings("EnumOrdinal")
  public int bit() {
    return 1 << ordinal();
  }

  /** {@return the bits of methods} */
  public static int bits(Iterable<Method> methods) {
    int bits = 0;
    for (Method method : methods) {
      bits |= method.bit();
    }
    return bits;
  }
}
