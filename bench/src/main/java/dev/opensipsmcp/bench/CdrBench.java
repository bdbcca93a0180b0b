package dev.opensipsmcp.bench;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbSettings;
import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.db.cdr.AuditQuestion;
import dev.opensipsmcp.db.cdr.CdrAnswer;
import dev.opensipsmcp.db.cdr.CdrCursor;
import dev.opensipsmcp.db.cdr.CdrFilter;
import dev.opensipsmcp.db.cdr.CdrGrouping;
import dev.opensipsmcp.db.cdr.CdrReads;
import dev.opensipsmcp.db.cdr.CdrSearch;
import dev.opensipsmcp.db.cdr.CdrSource;
import dev.opensipsmcp.db.cdr.CdrSpan;
import dev.opensipsmcp.db.cdr.CdrWindow;
import dev.opensipsmcp.db.cdr.FailureQuestion;
import dev.opensipsmcp.db.cdr.FraudQuestion;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What CDRs cost to look at where there are ten million of them. The rows are made inside the
 * database, in an empty scratch database that the URL names, and the table is dropped at the end.
 * An answer that no index served is marked.
 *
 * <p>{@code java -Xmx64m -cp "bench/target/classes:bench/target/lib/*"
 * dev.opensipsmcp.bench.CdrBench URL [rows] [rounds] [covering] [keep]}.
 */
public final class CdrBench {
  private static final CdrWindow DAY =
      new CdrWindow(CdrRows.START.plusDays(15), CdrRows.START.plusDays(16));
  private static final int WARM_UP = 10;
  private static final CdrSpan SPAN = CdrSpan.of(DAY);

  private CdrBench() {}

  /**
   * Runs the bench.
   *
   * @param args the database's URL; how many rows, 10,000,000 when not given; how many rounds, 7
   *     when not given; {@code covering} for a second index that has all that a summary reads;
   *     {@code keep} to leave the table, and to use one that is there
   * @throws SQLException when the rows can't be made
   */
  public static void main(String[] args) throws SQLException {
    DbUrl url = DbUrl.parse(args[0]);
    int many = args.length > 1 ? Integer.parseInt(args[1]) : 10_000_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
    List<String> words = List.of(args).subList(Math.min(3, args.length), args.length);
    PrintStream out = System.out;
    try (CdrRows rows =
            CdrRows.make(url, many, words.contains("covering"), words.contains("keep"));
        Database database =
            new Database(DbSettings.of(url).withStatementTimeout(Duration.ofMinutes(5)))) {
      out.printf("%s: %,d rows made in %d s%n", url, many, rows.seconds());
      out.printf("load %.1f, heap before: %,d KiB%n", load(), heap());
      out.printf("%-38s %9s %9s %9s  %s%n", "", "min ms", "median", "max", "read by");
      questions(database.reads().cdrs(), many)
          .forEach((name, question) -> measure(out, name, question, rounds));
      out.printf("load %.1f, heap after: %,d KiB%n", load(), heap());
    }
  }

  private static Map<String, Supplier<DbResult<? extends CdrAnswer<?>>>> questions(
      CdrReads cdrs, int many) {
    Map<String, Supplier<DbResult<? extends CdrAnswer<?>>>> all = new LinkedHashMap<>();
    CdrSearch first = CdrSearch.first(CdrSource.ACC, CdrSpan.LATEST_DAY, CdrFilter.ANY, 100);
    CdrWindow whole = new CdrWindow(CdrRows.START, CdrRows.START.plusDays(31));
    CdrCursor middle = new CdrCursor(whole, CdrRows.START.plusDays(15), 0);
    all.put("first page of 100", () -> cdrs.search(first));
    all.put("page of 100 in the middle", () -> cdrs.search(first.after(middle)));
    all.put("one call by its Call-ID", () -> cdrs.search(call(many / 2)));
    all.put("hours of a day", () -> cdrs.summary(CdrSource.ACC, SPAN, new CdrGrouping.Hour()));
    all.put("codes of a day", () -> cdrs.summary(CdrSource.ACC, SPAN, new CdrGrouping.Code()));
    all.put(
        "prefixes of a day", () -> cdrs.summary(CdrSource.ACC, SPAN, new CdrGrouping.Prefix(4)));
    all.put(
        "failing prefixes of a day",
        () ->
            cdrs.failures(
                new FailureQuestion(CdrSource.ACC, SPAN, new CdrGrouping.Prefix(4), 10, 20)));
    all.put(
        "audit of a day", () -> cdrs.audit(new AuditQuestion(CdrSource.ACC, SPAN, 300, 14_400, 5)));
    all.put(
        "fraud view of a day",
        () -> cdrs.fraud(new FraudQuestion(CdrSource.ACC, SPAN, 4, 3, 60, 20, 6, 22, 6, 20)));
    return all;
  }

  private static CdrSearch call(int number) {
    CdrFilter filter =
        new CdrFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.of("call-" + number + "@bench"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return CdrSearch.first(CdrSource.ACC, CdrSpan.LATEST_DAY, filter, 100);
  }

  private static void measure(
      PrintStream out,
      String name,
      Supplier<DbResult<? extends CdrAnswer<?>>> question,
      int rounds) {
    double[] millis = new double[rounds];
    TreeSet<String> read = new TreeSet<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      long start = System.nanoTime();
      switch (question.get()) {
        case DbResult.Failure<?>(DbError error) -> read.add(error.toString());
        case DbResult.Success<? extends CdrAnswer<?>>(CdrAnswer<?> answer) -> {
          answer
              .about()
              .access()
              .forEach(step -> read.add(step.access() + " " + step.index().orElse("-")));
          read.addAll(answer.about().warnings());
        }
      }
      if (round >= 0) {
        millis[round] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    out.printf(
        "%-38s %9.1f %9.1f %9.1f  %s%n",
        name, millis[0], millis[rounds / 2], millis[rounds - 1], read);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
  }
}
