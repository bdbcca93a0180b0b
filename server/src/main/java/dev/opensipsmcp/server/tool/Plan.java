package dev.opensipsmcp.server.tool;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** What a change would do, found out by reading only. */
public sealed interface Plan {

  /**
   * The change can be made.
   *
   * @param summary one sentence for the person who approves: what will happen to what
   * @param target the state that the change relies on; an approval is void once it differs, so
   *     nothing that moves by itself (ages, counters) belongs here
   * @param shown more for the reader to see: ages, counters, related objects
   * @param effects what will be different afterwards
   * @param undo how to undo it, or that nothing can
   * @param restore what takes it back, where a call can
   */
  record Ready(
      String summary,
      JsonObject target,
      JsonObject shown,
      List<String> effects,
      String undo,
      Optional<Restore> restore)
      implements Plan {
    public Ready {
      effects = List.copyOf(effects);
    }

    /** A change that no call takes back. */
    public Ready(
        String summary, JsonObject target, JsonObject shown, List<String> effects, String undo) {
      this(summary, target, shown, effects, undo, Optional.empty());
    }
  }

  /**
   * The change can't be made.
   *
   * @param failure why
   */
  record Refused(Outcome.Failure failure) implements Plan {}
}
