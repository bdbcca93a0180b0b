package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Setting;
import dev.opensipsmcp.cfg.build.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a person must do or know before a configuration runs. */
record Notes(Scenario scenario, Situation situation, Tuning tuning, Values values) {

  /** {@return the notes} */
  List<String> all() {
    List<String> notes = new ArrayList<>();
    for (Block block : situation.blocks()) {
      block.text("note").ifPresent(note -> notes.add(note.replace(" / ", " ")));
    }
    var environment = new TreeSet<>(values.environment());
    if (!environment.isEmpty()) {
      List<String> names = environment.stream().map(name -> "$" + name).toList();
      notes.add(
          "Secrets stand as ${NAME}. Put them into the environment of OpenSIPS and start it with"
              + " -p 'envsubst "
              + String.join(",", names)
              + "', which fills in these names only.");
    }
    values
        .secretFiles()
        .forEach((name, file) ->
            notes.add(
                "The line with "
                    + name
                    + " belongs into "
                    + file
                    + ", readable by OpenSIPS's user only."));
    String database = situation.values().getOrDefault("database", "");
    if (database.startsWith("sqlite:")) {
      notes.add(
          "The tables of the loaded modules must exist in the database; SQLite does for trying, a"
              + " server database for more than that.");
    } else if (!database.isEmpty()) {
      notes.add("The tables of the loaded modules must exist in the database.");
    }
    for (Setting setting : tuning.settings()) {
      if (setting.place() == Setting.Place.COMMAND_LINE) {
        notes.add("Start with " + setting.name() + " " + setting.value() + ": " + setting.reason());
      }
    }
    return notes;
  }
}
