package dev.opensipsmcp.server.toolset.lookout;

import dev.opensipsmcp.cfg.lint.Surroundings;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Scope;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at what is around a configuration, by reading only. What can't be seen is left out, and it
 * is said why.
 *
 * @param mi the node
 * @param rights of the caller
 * @param database the node's
 * @param directories the only ones where files are looked at
 * @param clock tells when this is
 */
public record Lookout(
    MiReads mi,
    Rights rights,
    DbResult<DbReads> database,
    List<Path> directories,
    InstantSource clock) {

  /** The MI commands that it sends beside those that tell the version, under their names to 3.6. */
  public static final List<String> COMMANDS = List.of("ps", "arg", "uptime", "get_statistics");

  private static final List<Scope> NODE =
      List.of(Scope.MI_READ, Scope.HEALTH_READ, Scope.STATS_READ);

  public Lookout {
    directories = List.copyOf(directories);
  }

  /**
   * {@return what is around a configuration}
   *
   * @param program the configuration
   * @param file the file that it is in; empty for a text
   */
  public Around around(Program program, Optional<Path> file) {
    List<Looked> looked = new ArrayList<>();
    Optional<NodeLook> node = node(looked);
    Optional<Surroundings.Host> host =
        new HostLook(directories, clock).look(program, file, node, looked);
    Optional<Surroundings.Database> tables = DatabaseLook.look(database, node, looked);
    return new Around(new Surroundings(node.map(NodeLook::live), host, tables), looked);
  }

  private Optional<NodeLook> node(List<Looked> looked) {
    for (Scope scope : NODE) {
      if (!rights.grants(scope)) {
        looked.add(
            new Looked(
                Looked.NODE,
                false,
                "This needs " + scope.label() + ", which the role does not have."));
        return Optional.empty();
      }
    }
    return NodeLook.of(mi, clock, looked);
  }
}
