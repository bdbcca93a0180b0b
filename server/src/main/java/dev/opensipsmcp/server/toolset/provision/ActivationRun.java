package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.reload.RowProof;
import dev.opensipsmcp.server.toolset.reload.TableReload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes stored rows active on the node, and shows that it has them. Used by one thread.
 *
 * @param ports the node
 * @param wanted whether the caller wants a reload
 */
record ActivationRun(WritePorts ports, boolean wanted) {
  /**
   * A row as it was stored.
   *
   * @param step the change
   * @param after the row now; empty when it went
   */
  record Stored(RowStep step, Optional<Row> after) {}

  /** What came of it. */
  record Report(JsonArray rows, List<String> warnings) {}

  Report run(List<Stored> stored) {
    Map<String, List<Stored>> byTable = new LinkedHashMap<>();
    stored.forEach(
        one -> byTable.computeIfAbsent(one.step().table().name(), _ -> new ArrayList<>()).add(one));
    Map<String, TableReload.Ended> ran = new LinkedHashMap<>();
    JsonArray rows = new JsonArray();
    List<String> warnings = new ArrayList<>();
    byTable.forEach((table, group) -> {
      JsonObject row = row(table, group, ran);
      rows.add(row);
      if (Json.text(row, "state").equals("not_active")) {
        String next = Json.text(row, "next_step");
        warnings.add(
            "Stored, not active: "
                + Json.text(row, "why")
                + (next.isEmpty() ? "" : " To activate: " + next)
                + " To undo: change_revert with this change_id.");
      }
    });
    return new Report(rows, warnings);
  }

  private JsonObject row(String table, List<Stored> group, Map<String, TableReload.Ended> ran) {
    Activation activation = group.getFirst().step().entity().activation();
    JsonObject row = Json.object("table", table);
    switch (activation) {
      case Activation.AtOnce(String how) -> said(row, "active", how);
      case Activation.Otherwise(String how) -> said(row, "not_active", how);
      case Activation.ByReload(Optional<RowProof> proof) -> {
        Optional<TableReload> reload = TableReload.of(table);
        if (reload.isEmpty()) {
          throw new IllegalStateException("No reload serves " + table);
        }
        row.addProperty("command", reload.get().command());
        if (!wanted) {
          said(row, "not_asked", "No reload was asked for.");
          row.addProperty("next_step", next(table));
        } else {
          TableReload.Ended ended =
              ran.computeIfAbsent(reload.get().command(), _ -> reload.get().run(ports));
          reloaded(row, ended, reload.get(), proof, group);
        }
      }
    }
    return row;
  }

  private void reloaded(
      JsonObject row,
      TableReload.Ended ended,
      TableReload reload,
      Optional<RowProof> proof,
      List<Stored> group) {
    String table = group.getFirst().step().table().name();
    switch (ended) {
      case TableReload.Ended.Needless(String why) ->
          said(row, "active", "The node reads the table at each request: " + why);
      case TableReload.Ended.Badly(String why) -> {
        said(row, "not_active", why);
        row.addProperty("next_step", next(table));
      }
      case TableReload.Ended.Well(Optional<Long> before, Optional<Long> after) -> {
        before.ifPresent(count -> row.addProperty("loaded_before", count));
        after.ifPresent(count -> row.addProperty("loaded_after", count));
        if (proof.isEmpty()) {
          said(row, "reloaded", "The node said OK; no command lists such rows.");
        } else {
          proven(row, reload, proof.get(), group);
        }
      }
    }
  }

  private void proven(JsonObject row, TableReload reload, RowProof proof, List<Stored> group) {
    List<String> wrong = new ArrayList<>();
    for (Stored one : group) {
      Row shown = one.after().or(() -> one.step().before()).orElseThrow();
      Map<String, String> texts = Rows.texts(one.step().entity(), shown);
      switch (reload.loaded(proof, texts, ports)) {
        case MiResult.Failure<List<Map<String, String>>>(MiError error) -> {
          said(row, "reloaded", "The node said OK; its list can't be read: " + error.cause());
          return;
        }
        case MiResult.Success<List<Map<String, String>>>(var loaded) ->
            fault(one, loaded, texts).ifPresent(wrong::add);
      }
    }
    if (wrong.isEmpty()) {
      said(row, "active", "Seen in " + proof.command() + ".");
    } else {
      said(row, "not_active", String.join(" ", wrong));
      row.addProperty("next_step", next(group.getFirst().step().table().name()));
    }
  }

  private static Optional<String> fault(
      Stored one, List<Map<String, String>> loaded, Map<String, String> texts) {
    String id = one.step().entity().rowId() + "=" + texts.get(one.step().entity().rowId());
    if (one.after().isEmpty()) {
      return loaded.isEmpty()
          ? Optional.empty()
          : Optional.of("The node still lists one like the row that went, " + id + ".");
    }
    if (loaded.isEmpty()) {
      return Optional.of("The node does not list " + id + " after the reload.");
    }
    boolean same =
        loaded.stream()
            .anyMatch(seen ->
                seen.entrySet().stream()
                    .allMatch(cell ->
                        cell.getValue().isEmpty()
                            || cell.getValue().equals(texts.getOrDefault(cell.getKey(), ""))));
    return same ? Optional.empty() : Optional.of("The node lists " + id + " with other values.");
  }

  private static void said(JsonObject row, String state, String why) {
    row.addProperty("state", state);
    row.addProperty("why", why);
  }

  private static String next(String table) {
    return "reload_tables with targets [\"" + table + "\"].";
  }
}
