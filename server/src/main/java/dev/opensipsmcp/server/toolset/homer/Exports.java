package dev.opensipsmcp.server.toolset.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Attachment;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.evidence.BlankedPcap;
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.server.toolset.evidence.PcapLink;
import dev.opensipsmcp.server.toolset.evidence.WrittenPcap;
import dev.opensipsmcp.sip.capture.CaptureFile;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The messages of a call as a pcap without secrets: in the answer where it has room, else behind a
 * link.
 *
 * @param desk what it works with
 */
record Exports(HomerDesk desk) implements Work.Read {
  private static final String NAME = "call.pcap";
  private static final String BYTES = "pcap_base64";

  static final Schema OUTPUT =
      Schema.object(
          "The export",
          Schema.required("packets", Schema.integer("Packets")),
          Schema.required("messages", Schema.integer("Messages in it")),
          Schema.required("bytes", Schema.integer("Size of the pcap")),
          Schema.optional("sha256", Schema.text("Hash of its bytes")),
          Schema.optional("path", Schema.text("The new file")),
          WrittenPcap.RESOURCE,
          Schema.optional(BYTES, Schema.text("Secrets blanked")));

  /** {@return what comes of the call's messages} */
  Outcome messages(
      Arguments arguments,
      ReadPorts ports,
      BiFunction<List<CapturedMessage>, List<String>, Outcome> made) {
    return desk.with(
        arguments,
        HomerDesk.WEEK,
        (store, window) ->
            HomerDesk.outcome(
                store,
                window,
                store.messages(
                    List.of(arguments.text("callid")), window, new CallWatch(ports, "calls")),
                made));
  }

  static JsonObject nothing() {
    JsonObject json = new JsonObject();
    json.addProperty("packets", 0);
    json.addProperty("messages", 0);
    json.addProperty("bytes", 0);
    return json;
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    String callId = arguments.text("callid");
    return desk.with(
        arguments,
        HomerDesk.WEEK,
        (store, window) -> {
          Optional<String> uri =
              store instanceof CaptureFile ? Optional.empty() : PcapLink.call(callId, window);
          return HomerDesk.outcome(
              store,
              window,
              store.messages(List.of(callId), window, new CallWatch(ports, "calls")),
              (messages, notes) -> shown(messages, notes, uri));
        });
  }

  private static Outcome shown(
      List<CapturedMessage> messages, List<String> notes, Optional<String> uri) {
    if (messages.isEmpty()) {
      notes.add("There are 0 packets to export: widen the time, or search for the Call-ID.");
      return new Outcome.Value(nothing(), notes);
    }
    BlankedPcap pcap = BlankedPcap.of(messages);
    JsonObject json = new JsonObject();
    json.addProperty("packets", pcap.packets());
    json.addProperty("messages", pcap.messages());
    json.addProperty("bytes", pcap.size());
    json.addProperty("sha256", pcap.sha256());
    notes.add("Secrets in the messages are blanked; a file has them whole.");
    if (pcap.size() > Attachment.MOST_BYTES) {
      notes.add(
          "The pcap has "
              + pcap.size()
              + " bytes, too many to be read here: call again with output_file, and copy the file"
              + " from the server's host.");
      return new Outcome.Value(json, notes);
    }
    uri.ifPresent(it -> json.addProperty("resource_uri", it));
    notes.add(
        "pcap_base64 is there where the answer has room for it; else "
            + (uri.isPresent() ? "read resource_uri, or " : "")
            + "call again with output_file.");
    return new Outcome.Value(
        json, notes, Optional.of(pcap.attachment(uri, NAME, Optional.of(BYTES))));
  }
}
