package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.function.Predicate;

/** The one cache of module sql_cacher: it has the rows of table {@code domain}, by domain. */
final class SqlCacheCommands {
  private static final String ID = "dom_cache";
  private static final String TABLE = "domain";
  private static final String LOADED = "sql_cacher:" + ID;

  private final Tables tables;

  /**
   * The cache.
   *
   * @param tables has the rows that module domain has loaded, which are those of the start
   */
  SqlCacheCommands(Tables tables) {
    this.tables = tables;
    tables.took(LOADED, tables.loaded(TABLE));
  }

  Command reload() {
    return Command.of("sql_cacher_reload", "sql_cacher:reload", this::reload);
  }

  private Outcome reload(Arguments arguments) {
    if (!arguments.text("id").equals(ID)) {
      return Outcome.refuse(500, "ERROR Cache entry not found");
    }
    String key = arguments.text("key");
    Predicate<Row> meant = row -> !arguments.has("key") || row.text("domain").equals(key);
    int[] found = {0};
    Outcome outcome =
        Reading.again(
            () -> found[0] = tables.loadSome(LOADED, TABLE, meant),
            Outcome.refuse(
                500,
                arguments.has("key")
                    ? "ERROR Reloading key from SQL database\n"
                    : "ERROR Reloading SQL database"));
    return outcome instanceof Outcome.Value && arguments.has("key") && found[0] == 0
        ? Outcome.refuse(500, "ERROR Reloading key from SQLdatabase, key not found\n")
        : outcome;
  }
}
