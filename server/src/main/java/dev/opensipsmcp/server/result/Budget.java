package dev.opensipsmcp.server.result;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.tool.Attachment;
import dev.opensipsmcp.server.tool.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the envelope of a result: without secrets, with the fields asked for, and no larger than
 * the cap. Rows are cut between two rows, with a cursor for the rest; a single value is shortened.
 */
public final class Budget {
  /** Below this the frame itself would not fit. */
  public static final int LEAST_CHARS = 1_000;

  /** A colon and a comma. */
  private static final int SEPARATORS = 2;

  private final int chars;
  private final Redactor redactor;

  /**
   * Makes a budget.
   *
   * @param chars the most characters of an envelope's JSON; at least {@link #LEAST_CHARS}
   * @param redactor takes the secrets out first
   */
  public Budget(int chars, Redactor redactor) {
    if (chars < LEAST_CHARS) {
      throw new IllegalArgumentException("A result needs at least " + LEAST_CHARS + " characters");
    }
    this.chars = chars;
    this.redactor = redactor;
  }

  /** {@return the envelope of one value} */
  public JsonObject fit(Outcome.Value value, Fields fields, Source source) {
    JsonElement clean = fields.of(redactor.redact(value.data()));
    if (value.shownOnce().isEmpty()) {
      return inlined(whole(clean, value.warnings(), source, chars), value.attachment());
    }
    JsonObject shown = new JsonObject();
    value.shownOnce().forEach((name, secret) -> shown.addProperty(name, secret.reveal()));
    long left = chars - JsonSize.of(shown) - Outcome.Value.SHOWN_ONCE.length() - 4;
    JsonObject envelope = whole(clean, value.warnings(), source, left);
    envelope.getAsJsonObject("data").add(Outcome.Value.SHOWN_ONCE, shown);
    return envelope;
  }

  /** Bytes cut short are none, so they go in whole or not at all. */
  private JsonObject inlined(JsonObject envelope, Optional<Attachment> attachment) {
    String name = attachment.flatMap(Attachment::inline).orElse("");
    String bytes = attachment.flatMap(Attachment::base64).orElse("");
    long size = JsonSize.of(envelope) + JsonSize.ofText(name) + JsonSize.ofText(bytes) + SEPARATORS;
    if (!name.isEmpty()
        && !bytes.isEmpty()
        && size <= chars
        && envelope.get("data") instanceof JsonObject data) {
      data.addProperty(name, bytes);
    }
    return envelope;
  }

  /** {@return the envelope of a plan that was asked for only to be seen} */
  public JsonObject plan(JsonObject plan, Source source) {
    return whole(redactor.redact(plan), List.of("Nothing was changed"), source, chars);
  }

  /** {@return the envelope of a page of rows} */
  public JsonObject fit(Outcome.Rows rows, Fields fields, Source source) {
    List<String> warnings = clean(rows.warnings());
    JsonArray kept = new JsonArray();
    long left = chars - frame(rows, warnings, source);
    for (JsonObject row : rows.rows()) {
      JsonObject clean = fields.of(redactor.redact(row));
      long size = JsonSize.of(clean) + 1;
      if (size > left) {
        break;
      }
      kept.add(clean);
      left -= size;
    }
    boolean shortened = kept.isEmpty() && !rows.rows().isEmpty();
    if (shortened) {
      kept.add(Shrink.to(fields.of(redactor.redact(rows.rows().getFirst())), left));
    }
    return page(rows, kept, shortened, warnings, source);
  }

  private static JsonObject page(
      Outcome.Rows rows, JsonArray kept, boolean shortened, List<String> warnings, Source source) {
    boolean cut = kept.size() < rows.rows().size();
    List<String> all = new ArrayList<>(warnings);
    if (shortened) {
      all.addFirst(tooLarge("The row"));
    }
    if (cut) {
      all.addFirst(cutWarning(kept.size(), rows.rows().size()));
    }
    boolean more = cut || rows.more();
    JsonObject envelope = Envelope.of(kept, more || shortened, all, source);
    if (more && !kept.isEmpty()) {
      Envelope.continueAt(envelope, rows.cursorAfter().apply(kept.size()));
    }
    return envelope;
  }

  /** The most that everything but the rows can take. */
  private static long frame(Outcome.Rows rows, List<String> warnings, Source source) {
    List<String> all = new ArrayList<>(warnings);
    all.add(tooLarge("The row"));
    all.add(cutWarning(rows.rows().size(), rows.rows().size()));
    JsonObject envelope = Envelope.of(new JsonArray(), true, all, source);
    // Cursors of one list are about equally long; the slack covers those that grow.
    String longest = rows.rows().isEmpty() ? "" : rows.cursorAfter().apply(rows.rows().size());
    Envelope.continueAt(envelope, longest + longest + "                ");
    return JsonSize.of(envelope);
  }

  private JsonObject whole(JsonElement content, List<String> warnings, Source source, long most) {
    List<String> clean = clean(warnings);
    JsonObject envelope = Envelope.of(content, false, clean, source);
    if (JsonSize.of(envelope) <= most) {
      return envelope;
    }
    List<String> all = new ArrayList<>(clean);
    all.addFirst(tooLarge("The result"));
    long frame = JsonSize.of(Envelope.of(new JsonObject(), true, all, source));
    JsonElement shorter = Shrink.to(content, Math.max(0, most - frame));
    return Envelope.of(shorter, true, all, source);
  }

  /** Warnings may take a quarter of the cap, so that there is always room for data. */
  private List<String> clean(List<String> warnings) {
    List<String> clean = new ArrayList<>(warnings.size());
    long left = chars / 4;
    for (String warning : warnings) {
      String text = Envelope.shortened(redactor.redact(warning));
      left -= JsonSize.ofText(text) + 1;
      if (left < 0) {
        break;
      }
      clean.add(text);
    }
    return clean;
  }

  private static String tooLarge(String what) {
    return what
        + " was larger than a result may be and was shortened: ask for less with fields or"
        + " a filter where the tool has them";
  }

  private static String cutWarning(int kept, int all) {
    return kept
        + " of "
        + all
        + " rows fit: pass next_cursor as cursor for the rest, or ask for"
        + " fewer fields";
  }
}
