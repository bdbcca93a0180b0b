package dev.opensipsmcp.sip.homer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensipsmcp.lab.homer.HomerFault;
import dev.opensipsmcp.lab.homer.HomerLab;
import dev.opensipsmcp.lab.homer.HomerLabSettings;
import dev.opensipsmcp.lab.homer.HomerLabSettings.Generation;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TraceError;
import dev.opensipsmcp.sip.trace.TraceError.Kind;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server, or what stands before it, fails in every way; the client says how, and goes on. */
class V3FaultsTest {
  private static final String SECRET = "sipcapture";
  private static final String SEARCH = "/search/call/data";
  private final HomerLab lab = Traffic.lab(Generation.V3);
  private final Homer homer = Homer.open(Traffic.access(lab));

  @BeforeEach
  void aCall() {
    Traffic.refused(lab, "one@h", "100", "200", Traffic.NOON, 486);
  }

  @AfterEach
  void close() {
    homer.close();
    lab.close();
  }

  private Found<List<CallSummary>> calls() {
    return homer.calls(CallSearch.of(Traffic.HOUR, 10), Watch.NONE);
  }

  private TraceError failed(String path, HomerFault fault) {
    lab.next(path, 1, fault);
    TraceError error = Traffic.error(calls());
    assertThat(Traffic.value(calls())).as("it goes on").hasSize(1);
    return error;
  }

  @Test
  void brokenConnectionsAndAnswersAreTold() {
    assertThat(failed(SEARCH, new HomerFault.Drop()).kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failed(SEARCH, new HomerFault.Cut(40)).kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failed(SEARCH, new HomerFault.Instead(201, "application/json", "{\"data\": [")))
        .extracting(TraceError::kind)
        .isEqualTo(Kind.WRONG_ANSWER);
    assertThat(failed(SEARCH, new HomerFault.Instead(200, "text/html", "<html>hello</html>")))
        .extracting(TraceError::kind)
        .isEqualTo(Kind.WRONG_ANSWER);
    assertThat(
            failed(SEARCH, new HomerFault.Instead(502, "text/html", "<html>no</html>")).message())
        .contains("HTTP 502");
    assertThat(
            failed(
                SEARCH,
                new HomerFault.Instead(
                    503, "application/json", "{\"data\":{},\"message\":\"database\\u0000down\"}")))
        .satisfies(error -> assertThat(error.kind()).isEqualTo(Kind.REFUSED))
        .satisfies(error -> assertThat(error.message()).contains("HTTP 503: database down"));
  }

