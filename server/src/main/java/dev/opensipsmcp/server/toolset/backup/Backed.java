package dev.opensipsmcp.server.toolset.backup;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.backup.Backup;
import dev.opensipsmcp.db.backup.BackupHead;
import dev.opensipsmcp.db.backup.Backups;
import dev.opensipsmcp.db.backup.Watcher;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.WritePorts;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** What the tools for backups share. */
final class Backed {
  /** How long the work on a million rows may take, with room. */
  static final Duration LONG = Duration.ofMinutes(30);

  /** Which backup is meant. */
  static final Schema NAME =
      Schema.text("Name of a backup, as db_backup_list shows it; no path").longest(140);

  /** Names that the earlier server had for tables. */
  private static final Map<String, String> EARLIER =
      Map.of(
          "drouting_rule", "dr_rules",
          "drouting_gateway", "dr_gateways",
          "drouting_carrier", "dr_carriers");

  private Backed() {}

  static DbResult<Backups> backups(ReadPorts ports) {
    return ports.db().map(DbReads::backups);
  }

  static String table(String word) {
    return EARLIER.getOrDefault(word, word);
  }

  static Outcome.Failure failure(DbError error) {
    return new Outcome.Failure(error.code(), error.cause(), error.nextStep(), error.mayHaveRun());
  }

  /** {@return what comes of a success} */
  static <T> Outcome outcome(DbResult<T> result, Function<T, Outcome> made) {
    return switch (result) {
      case DbResult.Success<T>(T value) -> made.apply(value);
      case DbResult.Failure<T>(DbError error) -> failure(error);
    };
  }

  /** Tells the caller how far work is, which ends when the caller withdraws it. */
  static Watcher watcher(ReadPorts ports) {
    return watcher(ports, ports::cancelled);
  }

  /** The same for a change: until it is made final, it can be withdrawn. */
  static Watcher watcher(WritePorts ports) {
    return watcher(ports, ports::withdrawn);
  }

  private static Watcher watcher(ReadPorts ports, BooleanSupplier enough) {
    return new Watcher() {
      @Override
      public void at(String table, long rows, long of) {
        ports.progress((double) rows, (double) of, table);
      }

      @Override
      public boolean enough() {
        return enough.getAsBoolean();
      }
    };
  }

  static JsonObject json(Backup backup) {
    JsonObject json = new JsonObject();
    json.addProperty("name", backup.name());
    json.addProperty("made", backup.head().made().toString());
    json.addProperty("bytes", backup.bytes());
    json.addProperty("sha256", backup.sha256());
    head(json, backup.head());
    JsonObject rows = new JsonObject();
    backup.rows().forEach(rows::addProperty);
    json.add("rows", rows);
    return json;
  }

  static void head(JsonObject json, BackupHead head) {
    json.addProperty("reason", head.reason());
    json.addProperty("dialect", head.dialect().label());
    json.addProperty("where", head.where());
    head.opensips().ifPresent(version -> json.addProperty("opensips", version));
    json.addProperty("secrets", head.secrets() ? "included" : "left out");
    JsonArray tables = new JsonArray();
    head.tables().forEach(table -> tables.add(table.name()));
    json.add("tables", tables);
  }

  static Schema.Property[] members() {
    return new Schema.Property[] {
      Schema.required("name", Schema.text("Name for the other tools")),
      Schema.required("made", Schema.text("When, ISO 8601")),
      Schema.required("bytes", Schema.integer("Size of the file")),
      Schema.required("reason", Schema.text("Why it was made")),
      Schema.required("dialect", Schema.text("mariadb, postgresql or sqlite")),
      Schema.required("where", Schema.text("Database that the rows come from")),
      Schema.optional("opensips", Schema.text("OpenSIPS version that the tables fit")),
      Schema.required("secrets", Schema.text("Passwords and the like: included, or left out")),
      Schema.required("tables", Schema.texts("Tables in it")),
      Schema.optional("sha256", Schema.text("Checksum")),
      Schema.optional("rows", Schema.map("Rows of each table"))
    };
  }
}
