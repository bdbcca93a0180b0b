package dev.opensipsmcp.server.toolset.reload;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.WritePorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reload that makes one table's rows active, for tools that change them. */
public final class TableReload {
  private final Reload reload;

  private TableReload(Reload reload) {
    this.reload = reload;
  }

  /** {@return the reload of a table, if one reads it} */
  public static Optional<TableReload> of(String table) {
    return Reloads.ALL.stream()
        .filter(reload -> reload.tables().contains(table))
        .findFirst()
        .map(TableReload::new);
  }

  /** {@return the MI command, under its name up to 3.6} */
  public String command() {
    return reload.command();
  }

  /** {@return the module that has it} */
  public String module() {
    return reload.module();
  }

  /** {@return what calls and connections notice, one sentence} */
  public String traffic() {
    return reload.traffic();
  }

  /** {@return the MI commands that are sent, under their names up to 3.6} */
  public List<String> commands() {
    List<String> commands = new ArrayList<>(List.of(reload.command()));
    reload.proofs().forEach(list -> commands.add(list.command()));
    reload.stamp().ifPresent(commands::add);
    return commands;
  }

  /** {@return why the node can't run it; empty when it can} */
  public Optional<String> impossible(ReadPorts ports) {
    return switch (ports.mi().node()) {
      case MiResult.Failure<MiNode>(MiError error) -> Optional.of(error.cause());
      case MiResult.Success<MiNode>(MiNode node) ->
          Optional.of(Chosen.of(List.of(reload.command()), node).getFirst().skipped())
              .filter(why -> !why.isEmpty());
    };
  }

  /** How a reload ended. */
  public sealed interface Ended {
    /**
     * The node said OK.
     *
     * @param before rows in memory before, where a list shows them
     * @param after rows in memory afterwards
     */
    record Well(Optional<Long> before, Optional<Long> after) implements Ended {}

    /**
     * The node keeps no copy of the rows: its module reads the table at each request.
     *
     * @param why what the node said
     */
    record Needless(String why) implements Ended {}

    /**
     * The node did not reload, or may not have.
     *
     * @param why the cause
     */
    record Badly(String why) implements Ended {}
  }

  /** Reloads. */
  public Ended run(WritePorts ports) {
    Optional<String> impossible = impossible(ports);
    if (impossible.isPresent()) {
      return new Ended.Badly(impossible.get());
    }
    Snapshot before = Snapshot.of(reload, ports);
    return switch (ports.miWrites().write(reload.command(), new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) when reload.live(error) ->
          new Ended.Needless(error.cause());
      case MiResult.Failure<JsonElement>(MiError error) -> new Ended.Badly(error.cause());
      case MiResult.Success<JsonElement> _ ->
          new Ended.Well(before.rows(), Snapshot.of(reload, ports).rows());
    };
  }

  /**
   * {@return of each loaded row that is known by these values, what the list shows of it; why it
   * can't be read otherwise}
   */
  public MiResult<List<Map<String, String>>> loaded(
      RowProof proof, Map<String, String> values, ReadPorts ports) {
    List<Map<String, String>> all = new ArrayList<>();
    for (JsonObject partition : Snapshot.partitions(reload, ports)) {
      switch (proof.find(values, partition, ports)) {
        case MiResult.Success<List<Map<String, String>>>(var found) -> all.addAll(found);
        case MiResult.Failure<List<Map<String, String>>> failure -> {
          return failure;
        }
      }
    }
    return new MiResult.Success<>(all);
  }
}
