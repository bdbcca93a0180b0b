package dev.opensipsmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mcp.Authenticator.Verdict;
import dev.opensipsmcp.mcp.Limits;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a request comes from, and what the host learns of it. */
class CallerTest {
  private static final String TOKEN = "correct-horse";

  private final Rig rig =
      new Rig(Rig.settings(CallerTest::authenticate), Limits.defaults(), Rig.FAST);

  @AfterEach
  void close() {
    rig.close();
  }

  private static Verdict authenticate(Optional<String> token) {
    return token.filter(TOKEN::equals).isPresent()
        ? new Verdict.Accepted("alice", Map.of("role", "operator"))
        : new Verdict.Refused("A valid token is needed.");
  }

  @Test
  void withoutATokenTheClientLearnsHowToSendOne() throws Exception {
    HttpResponse<String> response = rig.send(rig.call("echo"));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"mcp\"");
    assertThat(response.body()).contains("A valid token is needed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer correct-horse2", "Bearer ", "Basic Y29ycmVjdA=="})
  void aWrongTokenIsRefused(String authorization) throws Exception {
    HttpResponse<String> response =
        rig.send(rig.call("echo").header("Authorization", authorization));
    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void everyRouteAsksForTheToken() throws Exception {
    for (String path : new String[] {"/mcp", "/mcp/below", "/sse"}) {
      assertThat(rig.send(HttpRequest.newBuilder(rig.uri(path)).GET()).statusCode()).isEqualTo(401);
    }
    assertThat(rig.send(rig.request("/mcp").DELETE()).statusCode()).isEqualTo(401);
    assertThat(rig.send(rig.request("/messages").POST(BodyPublishers.noBody())).statusCode())
        .isEqualTo(401);
  }

  @Test
  void theBodyOfARefusedRequestIsNotWaitedFor() throws Exception {
    try (RawClient client = new RawClient(rig.listener.uri())) {
      client.lines("POST /mcp HTTP/1.1", "Host: localhost", "Content-Length: 1000", "");
      assertThat(client.status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer correct-horse", "bearer  correct-horse"})
  void theHostLearnsWhoItIsButNeverTheToken(String authorization) throws Exception {
    String caller =
        rig.send(
                rig.call("caller")
                    .header("Authorization", authorization)
                    .header("X-Toolsets", "dialogs"))
            .body();
    assertThat(caller)
        .contains("subject=alice", "transport=http", "x-toolsets=dialogs", "role=operator")
        .doesNotContain(TOKEN);
  }

  @Test
  void aHeaderCanNotPassForTheRole() throws Exception {
    String caller =
        rig.send(
                rig.call("caller")
                    .header("Authorization", "Bearer " + TOKEN)
                    .header("Role", "admin"))
            .body();
    assertThat(caller).contains("role=operator").doesNotContain("admin");
  }

  @Test
  void headersThatNobodyAskedForStayOutside() throws Exception {
    String caller =
        rig.send(
                rig.call("caller")
                    .header("Authorization", "Bearer " + TOKEN)
                    .header("X-Other", "secret"))
            .body();
    assertThat(caller).doesNotContain("x-other", "secret");
  }

  @Test
  void theHostLearnsThePathBelowTheEndpoint() throws Exception {
    assertThat(pathSeen("/mcp")).contains("path=,").doesNotContain("path=/");
    assertThat(pathSeen("/mcp/")).contains("path=,");
    assertThat(pathSeen("/mcp/readonly")).contains("path=readonly,");
    assertThat(pathSeen("/mcp/a/b/")).contains("path=a/b,");
    assertThat(pathSeen("/mcp/x/../readonly")).contains("path=readonly,");
  }

  private String pathSeen(String path) throws Exception {
    return rig.send(
            rig.call("caller").uri(rig.uri(path)).header("Authorization", "Bearer " + TOKEN))
        .body()
        .replace("}", ",");
  }
}
