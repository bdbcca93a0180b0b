package dev.opensipsmcp.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real OpenSIPS with a file, as the peer of a check: what it takes to be asked instead. */
final class RealStart {
  private static final String LISTENER = "127.0.0.1:5060";
  private static final int ASK_AGAIN_MS = 10;
  private static final int LONGEST_MS = 20_000;

  private final Path program;
  private final String text;

  /**
   * Holds what to start.
   *
   * @param program the real binary
   * @param text a configuration that listens on udp:127.0.0.1:5060 and answers any OPTIONS; a free
   *     port is put in place of that one
   */
  RealStart(Path program, String text) {
    if (!text.contains(LISTENER)) {
      throw new IllegalArgumentException("the file has to listen on udp:" + LISTENER);
    }
    this.program = program;
    this.text = text;
  }

  /** {@return how long {@code opensips -C} takes, in ms} */
  double check() throws IOException, InterruptedException {
    Path file = write(text);
    try {
      long start = System.nanoTime();
      Process process = process(List.of("-M", "64", "-C", "-f", file.toString()));
      int status = process.waitFor();
      double took = since(start);
      if (status != 0) {
        throw new IllegalStateException("opensips -C refuses the file");
      }
      return took;
    } finally {
      Files.delete(file);
    }
  }

  /** {@return how long it takes from the start until an OPTIONS is answered, in ms} */
  double start() throws IOException, InterruptedException {
    try (DatagramSocket phone = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      int port = free();
      Path file = write(text.replace(LISTENER, "127.0.0.1:" + port));
      long start = System.nanoTime();
      Process process = process(List.of("-F", "-M", "64", "-m", "256", "-f", file.toString()));
      try {
        ask(phone, port, start, process);
        return since(start);
      } finally {
        process.destroy();
        if (!process.waitFor(LONGEST_MS, TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
        }
        Files.delete(file);
      }
    }
  }

  private static void ask(DatagramSocket phone, int port, long start, Process process)
      throws IOException {
    byte[] options = options(phone.getLocalPort(), port).getBytes(StandardCharsets.US_ASCII);
    InetSocketAddress node = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    phone.setSoTimeout(ASK_AGAIN_MS);
    while (process.isAlive() && since(start) < LONGEST_MS) {
      phone.send(new DatagramPacket(options, options.length, node));
      try {
        phone.receive(new DatagramPacket(new byte[4_096], 4_096));
        return;
      } catch (SocketTimeoutException e) {
        // It does not listen yet.
      }
    }
    throw new IllegalStateException("OpenSIPS did not start with the file");
  }

  private static String options(int from, int to) {
    return """
    OPTIONS sip:127.0.0.1:%d SIP/2.0
    Via: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bKbench
    Max-Forwards: 0
    From: <sip:bench@127.0.0.1>;tag=1
    To: <sip:127.0.0.1>
    Call-ID: bench@127.0.0.1
    CSeq: 1 OPTIONS
    Content-Length: 0

    """
        .formatted(to, from)
        .replace("\n", "\r\n");
  }

  private Process process(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile("bench", ".cfg"), text);
  }

  private static int free() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
