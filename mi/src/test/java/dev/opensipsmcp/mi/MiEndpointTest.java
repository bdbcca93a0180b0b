package dev.opensipsmcp.mi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiEndpointTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8888/mi,http://127.0.0.1:8888/mi",
    "http://127.0.0.1:8888,http://127.0.0.1:8888/mi",
    "http://127.0.0.1:8888/,http://127.0.0.1:8888/mi",
    "HTTPS://sip.example.org/opensips/mi?x=1,https://sip.example.org/opensips/mi?x=1",
    "http://[::1]:8888/mi,http://[::1]:8888/mi",
  })
  void httpIsTheUrlAndMiWithoutAPath(String text, String url) {
    assertThat(MiEndpoint.parse(text))
        .isEqualTo(new MiEndpoint.Http(URI.create(url), Optional.empty(), Optional.empty()));
  }

  @Test
  void credentialsAreTakenOutOfTheUrl() {
    MiEndpoint.Http endpoint =
        (MiEndpoint.Http) MiEndpoint.parse("https://a%40b:s%3Ae+c@node.example.org/mi");
    assertThat(endpoint.url()).hasToString("https://node.example.org/mi");
    assertThat(endpoint.credentials()).contains(new MiEndpoint.Credentials("a@b", "s:e+c"));
  }

  @Test
  void localChannelsArePaths() {
    assertThat(MiEndpoint.parse("udp://127.0.0.1:8080"))
        .isEqualTo(new MiEndpoint.Udp("127.0.0.1", 8080));
    assertThat(MiEndpoint.parse("udp://[::1]:8080")).isEqualTo(new MiEndpoint.Udp("::1", 8080));
    assertThat(MiEndpoint.parse("unix:///run/opensips/mi.sock"))
        .isEqualTo(new MiEndpoint.UnixDatagram(Path.of("/run/opensips/mi.sock")));
    assertThat(MiEndpoint.parse("fifo:///run/opensips/fifo?reply_dir=/run/opensips/reply"))
        .isEqualTo(
            new MiEndpoint.Fifo(Path.of("/run/opensips/fifo"), Path.of("/run/opensips/reply")));
    assertThat(MiEndpoint.parse("fifo:///tmp/opensips_fifo"))
        .isEqualTo(new MiEndpoint.Fifo(Path.of("/tmp/opensips_fifo"), Path.of("/tmp")));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8888/mi,no URL",
    "/mi,no scheme",
    "ftp://host/mi,unknown scheme ftp",
    "http:///mi,no host",
    "http://under_score:70000/mi,host",
    "http://host:99999/mi,out of range",
    "http://user@host/mi,without a password",
    "http://user:geheim@ho st/mi,no URL",
    "udp://127.0.0.1,no port",
    "unix://run/mi.sock,absolute path",
    "fifo:///f?dir=/x,reply_dir",
  })
  void aMalformedAddressSaysWhatIsWrongAndRepeatsNoSecret(String text, String what) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MiEndpoint.parse(text))
        .withMessageContaining(what)
        .withMessageContaining("http://host:port/mi")
        .withMessageNotContaining("geheim");
  }
}
