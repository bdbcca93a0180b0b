package dev.opensipsmcp.server.toolset.config;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.report.ConfigSecrets;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Schema;

/** Part of a long text, whole lines as far as a result holds them, and where to go on. */
public final class TextPart {
  /** Characters of a part, with room for what JSON adds and for what stands beside it. */
  private static final int CHARS = 12_000;

  /** The argument that says where a part begins. */
  public static final Schema.Property FROM =
      Schema.optional(
          "from_line", Schema.integer("First line of the text to return").atLeast(1).byDefault(1));

  private TextPart() {}

  /** Adds {@code text}, {@code lines} and, where more follows, {@code next_line}. */
  public static void add(JsonObject json, String text, Arguments arguments) {
    add(json, "text", text, arguments.integer("from_line", 1));
  }

  /** Secrets go first: what remains of a cut one could not be told any more. */
  private static void add(JsonObject json, String name, String whole, int from) {
    String text = ConfigSecrets.without(whole);
    int line = 1;
    int at = 0;
    while (line < from && at < text.length()) {
      at = behindLine(text, at);
      line++;
    }
    int start = at;
    int shown = line;
    int left = CHARS;
    while (at < text.length()) {
      int end = behindLine(text, at);
      left -= end - at + 2;
      if (left < 0 && at > start) {
        break;
      }
      at = end;
      shown++;
    }
    json.addProperty(name, text.substring(start, at));
    json.addProperty("lines", lines(text));
    if (at < text.length()) {
      json.addProperty("next_line", shown);
    }
  }

  private static int behindLine(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  private static int lines(String text) {
    int lines = 0;
    for (int at = 0; at < text.length(); at = behindLine(text, at)) {
      lines++;
    }
    return lines;
  }

  /** {@return the schema of a result that has such a part} */
  public static Schema.Property[] with(Schema.Property... more) {
    Schema.Property[] all = new Schema.Property[more.length + 3];
    System.arraycopy(more, 0, all, 0, more.length);
    all[more.length] = Schema.required("text", Schema.text("The text from from_line on"));
    all[more.length + 1] = Schema.required("lines", Schema.integer("Lines of all"));
    all[more.length + 2] =
        Schema.optional("next_line", Schema.integer("from_line of what follows"));
    return all;
  }
}
