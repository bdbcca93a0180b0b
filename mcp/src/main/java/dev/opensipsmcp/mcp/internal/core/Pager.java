package dev.opensipsmcp.mcp.internal.core;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Cuts lists into pages. A cursor names the last entry sent, so a list that changes between two
 * pages neither repeats nor loses an entry that stayed.
 */
final class Pager {
  private final int size;

  /**
   * Makes a pager.
   *
   * @param size entries a page
   */
  Pager(int size) {
    this.size = size;
  }

  /**
   * {@return one page}
   *
   * @param member the result's member that holds the entries, for example {@code tools}
   * @param key the member of an entry that identifies it
   * @param all every entry, in a stable order
   * @param params the request's parameters, with or without a {@code cursor}
   */
  Outcome page(String member, String key, List<JsonObject> all, JsonObject params) {
    int from = 0;
    if (params.has("cursor")) {
      from = after(params.get("cursor"), member, key, all);
      if (from < 0) {
        return Outcome.invalid(
            "The cursor is not one of this list, or its entry is gone; begin again without it.");
      }
    }
    int to = Math.min(all.size(), from + size);
    JsonArray entries = new JsonArray(to - from);
    for (int i = from; i < to; i++) {
      entries.add(all.get(i));
    }
    JsonObject result = new JsonObject();
    result.add(member, entries);
    if (to < all.size()) {
      result.addProperty("nextCursor", cursor(member, all.get(to - 1), key));
    }
    return new Outcome.Done(result);
  }

  private static int after(JsonElement cursor, String member, String key, List<JsonObject> all) {
    if (!(cursor instanceof JsonPrimitive text && text.isString())) {
      return -1;
    }
    for (int i = 0; i < all.size(); i++) {
      if (cursor(member, all.get(i), key).equals(text.getAsString())) {
        return i + 1;
      }
    }
    return -1;
  }

  private static String cursor(String member, JsonObject entry, String key) {
    String place = member + ' ' + entry.get(key).getAsString();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }
}
