package dev.opensipsmcp.server.toolset.diagnose.engine;

import com.google.gson.JsonElement;
import java.time.Instant;
import java.util.List;

/** What a look came to. */
public sealed interface Evidence {

  /** {@return its id in the report, such as E3} */
  String id();

  /** {@return what the task's rules call it} */
  String key();

  /** {@return where it was read} */
  String source();

  /**
   * It was seen.
   *
   * @param id its id in the report
   * @param key what the task's rules call it
   * @param source where it was read
   * @param taken when
   * @param value what was read
   * @param foreign whether it may hold words of others: of the wire, a database, a log, a file
   * @param notes what its reader should know, whole sentences
   */
  record Seen(
      String id,
      String key,
      String source,
      Instant taken,
      JsonElement value,
      boolean foreign,
      List<String> notes)
      implements Evidence {
    public Seen {
      notes = List.copyOf(notes);
    }
  }

  /**
   * It could not be seen.
   *
   * @param id its id in the report
   * @param key what the task's rules call it
   * @param source where it would have been read
   * @param why one sentence
   * @param next what to do about it, one sentence
   * @param foreign whether the reason may hold words of others
   */
  record Unseen(String id, String key, String source, String why, String next, boolean foreign)
      implements Evidence {}
}
