package dev.opensipsmcp.server.toolset.cdr;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.ArrayList;
import java.util.List;

/**
 * Tools on a database with a day of calls: 240 in all, ten an hour, of which every fourth is busy.
 *
 * @param base the database
 */
record OnCalls(TestDatabase base) implements ReadPorts, AutoCloseable {

  static OnCalls make() {
    TestDatabase base = TestDatabase.of(DatabaseKind.SQLITE).withGroups(Version.V3_6, "acc");
    List<String> rows = new ArrayList<>();
    for (int call = 0; call < 240; call++) {
      String time = "'2026-11-20 %02d:%02d:00'".formatted(call / 10, call % 10 * 6);
      boolean busy = call % 4 == 0;
      rows.add(
          "('INVITE', 'f%d', 't%d', 'call-%d', '%s', 'x', %s, %d, %d, 3, %s, 'user%d', '+4021%d')"
              .formatted(
                  call,
                  call,
                  call,
                  busy ? "486" : "200",
                  time,
                  busy ? 0 : 120,
                  busy ? 0 : 120_000,
                  time,
                  call % 24,
                  call));
    }
    base.execute(
        "ALTER TABLE acc ADD COLUMN src_user VARCHAR(64)",
        "ALTER TABLE acc ADD COLUMN dst_user VARCHAR(64)",
        "CREATE INDEX acc_time_idx ON acc (time)",
        "INSERT INTO acc (method, from_tag, to_tag, callid, sip_code, sip_reason, time, duration,"
            + " ms_duration, setuptime, created, src_user, dst_user) VALUES "
            + String.join(", ", rows),
        "INSERT INTO missed_calls (method, callid, sip_code, time) VALUES"
            + " ('INVITE', 'call-4', '486', '2026-11-20 00:24:00')");
    return new OnCalls(base);
  }

  Outcome run(String tool, String arguments) {
    Work.Read work = (Work.Read) AllTools.named(tool).work();
    JsonObject json = JsonParser.parseString(arguments.replace('\'', '"')).getAsJsonObject();
    return work.run(new Arguments(json), this);
  }

  JsonObject object(String tool, String arguments) {
    return Outcomes.object(AllTools.named(tool), run(tool, arguments));
  }

  List<JsonObject> rows(String tool, String arguments) {
    return Outcomes.rows(AllTools.named(tool), run(tool, arguments));
  }

  String code(String tool, String arguments) {
    return Outcomes.failure(run(tool, arguments)).code();
  }

  List<String> warnings(String tool, String arguments) {
    return switch (run(tool, arguments)) {
      case Outcome.Value value -> value.warnings();
      case Outcome.Rows rows -> rows.warnings();
      case Outcome.Failure failure -> List.of(failure.cause());
    };
  }

  @Override
  public DbResult<DbReads> db() {
    return new DbResult.Success<>(base.database().reads());
  }

  @Override
  public MiReads mi() {
    throw new AssertionError("These tools ask no node");
  }

  @Override
  public Rights rights() {
    return Role.VIEWER.rights("tester", false);
  }

  @Override
  public void progress(double done, double total, String message) {}

  @Override
  public boolean cancelled() {
    return false;
  }

  @Override
  public void close() {
    base.close();
  }
}