  @Test
  void answersWithoutEndAreBrokenOff() {
    assertThat(failed(SEARCH, new HomerFault.Endless()).kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(
            failed(
                    SEARCH,
                    new HomerFault.Instead(
                        201, "application/json", "{\"data\": " + "[".repeat(300_000)))
                .kind())
        .isEqualTo(Kind.WRONG_ANSWER);
  }

  @Test
  void redirectsAreNotFollowed() {
    try (HomerLab other = Traffic.lab(Generation.V3)) {
      String elsewhere = other.url() + "/api/v3" + SEARCH;
      TraceError error = failed(SEARCH, new HomerFault.Redirect(elsewhere));

      assertThat(error.kind()).isEqualTo(Kind.WRONG_ANSWER);
      assertThat(error.message()).contains("sends elsewhere");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void silenceEndsInTimeAndWithTheCaller() {
    HomerAccess patient = Traffic.access(lab);
    HomerAccess hasty =
        new HomerAccess(
            patient.url(),
            HomerAccess.Api.V3,
            patient.credentials(),
            Optional.empty(),
            Duration.ofMillis(300),
            patient.most());
    try (Homer client = Homer.open(hasty)) {
      lab.next(SEARCH, 1, new HomerFault.Silence());
      lab.next(SEARCH, 1, new HomerFault.Stall());
      CallSearch search = CallSearch.of(Traffic.HOUR, 10);
      assertThat(Traffic.error(client.calls(search, Watch.NONE)).kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(Traffic.error(client.calls(search, Watch.NONE)).kind()).isEqualTo(Kind.TIMEOUT);
    }
    lab.next(SEARCH, 1, new HomerFault.Silence());
    Watch withdrawn =
        new Watch() {
          @Override
          public void progress(double done, double total) {}

          @Override
          public boolean cancelled() {
            return lab.requests(SEARCH) > 2;
          }
        };
    assertThat(Traffic.error(homer.calls(CallSearch.of(Traffic.HOUR, 10), withdrawn)).kind())
        .isEqualTo(Kind.CANCELLED);
  }

  @Test
  void aTokenIsRenewedOnceAndNeverInALoop() {
    assertThat(Traffic.value(calls())).hasSize(1);
    assertThat(lab.requests("/auth")).isEqualTo(1);

    lab.next(SEARCH, 1, new HomerFault.ForgetTokens());
    assertThat(Traffic.value(calls())).hasSize(1);
    assertThat(lab.requests("/auth")).isEqualTo(2);

    HomerFault never =
        new HomerFault.Instead(401, "application/json", "{\"message\":\"invalid or expired jwt\"}");
    lab.next(SEARCH, 2, never);
    assertThat(Traffic.error(calls()).kind()).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(lab.requests("/auth")).isEqualTo(3);
  }

  @Test
  void wrongCredentialsAreToldWithoutThem() {
    for (HomerAccess.Credentials wrong :
        List.of(
            new HomerAccess.Login("admin", "wrong-" + SECRET),
            new HomerAccess.Token("token-" + SECRET),
            new HomerAccess.Nobody())) {
      HomerAccess access = Traffic.access(lab, wrong);
      try (Homer client = Homer.open(access)) {
        TraceError error = Traffic.error(client.health(Watch.NONE));
        assertThat(error.kind()).isEqualTo(Kind.UNAUTHORIZED);
        assertThat(error + " " + client + " " + access + " " + wrong).doesNotContain(SECRET);
      }
    }
    lab.next(
        "/auth",
        1,
        new HomerFault.Instead(401, "application/json", "{\"message\":\"no sipcapture\"}"));
    assertThat(Traffic.error(calls()).message()).doesNotContain(SECRET).contains("no ***");
  }

  @Test
  void aStaticTokenNeedsNoLogin() {
    try (HomerLab open = HomerLab.start(HomerLabSettings.of(Generation.V3).withToken("t0ken"));
        Homer client = Homer.open(Traffic.access(open, new HomerAccess.Token("t0ken")))) {
      assertThat(Traffic.value(client.health(Watch.NONE)).api()).isEqualTo("v3");
      assertThat(open.requests("/auth")).isZero();
    }
    assertThatThrownBy(
            () -> Homer.open(Traffic.access(lab, new HomerAccess.Token("a\r\nX-Other: b"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("X-Other");
  }

  @Test
  void nobodyThereOrNoHomer() {
    HomerAccess access = Traffic.access(lab);
    lab.close();
    try (Homer client = Homer.open(access)) {
      assertThat(Traffic.error(client.health(Watch.NONE)).kind()).isEqualTo(Kind.UNREACHABLE);
    }
    try (HomerLab page = Traffic.lab(Generation.V3);
        Homer client =
            Homer.open(
                new HomerAccess(
                    URI.create(page.url() + "/somewhere/"),
                    HomerAccess.Api.AUTO,
                    new HomerAccess.Nobody(),
                    Optional.empty(),
                    Duration.ofSeconds(20),
                    1_000))) {
      assertThat(Traffic.error(client.health(Watch.NONE)).message())
          .contains("neither the API v3 nor v4");
    }
    assertThatThrownBy(() ->
            Homer.open(
                new HomerAccess(
                    URI.create("ftp://host/"),
                    HomerAccess.Api.V3,
                    new HomerAccess.Nobody(),
                    Optional.empty(),
                    Duration.ofSeconds(1),
                    1_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void exportsAreBoundedAndHeldAgainstTheirForm() {
    String path = "/export/call/messages/pcap";
    assertThat(exported(new ByteArrayOutputStream(), 30).kind()).isEqualTo(Kind.TOO_LARGE);
    lab.next(path, 1, new HomerFault.Instead(200, "application/octet-stream", "x".repeat(50)));
    assertThat(exported(new ByteArrayOutputStream(), 1_000).kind()).isEqualTo(Kind.WRONG_ANSWER);
    lab.next(path, 1, new HomerFault.Cut(100));
    assertThat(exported(new ByteArrayOutputStream(), 5_000).kind()).isEqualTo(Kind.UNREACHABLE);
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("the disk is full");
          }
        };
    assertThat(exported(full, 5_000).message()).contains("could not be written here");
    lab.next("/text", 1, new HomerFault.Instead(200, "text/html", "<!doctype html>login"));
    assertThat(
            Traffic.error(
                    homer.export(
                        ExportFormat.TEXT,
                        List.of("one@h"),
                        Traffic.HOUR,
                        new ByteArrayOutputStream(),
                        5_000,
                        Watch.NONE))
                .kind())
        .isEqualTo(Kind.WRONG_ANSWER);
  }

  private TraceError exported(OutputStream sink, long most) {
    return Traffic.error(
        homer.export(ExportFormat.PCAP, List.of("one@h"), Traffic.HOUR, sink, most, Watch.NONE));
  }
}
