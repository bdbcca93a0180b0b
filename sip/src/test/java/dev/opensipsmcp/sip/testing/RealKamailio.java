package dev.opensipsmcp.sip.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Kamailio on loopback that answers OPTIONS, and registers {@code alice} with the password {@code
 * wonderland}, over UDP, TCP, TLS and WebSocket. It shows a certificate that signs itself.
 */
public final class RealKamailio implements AutoCloseable {
  /** The realm that it challenges with. */
  public static final String REALM = "lab.example";

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String FOLDER = "/usr/lib/x86_64-linux-gnu/kamailio/modules";
  private static final int TRIES = 600;

  private final RealProgram program;
  private final List<Integer> ports;

  private RealKamailio(RealProgram program, List<Integer> ports) {
    this.program = program;
    this.ports = ports;
  }

  /** {@return one that listens; where it is not installed the test ends here} */
  public static RealKamailio start(Path directory) {
    Path kamailio = RealProgram.find("kamailio", "kamailio");
    RealProgram.file(modules().resolve("tls.so"), "kamailio-tls-modules");
    RealProgram.file(modules().resolve("websocket.so"), "kamailio-websocket-modules");
    try {
      certificate(directory);
      List<Integer> ports = ports(3);
      Path config = Files.writeString(directory.resolve("kamailio.cfg"), config(directory, ports));
      RealProgram program =
          RealProgram.start(
              directory,
              List.of(
                  kamailio.toString(),
                  "-f",
                  config.toString(),
                  "-L",
                  modules().toString(),
                  "-DD",
                  "-E",
                  "-m",
                  "32",
                  "-w",
                  directory.toString(),
                  "-Y",
                  directory.toString()));
      RealKamailio made = new RealKamailio(program, ports);
      made.awaitListening();
      return made;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path modules() {
    // Other processors have another folder beside.
    try (var folders = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu")) {
      for (Path folder : folders) {
        Path modules = folder.resolve("kamailio/modules");
        if (Files.isDirectory(modules)) {
          return modules;
        }
      }
      return Path.of(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Integer> ports(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }

  private static void certificate(Path directory) throws IOException, GeneralSecurityException {
    RealProgram.run(
        directory,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "kamailio",
            "-keyalg",
            "RSA",
            "-dname",
            "CN=lab.example",
            "-ext",
            "san=ip:127.0.0.1",
            "-storepass",
            "changeit",
            "-keystore",
            "kamailio.p12"));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve("kamailio.p12"))) {
      store.load(in, PASSWORD);
    }
    pem(
        directory.resolve("key.pem"),
        "PRIVATE KEY",
        store.getKey("kamailio", PASSWORD).getEncoded());
    pem(
        directory.resolve("cert.pem"),
        "CERTIFICATE",
        store.getCertificate("kamailio").getEncoded());
  }

  private static void pem(Path file, String kind, byte[] bytes) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }

  private static String config(Path directory, List<Integer> ports) throws IOException {
    try (InputStream in = RealKamailio.class.getResourceAsStream("kamailio.cfg")) {
      if (in == null) {
        throw new IllegalStateException("kamailio.cfg is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@DIRECTORY@", directory.toString())
          .replace("@SIP@", String.valueOf(ports.get(0)))
          .replace("@TLS@", String.valueOf(ports.get(1)))
          .replace("@WS@", String.valueOf(ports.get(2)));
    }
  }

  private void awaitListening() throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      if (!program.isAlive()) {
        break;
      }
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), webSocketPort())) {
        return;
      } catch (IOException _) {
        pause();
      }
    }
    close();
    throw new AssertionError("Kamailio does not listen: " + program.output());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** {@return its port for UDP and TCP} */
  public int sipPort() {
    return ports.get(0);
  }

  /** {@return its port for TLS} */
  public int tlsPort() {
    return ports.get(1);
  }

  /** {@return its port for WebSocket} */
  public int webSocketPort() {
    return ports.get(2);
  }

  /** {@return what it printed so far} */
  public String output() {
    return program.output();
  }

  @Override
  public void close() {
    program.close();
  }
}
