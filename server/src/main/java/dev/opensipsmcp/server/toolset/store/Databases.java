package dev.opensipsmcp.server.toolset.store;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.Map;
import java.util.Optional;

/** The databases behind a node: sets of db_virtual, cached tables, and flat files. */
final class Databases {
  private Databases() {}

  static Tool list() {
    return Lever.read("dbvirtual_list", StoreToolset.NAME, "Virtual database sets")
        .what("List the databases of each virtual set, and which of them are in use.")
        .useWhen("Use when a failover between databases is in doubt.")
        .notFor("Not for switching one; use `dbvirtual_set_use`.")
        .returns("Returns a page of rows; URLs are left out, as they hold passwords.")
        .sends("db_get", "db_virtual")
        .rows("SETS[].DBS[]")
        .column("set_index", "SETS.index", Schema.integer("The set's number"))
        .column("set", "SETS.name", Schema.text("The set's name"))
        .column("mode", "SETS.mode", Schema.text("FAILOVER, PARALLEL or ROUND"))
        .column("db_index", "index", Schema.integer("The database's number in the set"))
        .column("can_use", "can", Schema.flag("It answers"))
        .column("may_use", "may", Schema.flag("It is allowed"))
        .column("retries", "r_rec", Schema.integer("Tries to connect again"))
        .examples(
            "Which database of the virtual set is in use?",
            "Is a database of db_virtual down?",
            "Show the failover state of the databases")
        .aliases("db_get")
        .tool();
  }

  static Tool set() {
    return Lever.change("dbvirtual_set_use", StoreToolset.NAME, "Allow or bar a database")
        .what("Set whether a node may use one database of a virtual set.")
        .useWhen("Use when a database goes into maintenance, or comes back.")
        .notFor("Not for looking; use `dbvirtual_list`.")
        .returns("Returns the database's state before and after.")
        .sends("db_set", "db_virtual")
        .also("db_get", "db_virtual")
        .required("set_index", Schema.integer("The set's number").between(0, 1000))
        .required(
            "db_index", "db_url_index", Schema.integer("The database's number").between(0, 1000))
        .required("may_use", "may_use_db_flag", Schema.flag("true to allow it"))
        .risk(Risk.DISRUPTIVE)
        .state(
            States.row(
                "db_get",
                States.nothing(),
                "SETS[].DBS[]",
                (row, arguments) ->
                    row.number("SETS.index", -1) == arguments.integer("set_index", 0)
                        && row.number("index", -1) == arguments.integer("db_index", 0),
                Map.of("may_use", "may")))
        .mustExist("List them with dbvirtual_list.")
        .proof((arguments, after) ->
            (Json.number(after, "may_use", 0) != 0) == arguments.flag("may_use", true))
        .inverse(Databases::back)
        .summary("Set use of database {db_index} of set {set_index} to {may_use}.")
        .plans("Queries go to the others of the set; with none left they fail.")
        .effects("Effects: queries move at once. Undo: set it back.")
        .examples(
            "Take the second database of the virtual set out of use",
            "Stop using database 1 for maintenance",
            "Allow the first database again")
        .aliases("db_set")
        .tool();
  }

  private static Optional<Step> back(Arguments arguments, JsonObject before) {
    JsonObject call = arguments.json().deepCopy();
    call.addProperty("may_use", Json.number(before, "may_use", 0) != 0);
    return Optional.of(new Step("dbvirtual_set_use", call));
  }

  static Tool reloadCache() {
    return Lever.change("sqlcacher_reload", StoreToolset.NAME, "Reload a cached table")
        .what("Reload a cached table, or one key of it, from its database.")
        .useWhen("Use when rows changed that sql_cacher keeps in memory.")
        .notFor("Not for other caches; use `cache_remove`.")
        .returns("Returns the node's OK; an unknown cache is refused.")
        .sends("sql_cacher_reload", "sql_cacher")
        .required("id", Schema.text("The cache's ID, as in the node's configuration").longest(64))
        .optional("key", Schema.text("Only this key").longest(255))
        .risk(Risk.REVERSIBLE)
        .summary("Reload cached table {id} from its database.")
        .plans("The script finds the table's present rows.")
        .effects("Effects: in memory; the database is read. Undo: none is needed.")
        .noUndo("It reads the database; put the rows back and reload again.")
        .examples(
            "Reload the sql_cacher cache dom_cache",
            "Refresh one key of a cached table",
            "The table behind the SQL cache changed")
        .aliases("sql_cacher_reload")
        .tool();
  }
}
