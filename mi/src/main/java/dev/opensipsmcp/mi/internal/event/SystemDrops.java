package dev.opensipsmcp.mi.internal.event;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Reads from Linux's table of UDP sockets how many datagrams did not fit into a socket's buffer.
 */
final class SystemDrops {
  private static final int LOCAL_ADDRESS = 1;
  private static final int DROPS = 12;
  private static final int WORD = 4;

  private SystemDrops() {}

  /** {@return the count of a bound socket; empty on other systems} */
  static OptionalLong of(InetSocketAddress address) {
    Path table =
        Path.of(address.getAddress() instanceof Inet4Address ? "/proc/net/udp" : "/proc/net/udp6");
    try {
      return in(Files.readAllLines(table, StandardCharsets.US_ASCII), address);
    } catch (IOException elsewhere) {
      return OptionalLong.empty();
    }
  }

  static OptionalLong in(List<String> lines, InetSocketAddress address) {
    String wanted =
        hex(address.getAddress()) + String.format(Locale.ROOT, ":%04X", address.getPort());
    for (String line : lines) {
      String[] columns = line.strip().split("\\s+", -1);
      if (columns.length > DROPS && columns[LOCAL_ADDRESS].equals(wanted)) {
        return OptionalLong.of(Long.parseLong(columns[DROPS]));
      }
    }
    return OptionalLong.empty();
  }

  /** The table prints each word of an address as a number of the machine. */
  private static String hex(InetAddress address) {
    byte[] bytes = address.getAddress();
    StringBuilder text = new StringBuilder();
    boolean reversed = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    for (int i = 0; i < bytes.length; i++) {
      int within = i % WORD;
      int from = i - within + (reversed ? WORD - 1 - within : within);
      text.append(String.format(Locale.ROOT, "%02X", bytes[from]));
    }
    return text.toString();
  }
}
