package dev.opensipsmcp.server.reversal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A row that is created, changed and deleted.
 *
 * @param entity what kind of thing it is
 * @param version the version of node and database
 * @param first what has to be created before
 * @param create the arguments that create it
 * @param update the arguments that change it, beside those that name it
 * @param loaded whether the lab's module holds such rows in memory
 */
record RowSample(
    String entity,
    Version version,
    List<Sample.Call> first,
    JsonObject create,
    JsonObject update,
    boolean loaded) {

  /** {@return all samples} */
  static List<RowSample> all() {
    try (InputStream in =
        Objects.requireNonNull(
            RowSample.class.getResourceAsStream("/dev/opensipsmcp/server/rows.jsonl"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> of(JsonParser.parseString(line).getAsJsonObject()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RowSample of(JsonObject json) {
    List<Sample.Call> first = new ArrayList<>();
    if (json.has("first")) {
      for (JsonElement call : json.getAsJsonArray("first")) {
        first.add(Sample.Call.of(call.getAsJsonObject()));
      }
    }
    return new RowSample(
        json.get("entity").getAsString(),
        json.has("version")
            ? Version.parse(json.get("version").getAsString()).orElseThrow()
            : Version.V3_6,
        first,
        json.getAsJsonObject("create"),
        json.getAsJsonObject("update"),
        !json.has("loaded") || json.get("loaded").getAsBoolean());
  }

  @Override
  public String toString() {
    return entity;
  }
}
