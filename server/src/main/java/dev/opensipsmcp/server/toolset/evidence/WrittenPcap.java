package dev.opensipsmcp.server.toolset.evidence;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Attachment;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.sip.capture.Exported;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.trace.Found;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tools tell of a pcap that they wrote: its figures, and a link by which a client without
 * access to the host reads it. The link's hash is that of what is read: without secrets.
 *
 * @param directories where the file is
 */
public record WrittenPcap(AllowedDirectories directories) {
  /** Where the answer names the link. */
  public static final Schema.Property RESOURCE =
      Schema.optional("resource_uri", Schema.text("Read it by resources/read, secrets blanked"));

  /** {@return the answer} */
  public Outcome.Value told(Exported.Done done, List<String> notes, ReadPorts ports) {
    JsonObject json = Json.object("path", done.file().toString());
    json.addProperty("bytes", done.bytes());
    json.addProperty("sha256", done.sha256());
    json.addProperty("packets", done.packets());
    json.addProperty("messages", done.messages());
    List<String> all = new ArrayList<>(notes);
    all.addAll(done.notes());
    Optional<Attachment> link =
        PcapLink.file(directories, done.file()).map(uri -> link(uri, done, ports));
    link.flatMap(Attachment::uri).ifPresent(uri -> json.addProperty("resource_uri", uri));
    return new Outcome.Value(json, all, link);
  }

  private static Attachment link(String uri, Exported.Done done, ReadPorts ports) {
    Path file = done.file();
    String name = String.valueOf(file.getFileName());
    return switch (BlankedPcap.of(file, new CallWatch(ports, "packets"))) {
      case Found.Value<BlankedPcap>(BlankedPcap pcap, var _) ->
          pcap.attachment(Optional.of(uri), name, Optional.empty());
      case Found.Failure<BlankedPcap> _ ->
          new Attachment(
              Optional.of(uri),
              name,
              done.packets() + " packets; too large to be read here, copy " + file + ".",
              PcapLink.MIME_TYPE,
              done.bytes(),
              done.sha256(),
              done.packets(),
              Optional.empty(),
              Optional.empty());
    };
  }
}
