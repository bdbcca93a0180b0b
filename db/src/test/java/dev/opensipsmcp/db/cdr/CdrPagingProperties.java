package dev.opensipsmcp.db.cdr;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Pages show every row once, however many are added meanwhile. */
class CdrPagingProperties {
  private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final List<TestDatabase> BASES = new ArrayList<>();

  /** One database of each kind for all tries: what one try adds, the next has from its start. */
  private static synchronized List<TestDatabase> bases() {
    if (BASES.isEmpty()) {
      for (DatabaseKind kind : DatabaseKind.available()) {
        BASES.add(CallBook.with(TestDatabase.of(kind), sameSecond()));
      }
    }
    return BASES;
  }

  @AfterContainer
  static synchronized void drop() {
    BASES.forEach(TestDatabase::close);
    BASES.clear();
  }

  /** Many of the same second, so that the number must decide, and not in the order of time. */
  private static List<Call> sameSecond() {
    Random random = new Random(1);
    List<Call> calls = new ArrayList<>();
    for (int id = 1; id <= 200; id++) {
      calls.add(Call.invite(id, CallBook.START.plusSeconds(random.nextInt(40)), "200", 5));
    }
    return calls;
  }

  @Property(tries = 20)
  void everyRowThatWasThereIsReadOnce(
      @ForAll @IntRange(min = 4, max = 90) int page,
      @ForAll @IntRange(min = 0, max = 39) int from,
      @ForAll @IntRange(min = 1, max = 60) int seconds,
      @ForAll @IntRange(min = 0, max = 3) int added,
      @ForAll Random random) {
    LocalDateTime start = CallBook.START.plusSeconds(from);
    CdrWindow window = new CdrWindow(start, start.plusSeconds(seconds));
    for (TestDatabase db : bases()) {
      List<Long> before = ids(db, window);

      List<Long> read = new ArrayList<>();
      CdrSearch search = CdrSearch.first(CdrSource.ACC, CdrSpan.of(window), CdrFilter.ANY, page);
      int pages = 0;
      boolean more = true;
      while (more) {
        CdrPage found = require(db.database().reads().cdrs().search(search)).value();
        found.rows().forEach(row -> read.add(Long.parseLong(row.known().text("id"))));
        more = found.more();
        if (more) {
          search = search.after(reread(found.cursors().getLast()));
        }
        // Without an end to them, more could come than a page takes.
        add(db, pages++ < 10 ? added : 0, random);
      }

      assertThat(read).doesNotHaveDuplicates().containsAll(before);
    }
  }

  private static CdrCursor reread(CdrCursor cursor) {
    return CdrCursor.decoded(cursor.encoded()).orElseThrow();
  }

  private static List<Long> ids(TestDatabase db, CdrWindow window) {
    return db
        .query(
            "SELECT id FROM acc WHERE time >= '%s' AND time < '%s'"
                .formatted(SQL.format(window.from()), SQL.format(window.until())))
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  private static void add(TestDatabase db, int many, Random random) {
    if (many == 0) {
      return;
    }
    int next = Integer.parseInt(db.query("SELECT MAX(id) FROM acc").getFirst()) + 1;
    List<Call> calls = new ArrayList<>();
    for (int one = 0; one < many; one++) {
      calls.add(Call.invite(next + one, CallBook.START.plusSeconds(random.nextInt(60)), "486", 0));
    }
    CallBook.add(db, calls);
  }
}
