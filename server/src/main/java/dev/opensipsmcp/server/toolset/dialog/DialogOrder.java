package dev.opensipsmcp.server.toolset.dialog;

import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Keeps the first dialogs of an order by age, behind a place in it, out of any number: only as many
 * as a page has. A dialog that was never answered has no age and comes last.
 */
final class DialogOrder {

  /**
   * A dialog's place in an order.
   *
   * @param key what is ordered by, rising
   * @param id the dialog ID, for dialogs of the same second
   */
  private record Place(long key, String id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::key).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final boolean oldestFirst;
  private final int keep;
  private final Optional<Place> behind;
  private final PriorityQueue<Dialog> kept;

  private DialogOrder(boolean oldestFirst, int keep, Optional<Place> behind) {
    this.oldestFirst = oldestFirst;
    this.keep = keep;
    this.behind = behind;
    this.kept = new PriorityQueue<>(Comparator.comparing(this::place).reversed());
  }

  /**
   * {@return an order, or nothing when the cursor is none of its}
   *
   * @param oldestFirst oldest or newest first
   * @param keep dialogs to keep
   * @param cursor where to begin, empty for the beginning
   */
  static Optional<DialogOrder> of(boolean oldestFirst, int keep, String cursor) {
    if (cursor.isEmpty()) {
      return Optional.of(new DialogOrder(oldestFirst, keep, Optional.empty()));
    }
    int colon = cursor.indexOf(':');
    long started = colon < 0 ? -1 : Json.number(cursor.substring(0, colon), -1);
    if (started < 0) {
      return Optional.empty();
    }
    Place place = new Place(key(started, oldestFirst), cursor.substring(colon + 1));
    return Optional.of(new DialogOrder(oldestFirst, keep, Optional.of(place)));
  }

  /** {@return the cursor that continues behind a dialog} */
  static String cursor(Dialog dialog) {
    return dialog.started() + ":" + dialog.id();
  }

  /** Takes every dialog that the filter lets through. */
  boolean offer(Dialog dialog, Predicate<Dialog> filter) {
    if (filter.test(dialog) && (behind.isEmpty() || behind.get().compareTo(place(dialog)) < 0)) {
      kept.add(dialog);
      if (kept.size() > keep) {
        kept.poll();
      }
    }
    return true;
  }

  /** {@return what was kept, in order} */
  List<Dialog> inOrder() {
    List<Dialog> dialogs = new ArrayList<>(kept);
    dialogs.sort(Comparator.comparing(this::place));
    return dialogs;
  }

  private Place place(Dialog dialog) {
    return new Place(key(dialog.started(), oldestFirst), dialog.id());
  }

  private static long key(long started, boolean oldestFirst) {
    if (started == 0) {
      return Long.MAX_VALUE;
    }
    return oldestFirst ? started : -started;
  }
}
