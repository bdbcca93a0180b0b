package dev.opensipsmcp.mi;

import static dev.opensipsmcp.mi.replay.Nodes.error;
import static dev.opensipsmcp.mi.replay.Nodes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mi.replay.HttpNode;
import dev.opensipsmcp.mi.replay.Nodes;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS: who is trusted, and what is said when somebody is not. */
@Timeout(120)
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path directory;

  @BeforeAll
  static void makeCertificate() throws Exception {
    keytool(
        "-genkeypair -alias node -keyalg EC -dname CN=node -ext san=dns:localhost -validity 2"
            + " -storepass changeit -keystore node.p12");
    keytool("-exportcert -rfc -alias node -storepass changeit -keystore node.p12 -file ca.pem");
  }

  private static void keytool(String arguments) throws Exception {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder((program + ' ' + arguments).split(" "))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private static HttpNode node() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve("node.p12"))) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    ServerSocket socket =
        context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    String which = Nodes.which("3.6");
    return HttpNode.start(
        socket,
        call ->
            call.method().equals("version")
                ? call.result("{\"Server\":\"OpenSIPS (3.6.8)\"}")
                : call.result(which));
  }

  private static MiResult<MiNode> ask(String host, int port, Optional<Path> authorities) {
    URI url = URI.create("https://" + host + ":" + port + "/mi");
    MiEndpoint endpoint = new MiEndpoint.Http(url, Optional.empty(), authorities);
    try (MiClient client = MiClient.of(endpoint, Nodes.SETTINGS)) {
      return client.node();
    }
  }

  private static Optional<Path> ownAuthority() {
    return Optional.of(directory.resolve("ca.pem"));
  }

  @Test
  void aNodeWithACertificateOfTheGivenAuthorityIsTrusted() throws Exception {
    try (HttpNode node = node()) {
      assertThat(value(ask("localhost", node.port(), ownAuthority())).server()).contains("3.6.8");
    }
  }

  @Test
  void anUnknownAuthorityIsNotTrustedAndThePemFileIsOffered() throws Exception {
    try (HttpNode node = node()) {
      MiError.Unreachable error =
          error(ask("localhost", node.port(), Optional.empty()), MiError.Unreachable.class);
      assertThat(error.cause()).contains("not from a trusted authority");
      assertThat(error.nextStep()).contains("PEM");
      assertThat(node.calls()).isEmpty();
    }
  }

  @Test
  void aPortThatAnswersNoHandshakeIsSaidToSpeakNoTls() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      MiError.Unreachable error =
          error(ask("localhost", silent.getLocalPort(), ownAuthority()), MiError.Unreachable.class);
      assertThat(error.cause()).contains("no TLS handshake");
      assertThat(error.nextStep()).contains("http://");
    }
  }

  @Test
  void aCertificateForAnotherHostIsRefused() throws Exception {
    try (HttpNode node = node()) {
      MiError.Unreachable error =
          error(ask("127.0.0.1", node.port(), ownAuthority()), MiError.Unreachable.class);
      assertThat(error.cause()).contains("certificate");
      assertThat(node.calls()).isEmpty();
    }
  }

  @Test
  void aPlainHttpPortIsToldFromHttps() throws Exception {
    try (HttpNode node = HttpNode.start(call -> HttpNode.Played.of("HTTP/1.1 400 Bad\r\n\r\n"))) {
      MiError error = error(ask("localhost", node.port(), ownAuthority()), MiError.class);
      assertThat(error.code()).isEqualTo("MI_UNREACHABLE");
    }
  }

  @Test
  void anUnreadableAuthorityFileIsNamed() {
    MiError.Unreachable error =
        error(
            ask("localhost", 1, Optional.of(directory.resolve("none.pem"))),
            MiError.Unreachable.class);
    assertThat(error.cause()).contains("none.pem");
  }
}
