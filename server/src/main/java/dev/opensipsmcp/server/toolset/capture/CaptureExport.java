package dev.opensipsmcp.server.toolset.capture;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import dev.opensipsmcp.server.toolset.evidence.WrittenPcap;
import dev.opensipsmcp.sip.capture.CaptureFile;
import dev.opensipsmcp.sip.capture.CaptureWriter;
import dev.opensipsmcp.sip.capture.Exported;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code capture_export_pcap}. It touches no node, so that reading is right enough for it;
 * but it writes a file with whole messages, so that it is a change, which a viewer may not make.
 */
record CaptureExport(Captures captures) implements Work.Change {
  private static final String OUTPUT = "output_file";

  Tool tool() {
    return new Tool(
        "capture_export_pcap",
        CaptureToolset.NAME,
        "Export calls as pcap",
        new Description(
            "Export calls of a capture file to a new pcap file.",
            "Use when a call shall be opened in Wireshark or sngrep, or sent to somebody.",
            Optional.of("Not for reading them here; use `capture_get_messages`."),
            Optional.of(
                "Effects: writes a new file with whole messages, secrets included, that only its"
                    + " owner can read; no call is touched. Undo: remove the file on the host."),
            "Returns one object: path, size, sha256, packets, messages; and a resource link."),
        new Demand(Scope.RESOURCE_READ, Risk.REVERSIBLE),
        false,
        Schema.arguments(
            Captures.PATH,
            CaptureReads.CALL_IDS,
            Schema.required(
                OUTPUT,
                Schema.text("New file in an allowed directory")
                    .matching("\\.pcap$")
                    .longest(1_000)
                    .examples("/var/captures/call-486.pcap")),
            Moments.FROM,
            Moments.TO),
        Schema.object(
            "The file",
            Schema.required("path", Schema.text("Its real path")),
            Schema.required("bytes", Schema.integer("Its size")),
            Schema.required("sha256", Schema.text("Hash of its bytes")),
            Schema.required("packets", Schema.integer("Packets in it")),
            Schema.required("messages", Schema.integer("Messages in it")),
            WrittenPcap.RESOURCE),
        Needs.NOTHING,
        List.of(
            "Export this call from the capture to a pcap for Wireshark",
            "Save these two Call-IDs as /var/captures/case-7.pcap",
            "Write a small pcap with only the failed call"),
        List.of(),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Captures.LIMIT;
  }

  /** The messages, or why there are none. */
  private sealed interface Picked {
    record Good(List<CapturedMessage> messages, List<String> notes) implements Picked {}

    record Bad(Outcome.Failure failure) implements Picked {}
  }

  private Picked pick(Arguments arguments, ReadPorts ports) {
    List<Picked> good = new ArrayList<>();
    Outcome outcome =
        captures.with(
            arguments,
            (file, window) ->
                switch (messages(file, arguments, window, ports)) {
                  case Found.Failure<List<CapturedMessage>>(TraceError error) ->
                      Captures.failure(error);
                  case Found.Value<List<CapturedMessage>>(
                          List<CapturedMessage> messages,
                          List<String> notes) -> {
                    good.add(new Picked.Good(messages, notes));
                    yield new Outcome.Value(new JsonObject());
                  }
                });
    return switch (outcome) {
      case Outcome.Failure failure -> new Picked.Bad(failure);
      case Outcome.Value _ -> good.getFirst();
      case Outcome.Rows _ -> good.getFirst();
    };
  }

  private static Found<List<CapturedMessage>> messages(
      CaptureFile file, Arguments arguments, TimeWindow window, ReadPorts ports) {
    return file.messages(arguments.texts("call_ids"), window, new PortWatch(ports));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (pick(arguments, ports)) {
      case Picked.Bad(Outcome.Failure failure) -> new Plan.Refused(failure);
      case Picked.Good(List<CapturedMessage> messages, List<String> notes) ->
          plan(arguments.text(OUTPUT), messages, notes);
    };
  }

  private Plan plan(String name, List<CapturedMessage> messages, List<String> notes) {
    Optional<Path> file = Captures.path(name).flatMap(captures.directories()::real);
    if (file.isEmpty()) {
      return new Plan.Refused(Captures.outside(name));
    }
    if (Files.exists(file.get(), LinkOption.NOFOLLOW_LINKS)) {
      return new Plan.Refused(notWritten(name + " exists already."));
    }
    if (messages.isEmpty()) {
      return new Plan.Refused(
          notWritten("The capture has no message of these calls at that time."));
    }
    JsonObject target = Json.object("path", file.get().toString());
    JsonObject shown = new JsonObject();
    shown.addProperty("messages", messages.size());
    shown.addProperty(
        "bytes", messages.stream().mapToLong(one -> one.message().bytes().length).sum());
    shown.add("notes", Json.texts(notes));
    return new Plan.Ready(
        "Write " + messages.size() + " messages to " + file.get(),
        target,
        shown,
        List.of("A new file is written, with whatever secrets the messages have."),
        "Remove the file on the host.");
  }

  private static Outcome.Failure notWritten(String cause) {
    return ToolError.CAPTURE_NOT_WRITTEN.failure(
        cause, "Give a new name in a directory that exists, and Call-IDs that the capture has.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return switch (pick(arguments, ports)) {
      case Picked.Bad(Outcome.Failure failure) -> failure;
      case Picked.Good(List<CapturedMessage> messages, List<String> notes) ->
          switch (new CaptureWriter(captures.directories())
              .write(Path.of(Json.text(plan.target(), "path")), messages)) {
            case Exported.Refused(String reason) -> notWritten(reason);
            case Exported.Done done ->
                new WrittenPcap(captures.directories()).told(done, notes, ports);
          };
    };
  }
}
