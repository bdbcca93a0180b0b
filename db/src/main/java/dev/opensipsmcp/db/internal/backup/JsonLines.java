package dev.opensipsmcp.db.internal.backup;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.Writer;

/** Makes writers of many values, one behind the other. */
final class JsonLines {
  private JsonLines() {}

  static JsonWriter writer(Writer out) {
    JsonWriter json = new JsonWriter(out);
    json.setStrictness(Strictness.LENIENT);
    json.setFormattingStyle(FormattingStyle.COMPACT);
    json.setSerializeNulls(true);
    json.setHtmlSafe(false);
    return json;
  }
}
