package dev.opensipsmcp.server.result;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;

/**
 * Makes a value small enough: long lists keep their first items, long texts their beginning, and
 * what is small is kept whole.
 */
public final class Shrink {
  private static final String CUT = "…";
  private static final long EMPTY = 2;

  private Shrink() {}

  /** {@return the value, or a smaller one of at most {@code most} characters of JSON} */
  public static JsonElement to(JsonElement element, long most) {
    if (JsonSize.of(element) <= most) {
      return element;
    }
    return switch (element) {
      case JsonObject object -> object(object, most);
      case JsonArray array -> array(array, most);
      case JsonPrimitive primitive when primitive.isString() -> text(primitive, most);
      default -> JsonNull.INSTANCE;
    };
  }

  private static JsonElement text(JsonPrimitive primitive, long most) {
    String text = primitive.getAsString();
    long left = most - JsonSize.ofText(CUT);
    int end = 0;
    while (end < text.length() && left >= JsonSize.ofChar(text.charAt(end))) {
      left -= JsonSize.ofChar(text.charAt(end));
      end++;
    }
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return new JsonPrimitive(text.substring(0, end) + CUT);
  }

  private static JsonElement array(JsonArray array, long most) {
    JsonArray kept = new JsonArray();
    long left = most - EMPTY;
    for (JsonElement item : array) {
      long size = JsonSize.of(item) + (kept.isEmpty() ? 0 : 1);
      if (size > left) {
        break;
      }
      kept.add(item);
      left -= size;
    }
    if (kept.isEmpty() && left > JsonSize.ofText(CUT)) {
      kept.add(to(array.get(0), left));
    }
    return kept;
  }

  /** Gives every member an equal share; what small members do not use goes to the large ones. */
  private static JsonElement object(JsonObject object, long most) {
    String[] names = object.keySet().toArray(new String[0]);
    long[] sizes = new long[names.length];
    long frame = EMPTY + Math.max(0, names.length - 1);
    for (int i = 0; i < names.length; i++) {
      frame += JsonSize.ofText(names[i]) + 1;
      sizes[i] = JsonSize.of(object.get(names[i]));
    }
    long share = share(sizes, most - frame);
    JsonObject kept = new JsonObject();
    long used = EMPTY;
    for (int i = 0; i < names.length; i++) {
      JsonElement value = to(object.get(names[i]), share);
      long size = JsonSize.ofText(names[i]) + 1 + JsonSize.of(value) + (kept.isEmpty() ? 0 : 1);
      if (used + size <= most) {
        kept.add(names[i], value);
        used += size;
      }
    }
    return kept;
  }

  /** {@return the largest size at which all values, cut to it, fit into {@code most} together} */
  private static long share(long[] sizes, long most) {
    long[] ascending = sizes.clone();
    Arrays.sort(ascending);
    long left = Math.max(0, most);
    for (int i = 0; i < ascending.length; i++) {
      long equal = left / (ascending.length - i);
      if (ascending[i] > equal) {
        return equal;
      }
      left -= ascending[i];
    }
    return left;
  }
}
