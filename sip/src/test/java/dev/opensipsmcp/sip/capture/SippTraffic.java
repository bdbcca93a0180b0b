package dev.opensipsmcp.sip.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Calls between two SIPps over loopback, recorded by dumpcap while they happen. */
final class SippTraffic {
  private static final long PATIENCE = 60;
  private static final byte[] MARK = "the calls are over".getBytes(StandardCharsets.US_ASCII);

  private SippTraffic() {}

  /**
   * Records calls.
   *
   * @param file the capture to make
   * @param transport SIPp's word: u1 for UDP, t1 for TCP
   * @param calls how many
   * @param classic whether as pcap rather than pcapng
   */
  static void record(Path file, String transport, int calls, boolean classic)
      throws IOException, InterruptedException {
    Programs.need("sipp", "dumpcap", "tshark");
    int server = port();
    int client = port();
    List<String> recorder =
        new ArrayList<>(
            List.of("dumpcap", "-i", "lo", "-q", "-f", "port " + server, "-w", file.toString()));
    if (classic) {
      recorder.add("-P");
    }
    Process dumpcap = new ProcessBuilder(recorder).redirectErrorStream(true).start();
    Process answering =
        Programs.start("sipp", "-sn", "uas", "-i", "127.0.0.1", "-p", "" + server, "-t", transport);
    try (BufferedReader said = dumpcap.inputReader()) {
      boolean began = said.lines().anyMatch(line -> line.startsWith("File:"));
      Assumptions.assumeTrue(began, "Left out: dumpcap may not record loopback here.");
      awaitListener(transport.equals("u1") ? "udp" : "tcp", server);
      Process calling = call(server, client, transport, calls);
      try {
        assertThat(calling.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(calling.exitValue()).as("SIPp's calls").isZero();
      } finally {
        calling.destroyForcibly();
      }
      awaitMark(file, server);
    } finally {
      answering.destroyForcibly().waitFor();
      dumpcap.destroy();
      dumpcap.waitFor();
    }
  }

  private static Process call(int server, int client, String transport, int calls)
      throws IOException {
    return Programs.start(
        "sipp",
        "-sn",
        "uac",
        "127.0.0.1:" + server,
        "-i",
        "127.0.0.1",
        "-p",
        "" + client,
        "-t",
        transport,
        "-m",
        "" + calls,
        "-r",
        "100",
        "-d",
        "50");
  }

  private static int port() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until somebody listens there, without a packet that would be in the capture. */
  private static void awaitListener(String protocol, int port)
      throws IOException, InterruptedException {
    String local = String.format(Locale.ROOT, ":%04X ", port);
    int tries = 0;
    while (Files.readAllLines(Path.of("/proc/net/" + protocol)).stream()
        .noneMatch(line -> line.contains(local))) {
      assertThat(tries++).as("tries until SIPp listens").isLessThan(3_000);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** Sends a last datagram until it is in the file, so that all before it is there as well. */
  private static void awaitMark(Path file, int port) throws IOException, InterruptedException {
    try (DatagramSocket socket = new DatagramSocket()) {
      DatagramPacket mark =
          new DatagramPacket(MARK, MARK.length, InetAddress.getLoopbackAddress(), port);
      int tries = 0;
      while (!new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .contains("the calls are over")) {
        assertThat(tries++).as("tries until dumpcap wrote the mark").isLessThan(3_000);
        socket.send(mark);
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }
}
