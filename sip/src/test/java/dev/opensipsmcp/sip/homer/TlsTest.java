package dev.opensipsmcp.sip.homer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.lab.homer.HomerLab;
import dev.opensipsmcp.lab.homer.HomerLabSettings;
import dev.opensipsmcp.lab.homer.HomerLabSettings.Generation;
import dev.opensipsmcp.sip.trace.TraceError.Kind;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server over TLS is believed when its authority is trusted, and not otherwise. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path directory;

  private void keytool(String arguments) throws Exception {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder((program + ' ' + arguments).split(" "))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private SSLContext server() throws Exception {
    keytool(
        "-genkeypair -alias homer -keyalg EC -dname CN=homer -ext san=ip:127.0.0.1 -validity 2"
            + " -storepass changeit -keystore homer.p12");
    keytool("-exportcert -rfc -alias homer -storepass changeit -keystore homer.p12 -file ca.pem");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve("homer.p12"))) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void theFileSaysWhomToTrust() throws Exception {
    try (HomerLab lab = HomerLab.start(HomerLabSettings.of(Generation.V3).over(server()))) {
      assertThat(lab.url().getScheme()).isEqualTo("https");
      try (Homer homer = Homer.open(access(lab, Optional.of(directory.resolve("ca.pem"))))) {
        assertThat(Traffic.value(homer.health(Watch.NONE)).api()).isEqualTo("v3");
      }
      try (Homer homer = Homer.open(access(lab, Optional.empty()))) {
        assertThat(Traffic.error(homer.health(Watch.NONE)).message()).contains("certificate");
      }
      try (Homer homer = Homer.open(access(lab, Optional.of(directory.resolve("none.pem"))))) {
        assertThat(Traffic.error(homer.health(Watch.NONE)).kind()).isEqualTo(Kind.UNREADABLE);
      }
    }
  }

  private static HomerAccess access(HomerLab lab, Optional<Path> certificates) {
    return new HomerAccess(
        lab.url(),
        HomerAccess.Api.AUTO,
        new HomerAccess.Login("admin", "sipcapture"),
        certificates,
        Duration.ofSeconds(60),
        1 << 20);
  }
}
