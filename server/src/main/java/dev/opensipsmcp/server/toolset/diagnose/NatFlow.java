package dev.opensipsmcp.server.toolset.diagnose;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Diagnosis;
import dev.opensipsmcp.server.toolset.diagnose.engine.Report;
import dev.opensipsmcp.server.toolset.diagnose.task.NatOfCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code diagnose_nat_flow}: what a NAT does to one call. */
final class NatFlow implements Work.Timed {
  private final Desk desk;

  NatFlow(Desk desk) {
    this.desk = desk;
  }

  Tool tool() {
    List<Schema.Property> members = new ArrayList<>();
    members.add(Schema.required("summary", Schema.text("In one sentence")));
    members.addAll(Report.schema());
    return new Tool(
        "diagnose_nat_flow",
        DiagnoseToolset.NAME,
        "What a NAT does to a call",
        new Description(
            "Diagnose NAT trouble of one call: dialog, contacts, messages, relay, pings.",
            "Use when a call through a NAT has no or one-way audio, or ends by itself.",
            Optional.of("Not for symptoms without a Call-ID; use `diagnose`."),
            Optional.empty(),
            "Returns findings; changes are proposed, none is made."),
        Demand.MI_READ,
        true,
        Schema.arguments(
            Schema.required("callid", Schema.text("The Call-ID").longest(255)),
            Schema.optional("path", Schema.text("A capture that has it").longest(1_000)),
            Schema.optional("text", Schema.text("Its messages as text").longest(500_000))),
        Schema.object("Diagnosis", members.toArray(Schema.Property[]::new)),
        new Needs(List.of("get_statistics"), List.of()),
        List.of(
            "Is NAT the cause of one-way audio in call 4711@pbx?",
            "Triage the NAT flow of this Call-ID",
            "Check NAT, contacts and RTPEngine of one call"),
        List.of(),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Desk.LIMIT;
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    JsonObject asked = arguments.json().deepCopy();
    asked.add("call_id", asked.remove("callid"));
    Diagnosis diagnosis = desk.diagnose(NatOfCall.TASK, new Arguments(asked), ports);
    JsonObject json = Json.object("summary", Diagnose.summary(diagnosis));
    Report.of(diagnosis).asMap().forEach(json::add);
    return new Outcome.Value(json, Report.notes(diagnosis));
  }
}
