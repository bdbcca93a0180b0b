package dev.opensipsmcp.server.toolset.homer;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code homer_export_pcap}: reads when it shall only show the export, changes when it
 * shall write a file.
 *
 * @param desk what it works with
 */
record ExportPcap(HomerDesk desk) implements Work.PerCall {
  static final String FILE = "output_file";

  Tool tool() {
    return new Tool(
        "homer_export_pcap",
        HomerToolset.NAME,
        "Export a call as pcap",
        new Description(
            "Export one call as pcap, to a new file or as base64.",
            "Use when a call shall be opened in Wireshark or sngrep.",
            Optional.of("Not for Homer's own text; use `homer_export_original`."),
            Optional.of(
                "Effects: output_file is written, secrets included. Undo: remove the file on the"
                    + " host."),
            "Returns packets (0: nothing there), sha256, and path, base64 if small or a link."),
        new Demand(Scope.RESOURCE_READ, Risk.REVERSIBLE),
        false,
        Schema.arguments(
            Asked.CALL_ID,
            Asked.FROM_MS,
            Asked.TO_MS,
            Asked.FROM,
            Asked.TO,
            Asked.PATH,
            Schema.optional(
                FILE,
                Schema.text("New file *.pcap in an allowed directory; absent: base64")
                    .longest(1_000))),
        Exports.OUTPUT,
        Needs.NOTHING,
        List.of(
            "Export call abc@host from Homer as pcap for Wireshark",
            "Save the call as /var/captures/case-7.pcap out of Homer",
            "Give me a pcap of this Call-ID"),
        List.of(),
        this);
  }

  @Override
  public Choice choose(Arguments arguments, ReadPorts ports) {
    Exports exports = new Exports(desk);
    return arguments.has(FILE)
        ? new Choice.Chosen(
            new Demand(Scope.RESOURCE_READ, Risk.REVERSIBLE), new ExportFile(exports))
        : new Choice.Chosen(HomerDesk.READ, exports);
  }
}
