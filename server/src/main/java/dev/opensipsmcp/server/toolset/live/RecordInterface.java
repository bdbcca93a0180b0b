package dev.opensipsmcp.server.toolset.live;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry.CaptureEntry;
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
import dev.opensipsmcp.sip.capture.Recorder;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code live_record_interface}.
 *
 * @param desk what it works with
 */
record RecordInterface(LiveDesk desk) implements Work.Change {
  private static final String DEVICE = "interface";
  private static final String FILTER = "filter_expr";
  private static final String USUAL = "port 5060";
  private static final int SECONDS = 30;
  private static final int PACKETS = 100_000;
  private static final int MEGABYTES = 100;
  private static final Duration AROUND = Duration.ofSeconds(15);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'.'SSS'Z'").withZone(ZoneOffset.UTC);

  Tool tool() {
    return new Tool(
        "live_record_interface",
        LiveToolset.NAME,
        "Record a network interface",
        new Description(
            "Record packets of this server's host to a new pcap file, with tcpdump or dumpcap.",
            "Use when a node can't send copies, or TCP, fragments or media must be seen.",
            Optional.of("Not for nodes that can copy calls; use `live_trace_start`."),
            Optional.of(
                "Effects: runs a program for that time; the file has whatever the packets carry,"
                    + " and only its owner can read it; calls go on. Undo: remove the file."),
            "Returns path, packets, bytes and what ended it; read it with capture_list_calls."),
        new Demand(Scope.PROCESS_MANAGE, Risk.DISRUPTIVE),
        false,
        Schema.arguments(
            optional(DEVICE, text("An allowed one").longest(64)),
            optional("duration", integer("Seconds").between(1, 300).byDefault(SECONDS)),
            optional(
                FILTER,
                text("pcap filter of addresses, ports, udp, tcp, and, or, not")
                    .longest(500)
                    .byDefault(USUAL)
                    .examples("host 198.51.100.7 and port 5060")),
            optional("packets", integer("At most").between(1, 10_000_000).byDefault(PACKETS)),
            optional("megabytes", integer("At most").between(1, 1_024).byDefault(MEGABYTES))),
        Schema.map("path, packets, bytes, ended (time, packets, bytes, withdrawn, program), said"),
        Needs.NOTHING,
        List.of(
            "Capture SIP on eth0 for 30 seconds",
            "Run tcpdump for host 198.51.100.7 and port 5060",
            "Record the traffic of port 5060 to a pcap"),
        List.of("sngrep_capture"),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Duration.ofSeconds(arguments.integer("duration", SECONDS)).plus(AROUND);
  }

  private CaptureEntry settings() {
    return desk.evidence().settings().captures();
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    CaptureEntry settings = settings();
    if (settings.program().isEmpty()
        || settings.interfaces().isEmpty()
        || settings.directories().isEmpty()) {
      return refused("Recording is not set up here.");
    }
    String device = arguments.maybeText(DEVICE).orElse(settings.interfaces().getFirst());
    if (!settings.interfaces().contains(device)) {
      return refused(
          device + " may not be recorded, only " + String.join(", ", settings.interfaces()) + ".");
    }
    Optional<String> filter = BpfFilter.of(arguments.maybeText(FILTER).orElse(USUAL));
    if (filter.isEmpty()) {
      return new Plan.Refused(
          ToolError.ARGUMENTS_WRONG.failure(
              "filter_expr has more in it than addresses, ports, udp, tcp, and, or, not.",
              "Write for example: host 198.51.100.7 and portrange 5060-5080."));
    }
    int seconds = arguments.integer("duration", SECONDS);
    JsonObject target = Json.object(DEVICE, device);
    target.addProperty("filter", filter.get());
    target.addProperty("program", settings.program().get().toString());
    target.addProperty("directory", settings.directories().getFirst().toString());
    return new Plan.Ready(
        "Record " + device + " with filter " + filter.get() + " for " + seconds + " s.",
        target,
        new JsonObject(),
        List.of("A new file with all that these packets carry, content of calls included."),
        "Remove the file on the host.");
  }

  private static Plan refused(String cause) {
    return new Plan.Refused(
        ToolError.RECORDING_NOT_ALLOWED.failure(
            cause,
            "Ask whoever runs this server to set captures.program, captures.interfaces and"
                + " captures.directories."));
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    String device = Json.text(plan.target(), DEVICE);
    Optional<Path> file = file(device);
    if (file.isEmpty()) {
      return ToolError.RECORDING_NOT_ALLOWED.failure(
          "The directory for captures is not there.", "Ask whoever runs this server to make it.");
    }
    int seconds = arguments.integer("duration", SECONDS);
    Recorder.Order order =
        new Recorder.Order(
            device,
            Json.text(plan.target(), "filter"),
            Duration.ofSeconds(seconds),
            arguments.integer("packets", PACKETS),
            (long) arguments.integer("megabytes", MEGABYTES) << 20);
    Recorder recorder = new Recorder(Path.of(Json.text(plan.target(), "program")));
    return switch (recorder.run(
        order,
        file.get(),
        ports::withdrawn,
        (packets, told) -> ports.progress((double) told, seconds, packets + " packets"))) {
      case Recorder.Result.Failed(String reason) ->
          ToolError.RECORDING_FAILED.failure(
              reason, "Have the program allowed to record; see docs/live-capture.md.");
      case Recorder.Result.Done done -> {
        JsonObject json = Json.object("path", file.get().toString());
        json.addProperty("packets", done.packets());
        json.addProperty("bytes", done.bytes());
        json.addProperty("ended", done.ended());
        json.addProperty("said", done.said());
        yield new Outcome.Value(json);
      }
    };
  }

  /** The name has no word of the caller's: an interface's name may have a slash. */
  private Optional<Path> file(String device) {
    List<Path> allowed = settings().directories();
    Instant now = desk.clock().instant();
    String name =
        "live-" + device.replaceAll("[^A-Za-z0-9]", "_") + '-' + STAMP.format(now) + ".pcap";
    return new AllowedDirectories(allowed).real(allowed.getFirst().resolve(name));
  }
}
