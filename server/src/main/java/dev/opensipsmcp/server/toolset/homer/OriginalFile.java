package dev.opensipsmcp.server.toolset.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.server.toolset.evidence.Stores;
import dev.opensipsmcp.server.toolset.evidence.WrittenPcap;
import dev.opensipsmcp.sip.capture.CaptureWriter;
import dev.opensipsmcp.sip.capture.CaptureWriter.Filled;
import dev.opensipsmcp.sip.capture.Exported;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.homer.ExportFormat;
import dev.opensipsmcp.sip.homer.Homer;
import dev.opensipsmcp.sip.homer.HomerExport;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what the Homer server exports to a new file, as it comes.
 *
 * @param desk what it works with
 */
record OriginalFile(HomerDesk desk) implements Work.Change {

  private AllowedDirectories directories() {
    return desk.stores().captures();
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    String ending = ExportOriginal.format(arguments) == ExportFormat.PCAP ? ".pcap" : ".txt";
    return switch (ExportFile.target(directories(), arguments.text(ExportPcap.FILE), ending)) {
      case ExportFile.Target.None(Outcome.Failure failure) -> new Plan.Refused(failure);
      case ExportFile.Target.New(Path file) -> plan(file, arguments, ports);
    };
  }

  /** Looks for the messages, so that a person sees what is there before anything is written. */
  private Plan plan(Path file, Arguments arguments, ReadPorts ports) {
    List<Plan> planned = new ArrayList<>();
    Outcome outcome =
        desk.withHomer(
            arguments,
            HomerDesk.WEEK,
            (homer, window) ->
                HomerDesk.outcome(
                    homer,
                    window,
                    homer.messages(
                        List.of(arguments.text("callid")), window, new CallWatch(ports, "calls")),
                    (messages, notes) -> {
                      planned.add(ExportFile.plan(file, messages, notes));
                      return new Outcome.Value(new JsonObject());
                    }));
    return outcome instanceof Outcome.Failure failure
        ? new Plan.Refused(failure)
        : planned.getFirst();
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Path file = Path.of(Json.text(plan.target(), "path"));
    return desk.withHomer(
        arguments, HomerDesk.WEEK, (homer, window) -> write(file, homer, window, arguments, ports));
  }

  private Outcome write(
      Path file, Homer homer, TimeWindow window, Arguments arguments, ReadPorts ports) {
    List<TraceError> errors = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    notes.add(Asked.told(homer.name(), window));
    CaptureWriter.Content content =
        out ->
            switch (ExportOriginal.export(
                homer, window, arguments, out, new CallWatch(ports, "calls"))) {
              case Found.Failure<HomerExport>(TraceError error) -> {
                errors.add(error);
                yield new Filled.Nothing(error.message());
              }
              case Found.Value<HomerExport>(HomerExport export, List<String> told) -> {
                notes.addAll(told);
                yield export.bytes() == 0
                    ? new Filled.Nothing("Homer exported 0 messages.")
                    : new Filled.Whole(export.packets(), export.packets(), List.of());
              }
            };
    return switch (new CaptureWriter(directories()).write(file, content)) {
      case Exported.Refused(String reason) ->
          errors.isEmpty()
              ? ExportFile.notWritten(reason)
              : Stores.failure(homer, errors.getFirst());
      case Exported.Done done -> told(done, arguments, notes, ports);
    };
  }

  private Outcome told(
      Exported.Done done, Arguments arguments, List<String> notes, ReadPorts ports) {
    if (ExportOriginal.format(arguments) == ExportFormat.PCAP) {
      notes.add("Homer writes every message as UDP, whatever carried it.");
      return new WrittenPcap(directories()).told(done, notes, ports);
    }
    JsonObject json = Json.object("path", done.file().toString());
    json.addProperty("bytes", done.bytes());
    json.addProperty("sha256", done.sha256());
    return new Outcome.Value(json, notes);
  }
}
