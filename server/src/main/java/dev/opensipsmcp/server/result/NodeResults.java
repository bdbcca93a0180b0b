package dev.opensipsmcp.server.result;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.redact.Redactor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what several nodes came to into one envelope: {@code nodes} in place of {@code data}. */
public final class NodeResults {
  /** What the envelope takes beside its rows, and a row beside the envelope that it is made of. */
  private static final int FRAME = 700;

  private static final int ROW_FRAME = 40;
  private static final int TEXT_CHARS = 400;

  private final Redactor redactor;
  private final JsonArray rows = new JsonArray();
  private final List<String> failed = new ArrayList<>();
  private boolean truncated;

  /**
   * Makes an envelope without rows.
   *
   * @param redactor takes secrets out of errors; results are without them
   */
  public NodeResults(Redactor redactor) {
    this.redactor = redactor;
  }

  /**
   * {@return how many characters each of so many nodes' envelopes may have, in so large a result}
   */
  public static int share(int chars, int nodes) {
    return (chars - FRAME) / nodes - ROW_FRAME;
  }

  /**
   * Adds a node's result.
   *
   * @param node the node's name
   * @param envelope its result, within its share
   */
  public void add(String node, JsonObject envelope) {
    JsonObject row = new JsonObject();
    row.addProperty("instance", node);
    if (envelope.get("source") instanceof JsonObject source && source.has("version")) {
      row.add("version", source.get("version"));
    }
    row.addProperty("ok", true);
    for (String name : List.of("data", "truncated", "next_cursor", "warnings")) {
      JsonElement member = envelope.get(name);
      if (member != null && !(name.equals("warnings") && member.getAsJsonArray().isEmpty())) {
        row.add(name, member);
      }
    }
    truncated |= envelope.get("truncated").getAsBoolean();
    rows.add(row);
  }

  /** Adds a node that gave no result. */
  public void add(String node, String code, String cause, String nextStep) {
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("cause", shown(cause));
    error.addProperty("next_step", shown(nextStep));
    JsonObject row = new JsonObject();
    row.addProperty("instance", node);
    row.addProperty("ok", false);
    row.add("error", error);
    rows.add(row);
    failed.add(node);
  }

  /** {@return the envelope} */
  public JsonObject envelope(Instant time) {
    JsonObject envelope = new JsonObject();
    envelope.add("nodes", rows);
    envelope.addProperty("truncated", truncated);
    JsonArray warnings = new JsonArray();
    if (!failed.isEmpty()) {
      warnings.add(
          Envelope.shortened(
              failed.size()
                  + " of "
                  + rows.size()
                  + " nodes gave no result: "
                  + String.join(", ", failed)));
    }
    envelope.add("warnings", warnings);
    envelope.add("source", new Source(Optional.empty(), Optional.empty(), time).json());
    return envelope;
  }

  private String shown(String text) {
    String clean = redactor.redact(text);
    return clean.length() <= TEXT_CHARS ? clean : clean.substring(0, TEXT_CHARS) + "…";
  }
}
