package dev.opensipsmcp.bench;

import dev.opensipsmcp.db.DbUrl;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The database's own tools for dumping and loading.
 *
 * @param url the database
 * @param file where the dump goes
 */
record OwnTools(DbUrl url, Path file) {

  void dump() throws IOException, InterruptedException {
    run(
        switch (url.dialect()) {
          case MARIADB ->
              mariadb("mysqldump", "--single-transaction", "--no-create-info", "", "subscriber");
          case POSTGRESQL -> List.of("pg_dump", "--data-only", "--table=subscriber", url.name());
          case SQLITE -> List.of("sqlite3", url.name(), ".dump --data-only subscriber");
        },
        true);
  }

  void load() throws IOException, InterruptedException {
    run(
        switch (url.dialect()) {
          case MARIADB -> mariadb("mysql", "");
          case POSTGRESQL -> List.of("psql", "--quiet", "--single-transaction", url.name());
          case SQLITE -> List.of("sqlite3", url.name(), "BEGIN;", ".read " + file, "COMMIT;");
        },
        false);
  }

  /** The empty argument is the database's name. */
  private List<String> mariadb(String program, String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(program, "--host=" + url.host(), "--port=" + url.port(), "--protocol=tcp"));
    url.user().ifPresent(user -> all.add("--user=" + user));
    for (String argument : arguments) {
      all.add(argument.isEmpty() ? url.name() : argument);
    }
    return all;
  }

  private void run(List<String> command, boolean writes) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    environment.put("PGHOST", url.host());
    environment.put("PGPORT", Integer.toString(url.port()));
    url.user().ifPresent(user -> environment.put("PGUSER", user));
    url.password()
        .ifPresent(password -> {
          environment.put("PGPASSWORD", password);
          environment.put("MYSQL_PWD", password);
        });
    Process process =
        (writes ? builder.redirectOutput(file.toFile()) : builder.redirectInput(file.toFile()))
            .start();
    if (!writes) {
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
    if (process.waitFor() != 0) {
      throw new IOException(command.getFirst() + " ended with " + process.exitValue());
    }
  }
}
