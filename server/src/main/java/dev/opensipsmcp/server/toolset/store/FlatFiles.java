package dev.opensipsmcp.server.toolset.store;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** The files that a node writes instead of a database. */
final class FlatFiles {
  private FlatFiles() {}

  static Tool rotate() {
    return Lever.change("flatstore_rotate", StoreToolset.NAME, "Rotate flat files")
        .what("Rotate the flat files that db_flatstore writes, by opening them anew.")
        .useWhen("Use when log rotation moved the files.")
        .notFor("Not for files of events; use `flatstore_rotate_events`.")
        .returns("Returns the node's OK.")
        .sends("flat_rotate", "db_flatstore")
        .risk(Risk.REVERSIBLE)
        .notIdempotent()
        .summary("Have the node open its flat files anew.")
        .plans("Rows go to new files of the same names.")
        .effects("Effects: new files on the node's disk. Undo: none is needed.")
        .noUndo("The files that were moved stay where they are.")
        .examples(
            "Rotate the CDR flat files",
            "Reopen the files of db_flatstore",
            "Logrotate moved the accounting files")
        .aliases("flat_rotate")
        .tool();
  }

  static Tool rotateEvents() {
    return Lever.change("flatstore_rotate_events", StoreToolset.NAME, "Rotate an event file")
        .what("Rotate one file that event_flatstore writes events to, by opening it anew.")
        .useWhen("Use when log rotation moved that file.")
        .notFor("Not for files of database rows; use `flatstore_rotate`.")
        .returns("Returns the node's OK; a file that it does not write is refused.")
        .sends("evi_flat_rotate", "event_flatstore")
        .required("path", "path_to_file", Schema.text("The file, as subscribed").longest(255))
        .risk(Risk.REVERSIBLE)
        .notIdempotent()
        .summary("Have the node open {path} anew.")
        .plans("Events go to a new file of the same name.")
        .effects("Effects: a new file on the node's disk. Undo: none is needed.")
        .noUndo("The file that was moved stays where it is.")
        .examples(
            "Rotate the file of events",
            "Reopen the event_flatstore file",
            "The event log file was moved, start a new one")
        .aliases("evi_flat_rotate")
        .tool();
  }

  static Tool dumpText() {
    return Lever.change("dbtext_dump", StoreToolset.NAME, "Write text tables to disk")
        .what("Dump the tables that db_text holds in memory to their files.")
        .useWhen("Use when the files should show what is in memory.")
        .notFor("Not for the other way round; use `dbtext_reload`.")
        .returns("Returns the node's OK.")
        .sends("dbt_dump", "db_text")
        .risk(Risk.REVERSIBLE)
        .summary("Write db_text's changed tables to their files.")
        .plans("The files of changed tables are overwritten.")
        .effects("Effects: files on the node's disk. Undo: from a copy of the files.")
        .noUndo("Put a copy of the files back and reload.")
        .examples(
            "Write the db_text tables to disk",
            "Save the text database of the node",
            "Dump dbtext to its files")
        .aliases("dbt_dump")
        .tool();
  }

  static Tool reloadText() {
    return Lever.change("dbtext_reload", StoreToolset.NAME, "Read text tables from disk")
        .what("Reload the tables of db_text from their files.")
        .useWhen("Use when the files were edited.")
        .notFor("Not for tables of a real database; use `reload_tables`.")
        .returns("Returns the node's OK.")
        .sends("dbt_reload", "db_text")
        .risk(Risk.DISRUPTIVE)
        .summary("Read db_text's tables from their files.")
        .plans("What was changed in memory and not dumped is lost.")
        .effects(
            "Effects: tables in memory are replaced; modules keep what they loaded. Undo: put"
                + " the old files back and reload.")
        .noUndo("Put the old files back and reload.")
        .examples(
            "Reload the db_text files",
            "The text database files were edited",
            "Read dbtext tables again")
        .aliases("dbt_reload")
        .tool();
  }
}
