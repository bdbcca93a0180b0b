package dev.opensipsmcp.server.toolset.database;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.schema.Step;
import dev.opensipsmcp.server.toolset.common.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Shows steps as SQL, as far as a person reads, and tells them apart from others. */
final class SqlText {
  private static final int READABLE = 12_000;

  private SqlText() {}

  /** Adds the statements, up to what a person reads, and how many there are in all. */
  static void add(JsonObject json, List<? extends Step> steps) {
    JsonArray sql = new JsonArray();
    int length = 0;
    int all = 0;
    for (Step step : steps) {
      for (String statement : step.sql()) {
        all++;
        length += statement.length();
        if (length <= READABLE) {
          sql.add(statement + ";");
        }
      }
    }
    json.add("sql", sql);
    json.addProperty("statements", all);
  }

  static JsonArray whats(List<? extends Step> steps) {
    return Json.texts(steps.stream().map(Step::what).toList());
  }

  /** {@return a short word that differs when the statements do} */
  static String digest(List<? extends Step> steps) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Step step : steps) {
        step.sql().forEach(one -> digest.update(one.getBytes(StandardCharsets.UTF_8)));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
