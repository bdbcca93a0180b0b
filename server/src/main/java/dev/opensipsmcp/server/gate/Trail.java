package dev.opensipsmcp.server.gate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.approval.Approval;
import dev.opensipsmcp.server.audit.AuditEvent;
import dev.opensipsmcp.server.audit.AuditEvent.Kind;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.audit.ProcessMark;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.result.Shrink;
import java.io.IOException;
import java.util.Optional;

/** Writes what happens to a call into the audit trail, without its secrets. */
final class Trail {
  static final String OK = "OK";

  private static final long ARGUMENT_CHARS = 4_000;

  private final AuditLog audit;
  private final Redactor redactor;

  Trail(AuditLog audit, Redactor redactor) {
    this.audit = audit;
    this.redactor = redactor;
  }

  /** Before a change runs, and on the disk before this returns. */
  void intent(Call call, Optional<Approval> approval) throws IOException {
    JsonObject fields = about(call);
    approval.ifPresent(given -> {
      JsonObject by = new JsonObject();
      by.addProperty("id", given.id());
      by.addProperty("by", redactor.redact(given.by()));
      fields.add("approval", by);
    });
    fields.addProperty("process", ProcessMark.current().text());
    audit.writeDurably(new AuditEvent(Kind.INTENT, call.id(), fields));
  }

  /** After a change ran, or may have. */
  void outcome(Call call, String outcome, String detail, long ms) throws IOException {
    JsonObject fields = who(call.invocation());
    fields.addProperty("tool", call.tool().name());
    addInstance(fields, call);
    end(fields, outcome, detail, ms);
    audit.writeDurably(new AuditEvent(Kind.OUTCOME, call.id(), fields));
  }

  /** After a read, a plan, or a refusal of a call that was understood. */
  void noted(Kind kind, Call call, String outcome, String detail, long ms) throws IOException {
    JsonObject fields = about(call);
    end(fields, outcome, detail, ms);
    audit.write(new AuditEvent(kind, call.id(), fields));
  }

  /** After a refusal of a call that was not understood. */
  void refused(String id, Invocation invocation, String outcome, String detail) throws IOException {
    JsonObject fields = who(invocation);
    fields.addProperty("tool", shown(invocation.tool()));
    fields.add("arguments", shown(invocation.arguments()));
    end(fields, outcome, detail, 0);
    audit.write(new AuditEvent(Kind.DENIED, id, fields));
  }

  private JsonObject about(Call call) {
    JsonObject fields = who(call.invocation());
    fields.addProperty("tool", call.tool().name());
    if (!call.tool().name().equals(call.invocation().tool())) {
      fields.addProperty("called_as", shown(call.invocation().tool()));
    }
    addInstance(fields, call);
    fields.add("arguments", shown(call.arguments().json()));
    fields.addProperty("scope", call.demand().scope().label());
    fields.addProperty("risk", call.demand().risk().label());
    call.reverts().ifPresent(reversal -> fields.addProperty("reverts", reversal.change()));
    return fields;
  }

  private JsonObject who(Invocation invocation) {
    JsonObject fields = new JsonObject();
    fields.addProperty("subject", shown(invocation.rights().subject()));
    fields.addProperty("role", invocation.rights().role());
    fields.addProperty("route", invocation.route());
    return fields;
  }

  private static void addInstance(JsonObject fields, Call call) {
    if (!call.instanceName().isEmpty()) {
      fields.addProperty("instance", call.instanceName());
    }
  }

  private void end(JsonObject fields, String outcome, String detail, long ms) {
    fields.addProperty("outcome", outcome);
    if (!detail.isEmpty()) {
      fields.addProperty("detail", shown(detail));
    }
    fields.addProperty("ms", ms);
  }

  private JsonElement shown(JsonObject arguments) {
    return Shrink.to(redactor.redact(arguments), ARGUMENT_CHARS);
  }

  private String shown(String text) {
    String clean = redactor.redact(text);
    return clean.length() <= 500 ? clean : clean.substring(0, 500) + "…";
  }
}
