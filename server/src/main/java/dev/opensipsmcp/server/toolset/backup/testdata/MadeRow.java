package dev.opensipsmcp.server.toolset.backup.testdata;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.server.toolset.common.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row that was made for tests, as it is known again: by what names it, and by a digest of all
 * that was set. A row that anybody changed since has another digest, and is nobody's test row any
 * more.
 *
 * @param batch what it was made with
 * @param where the database, without user and password
 * @param table its table
 * @param names the columns that name it, with their values
 * @param digest of all columns that were set
 */
record MadeRow(String batch, String where, String table, Map<String, String> names, String digest) {
  MadeRow {
    names = Map.copyOf(names);
  }

  static MadeRow of(String batch, String where, String table, Row set, Iterable<String> naming) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String column : naming) {
      names.put(column, set.text(column));
    }
    return new MadeRow(batch, where, table, names, digest(set));
  }

  /** {@return whether a row is still what was made} */
  boolean is(Row row, Iterable<String> set) {
    return digest(row.only(set)).equals(digest);
  }

  JsonObject json() {
    JsonObject json = Json.object("batch", batch);
    json.addProperty("where", where);
    json.addProperty("table", table);
    JsonObject naming = new JsonObject();
    names.forEach(naming::addProperty);
    json.add("names", naming);
    json.addProperty("digest", digest);
    return json;
  }

  static MadeRow of(JsonObject json) {
    Map<String, String> names = new LinkedHashMap<>();
    Json.object(json, "names")
        .asMap()
        .forEach((column, value) -> names.put(column, value.getAsString()));
    return new MadeRow(
        Json.text(json, "batch"),
        Json.text(json, "where"),
        Json.text(json, "table"),
        names,
        Json.text(json, "digest"));
  }

  /** Sorted by column, so that it does not matter in which order a database lists them. */
  private static String digest(Row set) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      set.values().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(one -> {
            String cell = one.getKey() + "=" + kind(one.getValue()) + one.getValue().shown() + "\n";
            digest.update(cell.getBytes(StandardCharsets.UTF_8));
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  private static String kind(Value value) {
    return value instanceof Value.Null ? "-" : "+";
  }
}
