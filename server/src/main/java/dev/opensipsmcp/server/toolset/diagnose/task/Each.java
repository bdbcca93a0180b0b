package dev.opensipsmcp.server.toolset.diagnose.task;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Judges the rows of a list one by one. */
final class Each {
  private static final int MOST = 3;

  private Each() {}

  /**
   * {@return what the rows show: a finding for each that is wrong, at most three, or that all are
   * fine; nothing where the list was not seen}
   *
   * @param facts what was seen
   * @param key which list
   * @param wrong tells a row that is not as it should be
   * @param finding what such a row shows
   * @param fine what is said when there is none, one sentence
   */
  static List<Judgement> row(
      Facts facts,
      String key,
      Predicate<JsonObject> wrong,
      Function<JsonObject, Finding> finding,
      String fine) {
    if (!facts.has(key)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    facts.rows(key).stream().filter(wrong).limit(MOST).map(finding).forEach(judged::add);
    return judged.isEmpty() ? Judgement.fine(key, fine) : judged;
  }
}
