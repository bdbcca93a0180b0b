package dev.opensipsmcp.server.toolset.ladder;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.cdr.CallCdrs;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.dialog.LiveDialogs;
import dev.opensipsmcp.server.toolset.ladder.Finding.Evidence;
import dev.opensipsmcp.server.toolset.ladder.Finding.Statement;
import dev.opensipsmcp.server.toolset.ladder.Finding.Unseen;
import dev.opensipsmcp.server.toolset.registration.UserContacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a node and its database know of a call. A right that the caller lacks makes it unseen. */
final class NodeSources {
  private static final int MOST_CALLS = 4;
  private static final int MOST_ROWS = 5;

  private final ReadPorts ports;
  private final Instant now;

  NodeSources(ReadPorts ports, Instant now) {
    this.ports = ports;
    this.now = now;
  }

  Finding dialogs(List<String> callIds) {
    if (!ports.rights().grants(Scope.MI_READ)) {
      return Finding.none("dialog", "The caller may not read over MI.");
    }
    List<Statement> statements = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    for (String callId : callIds.stream().limit(MOST_CALLS).toList()) {
      switch (LiveDialogs.ofCall(ports, callId, now)) {
        case MiResult.Failure<List<JsonObject>>(MiError error) -> {
          return Finding.none("dialog", error.cause());
        }
        case MiResult.Success<List<JsonObject>>(List<JsonObject> rows) -> {
          if (rows.isEmpty()) {
            String id = "d" + (evidence.size() + 1);
            evidence.add(new Evidence(id, "MI dlg_list", "no dialog of Call-ID " + callId));
            statements.add(
                new Statement(
                    "dialog", "The node has no dialog of " + callId + " now.", List.of(id)));
          }
          rows.stream().limit(MOST_ROWS).forEach(row -> dialog(row, statements, evidence));
        }
      }
    }
    return new Finding(statements, evidence, List.of());
  }

  private static void dialog(JsonObject row, List<Statement> statements, List<Evidence> evidence) {
    String id = "d" + (evidence.size() + 1);
    evidence.add(new Evidence(id, "MI dlg_list", row.toString()));
    long age = Json.number(row, "age_s", -1);
    statements.add(
        new Statement(
            "dialog",
            "Dialog "
                + Json.text(row, "dialog_id")
                + " is "
                + Json.text(row, "state")
                + (age < 0 ? "" : ", answered " + age + " s ago")
                + ".",
            List.of(id)));
  }

  Finding contacts(Set<String> aors) {
    if (!ports.rights().grants(Scope.MI_READ)) {
      return Finding.none("contacts", "The caller may not read over MI.");
    }
    List<Statement> statements = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    for (String aor : aors) {
      switch (UserContacts.of(ports, aor)) {
        case MiResult.Failure<List<JsonObject>>(MiError error) -> {
          return new Finding(statements, evidence, List.of(new Unseen("contacts", error.cause())));
        }
        case MiResult.Success<List<JsonObject>>(List<JsonObject> rows) -> {
          if (!rows.isEmpty()) {
            String id = "c" + (evidence.size() + 1);
            List<JsonObject> shown = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
            evidence.add(new Evidence(id, "MI ul_show_contact", shown.toString()));
            statements.add(
                new Statement(
                    "contacts",
                    aor
                        + " has "
                        + (rows.size() == 1 ? "one contact" : rows.size() + " contacts")
                        + " registered now.",
                    List.of(id)));
          }
        }
      }
    }
    if (statements.isEmpty()) {
      String id = "c1";
      evidence.add(
          new Evidence(id, "MI ul_show_contact", "no contact of " + String.join(", ", aors)));
      statements.add(
          new Statement(
              "contacts",
              "None of " + String.join(", ", aors) + " has a contact registered now.",
              List.of(id)));
    }
    return new Finding(statements, evidence, List.of());
  }

  Finding cdrs(List<String> callIds) {
    if (!ports.rights().grants(Scope.DB_READ)) {
      return Finding.none("cdr", "The caller may not read the database.");
    }
    List<Statement> statements = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    for (String callId : callIds.stream().limit(MOST_CALLS).toList()) {
      switch (CallCdrs.of(ports, callId, MOST_ROWS)) {
        case DbResult.Failure<List<JsonObject>>(DbError error) -> {
          return Finding.none("cdr", error.cause());
        }
        case DbResult.Success<List<JsonObject>>(List<JsonObject> rows) ->
            rows.forEach(row -> cdr(row, statements, evidence));
      }
    }
    if (statements.isEmpty()) {
      evidence.add(new Evidence("r1", "table acc", "no row of " + String.join(", ", callIds)));
      statements.add(new Statement("cdr", "Table acc has no row of the call.", List.of("r1")));
    }
    return new Finding(statements, evidence, List.of());
  }

  private static void cdr(JsonObject row, List<Statement> statements, List<Evidence> evidence) {
    String id = "r" + (evidence.size() + 1);
    evidence.add(new Evidence(id, "table acc", row.toString()));
    String duration = Json.text(row, "duration");
    statements.add(
        new Statement(
            "cdr",
            "Accounted "
                + Json.text(row, "method")
                + " with "
                + Json.text(row, "code")
                + " "
                + Json.text(row, "reason")
                + (duration.isEmpty() ? "" : ", " + duration + " s")
                + ", at "
                + Json.text(row, "time")
                + " on the node's clock.",
            List.of(id)));
  }
}
