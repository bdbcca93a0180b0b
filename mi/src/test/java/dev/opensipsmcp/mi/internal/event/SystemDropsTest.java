package dev.opensipsmcp.mi.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of UDP sockets, as Linux prints it. */
class SystemDropsTest {
  private static final String HEAD =
      "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout"
          + " inode ref pointer drops";

  @Test
  void findsTheSocketByAddressAndPort() {
    String here = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "0100007F" : "7F000001";
    List<String> lines =
        List.of(
            HEAD,
            " 1042: 00000000:1F90 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000"
                + "        0 41 2 0000000000000000 5",
            " 1043: "
                + here
                + ":1F90 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000"
                + "        0 42 2 0000000000000000 17");
    assertThat(SystemDrops.in(lines, new InetSocketAddress("127.0.0.1", 8080))).hasValue(17);
    assertThat(SystemDrops.in(lines, new InetSocketAddress("0.0.0.0", 8080))).hasValue(5);
    assertThat(SystemDrops.in(lines, new InetSocketAddress("127.0.0.1", 8081))).isEmpty();
  }
}
