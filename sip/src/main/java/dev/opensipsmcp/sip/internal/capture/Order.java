package dev.opensipsmcp.sip.internal.capture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The order of bytes in a file's own numbers, which is that of the machine that wrote it. */
enum Order {
  LITTLE,
  BIG;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  int i32(byte[] bytes, int at) {
    int value = (int) INT.get(bytes, at);
    return this == LITTLE ? value : Integer.reverseBytes(value);
  }

  long u32(byte[] bytes, int at) {
    return i32(bytes, at) & 0xffff_ffffL;
  }

  int u16(byte[] bytes, int at) {
    int first = bytes[at] & 255;
    int second = bytes[at + 1] & 255;
    return this == LITTLE ? second << 8 | first : first << 8 | second;
  }

  long i64(byte[] bytes, int at) {
    return this == LITTLE
        ? u32(bytes, at + 4) << 32 | u32(bytes, at)
        : u32(bytes, at) << 32 | u32(bytes, at + 4);
  }
}
