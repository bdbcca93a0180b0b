package dev.opensipsmcp.server.reversal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.gate.GateReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A secret that goes into a row comes out by no tool, and stands in no file of the server. */
class PlantedSecretsTest {
  private static final String SHORT = "Pq7-x9!z";
  private static final String LONG = "Planted-Secret-77";
  private static final String KEY = "UExBTlRFRC1LRVktQk9EWS0wMTIz";
  private static final String IN_URL = "PlantedUrlWord55";

  @TempDir Path directory;

  private final List<String> heard = new ArrayList<>();

  private static Stream<DatabaseKind> kinds() {
    return DatabaseKind.available().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noSecretComesBackByAnyWay(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.of(kind).withSchema(Version.V3_6);
        Stage stage = new Stage(Version.V3_6, database.database(), directory)) {
      plant();
      List<RowSample> samples =
          RowSample.all().stream()
              .filter(sample -> sample.version() == Version.V3_6)
              .filter(sample -> (sample.create() + " " + sample.update()).contains("_from\":"))
              .toList();
      assertThat(samples).hasSizeGreaterThan(6);

      for (RowSample sample : samples) {
        sample.first().forEach(call -> call(stage, call.tool(), call.arguments()));
        live(stage, sample);
      }
      ask(stage);
      assertThat(database.query("SELECT ha1 FROM subscriber").toString())
          .as("the secret reached its row")
          .contains(md5("dora:example.org:" + LONG));
    }

    for (String secret : List.of(SHORT, LONG, KEY, IN_URL, md5("dora:example.org:" + LONG))) {
      assertThat(heard).as("told").noneMatch(reply -> reply.contains(secret));
      for (Path file : files()) {
        assertThat(Files.readString(file, ISO_8859_1)).as(file.toString()).doesNotContain(secret);
      }
    }
    assertThat(heard).as("the calls worked").anyMatch(reply -> reply.contains("change_id"));
  }

  private void plant() throws IOException {
    Path given = directory.resolve("given");
    Files.writeString(given.resolve("short"), SHORT + "\n");
    Files.writeString(given.resolve("other"), LONG + "\n");
    Files.writeString(
        given.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + KEY + "\n-----END PRIVATE KEY-----\n");
    Files.writeString(given.resolve("url"), "mysql://opensips:" + IN_URL + "@127.0.0.1/opensips\n");
  }

  /** All that happens to a row: planned, made, made again in vain, seen, changed, gone, back. */
  private void live(Stage stage, RowSample sample) {
    String entity = sample.entity();
    JsonObject create = given(sample.create());
    JsonObject plan = create.deepCopy();
    plan.addProperty("dry_run", true);
    call(stage, entity + "_create", plan);
    GateReply made = call(stage, entity + "_create", create);
    assertThat(made).as(entity).isInstanceOf(GateReply.Done.class);
    call(stage, entity + "_create", create);
    call(stage, entity + "_list", new JsonObject());
    JsonObject row = row(made);
    String id = row.has("id") ? "id" : row.keySet().iterator().next();
    JsonObject which = new JsonObject();
    which.add(id, row.get(id));
    call(stage, entity + "_get", which);
    JsonObject change = given(sample.update());
    change.add(id, row.get(id));
    GateReply changed = call(stage, entity + "_update", change);
    GateReply gone = call(stage, entity + "_delete", which);
    for (GateReply reply : List.of(gone, changed)) {
      JsonObject named = new JsonObject();
      named.add("change_id", ((GateReply.Done) reply).envelope().get("change_id"));
      call(stage, "change_show", named);
      call(stage, "change_revert", named);
    }
  }

  /** Asks for them in every way that a caller might try. */
  private void ask(Stage stage) {
    call(stage, "change_list", new JsonObject());
    for (String sql :
        List.of(
            "SELECT * FROM subscriber",
            "SELECT ha1 FROM subscriber",
            "SELECT id FROM smpp WHERE password = '" + SHORT + "'",
            "SELECT private_key FROM tls_mgm")) {
      JsonObject query = new JsonObject();
      query.addProperty("sql", sql);
      call(stage, "db_query", query);
    }
    JsonObject clear = new JsonObject();
    clear.addProperty("username", "eve");
    clear.addProperty("domain", "example.org");
    clear.addProperty("password", LONG);
    assertThat(call(stage, "subscriber_create", clear)).isInstanceOf(GateReply.Failed.class);
    JsonObject word = clear.deepCopy();
    word.remove("password");
    word.addProperty("password_from", LONG);
    assertThat(call(stage, "subscriber_create", word)).isInstanceOf(GateReply.Failed.class);
  }

  private GateReply call(Stage stage, String tool, JsonObject arguments) {
    GateReply reply = stage.call(tool, arguments);
    heard.add(reply.toString());
    return reply;
  }

  /** What the server makes up itself is told once, so that a file's secret takes its place. */
  private static JsonObject given(JsonObject arguments) {
    JsonObject given = arguments.deepCopy();
    for (String name : arguments.keySet()) {
      JsonElement value = arguments.get(name);
      if (value.isJsonPrimitive() && value.getAsString().equals("generate")) {
        given.addProperty(name, "file:other");
      }
    }
    return given;
  }

  private static JsonObject row(GateReply reply) {
    return ((GateReply.Done) reply)
        .envelope()
        .getAsJsonObject("data")
        .getAsJsonArray("rows")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("row");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(directory.resolve("given")))
          .filter(file -> !file.toString().contains(".db"))
          .toList();
    }
  }

  private static String md5(String text) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
  }
}
