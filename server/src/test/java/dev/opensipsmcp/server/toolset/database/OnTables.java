package dev.opensipsmcp.server.toolset.database;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbWrites;
import dev.opensipsmcp.db.backup.BackupSettings;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.MiWrites;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the toolset's tools on a database whose node does not answer. */
final class OnTables implements WritePorts, AutoCloseable {
  private final NodePorts node = NodePorts.nowhere();
  private final Database database;
  final List<String> progress = new ArrayList<>();

  OnTables(TestDatabase database, Path backups) {
    this.database = new Database(database.settings(), new BackupSettings(backups, false, "tests"));
  }

  private static Tool tool(String name) {
    return DatabaseToolset.make().tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Outcome run(String tool, String arguments) {
    return switch (tool(tool).work()) {
      case Work.Read read -> read.run(parsed(arguments), this);
      case Work.Change change ->
          switch (change.plan(parsed(arguments), this)) {
            case Plan.Refused(Outcome.Failure failure) -> failure;
            case Plan.Ready ready -> change.apply(ready, parsed(arguments), this);
          };
      case Work.PerCall _, Work.Proxy _ -> throw new IllegalArgumentException(tool);
    };
  }

  JsonObject data(String tool, String arguments) {
    return Outcomes.object(tool(tool), run(tool, arguments));
  }

  List<JsonObject> rows(String tool, String arguments) {
    return Outcomes.rows(tool(tool), run(tool, arguments));
  }

  Plan plan(String tool, String arguments) {
    return ((Work.Change) tool(tool).work()).plan(parsed(arguments), this);
  }

  Outcome apply(String tool, Plan plan, String arguments) {
    return ((Work.Change) tool(tool).work()).apply((Plan.Ready) plan, parsed(arguments), this);
  }

  private static Arguments parsed(String json) {
    return new Arguments(JsonParser.parseString(json).getAsJsonObject());
  }

  @Override
  public DbResult<DbReads> db() {
    return new DbResult.Success<>(database.reads());
  }

  @Override
  public DbResult<DbWrites> dbWrites() {
    return new DbResult.Success<>(database.writes());
  }

  @Override
  public MiReads mi() {
    return node.mi();
  }

  @Override
  public MiWrites miWrites() {
    return node.miWrites();
  }

  @Override
  public Rights rights() {
    return Role.ADMIN.rights("tester", false);
  }

  @Override
  public void progress(double done, double total, String message) {
    progress.add((int) done + "/" + (int) total + " " + message);
  }

  @Override
  public boolean cancelled() {
    return false;
  }

  @Override
  public void close() {
    database.close();
    node.close();
  }
}
