package dev.opensipsmcp.sip.homer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.lab.homer.HomerLab;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Asks a server as one who knows nothing of its traps. In its texts ' stands for a double quote and
 * ` for a single one.
 */
final class NaiveClient implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final HomerLab lab;
  private final String bearer;

  NaiveClient(HomerLab lab, String login) throws IOException, InterruptedException {
    this.lab = lab;
    JsonObject answer =
        json(raw("POST", login, "{'username': 'admin', 'password': 'sipcapture'}", ""));
    JsonObject holder = answer.has("data") ? answer.getAsJsonObject("data") : answer;
    this.bearer = holder.get("token").getAsString();
  }

  HttpResponse<byte[]> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return raw(method, path, body, bearer);
  }

  HttpResponse<byte[]> raw(String method, String path, String body, String bearer)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(lab.url().resolve(path))
            .method(
                method,
                HttpRequest.BodyPublishers.ofString(body.replace('\'', '"').replace('`', '\'')));
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  static JsonObject json(HttpResponse<byte[]> response) {
    return JsonParser.parseString(new String(response.body(), StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  /** {@return how many rows a v3 search finds} */
  int rows(String conditions) throws IOException, InterruptedException {
    return rows("1_call", conditions, "'from': 1795175940000, 'to': 1795179600000");
  }

  int rows(String profile, String conditions, String stamp)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        send(
            "POST",
            "/api/v3/search/call/data",
            "{'param': {'search': {'"
                + profile
                + "': ["
                + conditions
                + "]}}, 'timestamp': {"
                + stamp
                + "}}");
    return response.statusCode() == 201 ? json(response).get("total").getAsInt() : -1;
  }

  @Override
  public void close() {
    http.close();
  }
}
