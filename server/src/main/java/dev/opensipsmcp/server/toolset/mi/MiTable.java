package dev.opensipsmcp.server.toolset.mi;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.MiClassification;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of what each MI command of 3.4 to 4.0 asks of its caller; read when first asked. A
 * command without a row, one of a module that nobody here knows, asks for the most.
 */
public final class MiTable implements MiClassification {
  /** What a command asks that nothing is known about. */
  static final Demand MOST = new Demand(Scope.MI_WRITE, Risk.DESTRUCTIVE);

  private static final class Rows {
    static final Map<String, MiRow> BY_NAME = read();
  }

  @Override
  public Demand demand(Version version, String command, Set<String> paramNames) {
    return row(version, command).map(row -> row.with(paramNames)).orElse(MOST);
  }

  @Override
  public Demand demand(Version version, String command, JsonObject params) {
    return RemoteRun.is(version, command)
        ? RemoteRun.demand(this, version, params)
        : demand(version, command, params.keySet());
  }

  /**
   * {@return the row of a command}
   *
   * @param version the node's release line
   * @param command any name that the version's catalogue understands
   */
  public Optional<MiRow> row(Version version, String command) {
    MiRow exact = Rows.BY_NAME.get(command);
    if (exact != null) {
      return Optional.of(exact);
    }
    return Facts.of(version).mi().lookup(command) instanceof MiLookup.Found(var found)
        ? Optional.ofNullable(Rows.BY_NAME.get(found.name()))
        : Optional.empty();
  }

  /** {@return every name that has a row, of all versions} */
  static Set<String> names() {
    return Set.copyOf(Rows.BY_NAME.keySet());
  }

  private static Map<String, MiRow> read() {
    Map<String, MiRow> rows = new HashMap<>(1024);
    try (InputStream in = MiTable.class.getResourceAsStream("classification.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    in == null ? InputStream.nullInputStream() : in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          List<String> columns = MiRow.split(line, ' ');
          MiRow row = MiRow.parse(columns);
          for (String name : MiRow.split(columns.getFirst(), ',')) {
            rows.put(name, row);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The table of MI commands can't be read", e);
    }
    return rows;
  }
}
