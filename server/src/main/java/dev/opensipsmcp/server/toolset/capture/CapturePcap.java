package dev.opensipsmcp.server.toolset.capture;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Attachment;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.BlankedPcap;
import dev.opensipsmcp.server.toolset.evidence.PcapLink;
import dev.opensipsmcp.server.toolset.evidence.WrittenPcap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code capture_get_pcap}, by which a link to a capture file is read.
 *
 * @param captures where captures may be
 */
record CapturePcap(Captures captures) implements Work.Timed {

  Tool tool() {
    return new Tool(
        "capture_get_pcap",
        CaptureToolset.NAME,
        "A capture file as a resource",
        new Description(
            "Get a link by which a client reads the SIP messages of a capture file as pcap.",
            "Use when a pcap is on the server's host, and whoever wants it has no access there.",
            Optional.of("Not for reading messages here; use `capture_get_messages`."),
            Optional.empty(),
            "Returns one object: resource_uri, with packets, bytes and sha256 of what is read:"
                + " secrets blanked, at most 1 MiB."),
        Captures.READ,
        true,
        Schema.arguments(Captures.PATH),
        Schema.object(
            "The link",
            Schema.required("path", Schema.text("The file's real path")),
            Schema.required("bytes", Schema.integer("Size of what is read")),
            Schema.required("sha256", Schema.text("Hash of its bytes")),
            Schema.required("packets", Schema.integer("Packets in it")),
            Schema.required("messages", Schema.integer("Messages in it")),
            WrittenPcap.RESOURCE),
        Needs.NOTHING,
        List.of(
            "Let me download the pcap case-7.pcap from the server",
            "Fetch this capture file without access to the host",
            "Give me a link to the exported pcap"),
        List.of(),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Captures.LIMIT;
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    if (captures.directories().allowed().isEmpty()) {
      return Captures.nothingAllowed();
    }
    String text = arguments.text("path");
    Optional<Path> file = Captures.path(text).flatMap(captures.directories()::real);
    if (file.isEmpty()) {
      return Captures.outside(text);
    }
    if (!Files.isRegularFile(file.get())) {
      return ToolError.CAPTURE_UNREADABLE.failure(
          "There is no file " + text + " any more.", "Take a file that capture_list_files shows.");
    }
    return Captures.outcome(
        BlankedPcap.of(file.get(), new PortWatch(ports)),
        (pcap, notes) -> shown(file.get(), pcap, notes));
  }

  private Outcome shown(Path file, BlankedPcap pcap, List<String> notes) {
    if (pcap.messages() == 0) {
      return ToolError.EVIDENCE_NOT_FOUND.failure(
          "There are 0 SIP messages in " + file + ".", "See what it holds by capture_get_info.");
    }
    JsonObject json = Json.object("path", file.toString());
    json.addProperty("bytes", pcap.size());
    json.addProperty("sha256", pcap.sha256());
    json.addProperty("packets", pcap.packets());
    json.addProperty("messages", pcap.messages());
    Optional<Attachment> link =
        PcapLink.file(captures.directories(), file)
            .map(uri ->
                pcap.attachment(
                    Optional.of(uri), String.valueOf(file.getFileName()), Optional.empty()));
    link.flatMap(Attachment::uri).ifPresent(uri -> json.addProperty("resource_uri", uri));
    List<String> all = new ArrayList<>(notes);
    all.add("Secrets in the messages are blanked; the file on the host has them whole.");
    return new Outcome.Value(json, all, link);
  }
}
