package dev.opensipsmcp.server.toolset.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.server.toolset.evidence.MessageText;
import dev.opensipsmcp.sip.capture.PcapBytes;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The messages of a call, as a pcap in the answer: without secrets, and small enough for it.
 *
 * @param desk what it works with
 */
record Exports(HomerDesk desk) implements Work.Read {
  private static final int MOST = 9_000;

  static final Schema OUTPUT =
      Schema.object(
          "The export",
          Schema.required("packets", Schema.integer("Packets")),
          Schema.required("messages", Schema.integer("Messages in it")),
          Schema.required("bytes", Schema.integer("Size of the pcap")),
          Schema.optional("sha256", Schema.text("Hash of its bytes")),
          Schema.optional("path", Schema.text("The new file")),
          Schema.optional("pcap_base64", Schema.text("Secrets blanked")));

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
    return messages(arguments, ports, Exports::shown);
  }

  private static Outcome shown(List<CapturedMessage> messages, List<String> notes) {
    if (messages.isEmpty()) {
      notes.add("There are 0 packets to export: widen the time, or search for the Call-ID.");
      return new Outcome.Value(nothing(), notes);
    }
    byte[] pcap = PcapBytes.of(messages.stream().map(Exports::clean).toList());
    JsonObject json = new JsonObject();
    json.addProperty("packets", packets(pcap));
    json.addProperty("messages", messages.size());
    json.addProperty("bytes", pcap.length);
    if (pcap.length <= MOST) {
      json.addProperty("sha256", sha256(pcap));
      json.addProperty("pcap_base64", Base64.getEncoder().encodeToString(pcap));
      notes.add("Secrets in the messages are blanked; a file has them whole.");
    } else {
      notes.add(
          "The pcap is larger than the "
              + MOST
              + " bytes that an answer may carry: call again with output_file.");
    }
    return new Outcome.Value(json, notes);
  }

  private static CapturedMessage clean(CapturedMessage message) {
    byte[] text = MessageText.of(message.message().bytes()).getBytes(StandardCharsets.UTF_8);
    SipMessage without = SipParser.parse(text);
    return new CapturedMessage(
        message.time(),
        message.transport(),
        message.source(),
        message.destination(),
        without,
        message.origin());
  }

  /** Counts the records of a little-endian pcap that was just made. */
  private static int packets(byte[] pcap) {
    int packets = 0;
    int at = 24;
    while (at + 16 <= pcap.length) {
      int length =
          (pcap[at + 8] & 0xFF)
              | (pcap[at + 9] & 0xFF) << 8
              | (pcap[at + 10] & 0xFF) << 16
              | (pcap[at + 11] & 0xFF) << 24;
      at += 16 + length;
      packets++;
    }
    return packets;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
