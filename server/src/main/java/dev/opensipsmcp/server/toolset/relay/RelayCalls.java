package dev.opensipsmcp.server.toolset.relay;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.relay.AudioJudge;
import dev.opensipsmcp.sip.relay.AudioVerdict;
import dev.opensipsmcp.sip.relay.Bencode;
import dev.opensipsmcp.sip.relay.RelayAnswer;
import dev.opensipsmcp.sip.relay.RelayError;
import dev.opensipsmcp.sip.relay.RelayedCall;
import dev.opensipsmcp.sip.relay.RelayedCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the calls that relays carry. */
final class RelayCalls {
  private static final int MOST = 10_000;

  private RelayCalls() {}

  static Tool list(Relays relays) {
    return RelayToolset.READS.tool(
        "relay_list_calls",
        "Calls that a relay carries",
        ReadTools.says(
            "List the Call-IDs of the calls whose media an RTPEngine relays now.",
            "Use when sessions may have been left behind, or a relay is to be drained.",
            "Not for one call's streams; use `relay_get_call`.",
            "Returns a page of Call-IDs, at most 10,000 in all."),
        Schema.arguments(Relays.NAME, SharedParameters.limit(100, 1_000), SharedParameters.CURSOR),
        Schema.list("Calls", object("Call", required("call_id", text("Its Call-ID")))),
        List.of(
            "Which calls does the RTPEngine carry?",
            "List the active media sessions",
            "How many sessions are on relay media-1?"),
        List.of("rtpengine_sessions"),
        (arguments, _) ->
            switch (relays.chosen(arguments)) {
              case Relays.Choice.Refused(Outcome.Failure failure) -> failure;
              case Relays.Choice.Chosen(RelayEntry relay) -> listed(relay, arguments);
            });
  }

  private static Outcome listed(RelayEntry relay, Arguments arguments) {
    if (!Relays.isEngine(relay)) {
      return ProxyStates.listsNone(relay);
    }
    return switch (Relays.engine(relay).list(MOST)) {
      case RelayAnswer.Failure<List<String>>(RelayError error) -> Relays.failure(relay, error);
      case RelayAnswer.Value<List<String>>(List<String> ids) -> {
        List<JsonObject> rows = new ArrayList<>();
        for (String id : ids.stream().sorted().toList()) {
          JsonObject row = new JsonObject();
          row.addProperty("call_id", id);
          rows.add(row);
        }
        List<String> warnings =
            ids.size() < MOST ? List.of() : List.of("The relay carries more than these.");
        yield Paging.page(rows, arguments, 100, warnings);
      }
    };
  }

  static Tool get(Relays relays) {
    return RelayToolset.READS.tool(
        "relay_get_call",
        "A call's media at the relay",
        ReadTools.says(
            "Get a call's streams from its relay, and say who is heard and who is not.",
            "Use when people report one-way audio, silence, or calls without media.",
            "Not for its signalling; use `dlg_get`.",
            "Returns the verdict with hints, and each side's streams with counters; an rtpproxy tells"
                + " packets per side only."),
        Schema.arguments(
            required("call_id", text("Call-ID").longest(512)), Relays.TAG, Relays.NAME),
        object(
            "Media of the call",
            required("relay", text("The relay that carries it")),
            required(
                "verdict", text("both_ways, one_way, no_audio, held, not_answered or unknown")),
            required("says", text("The verdict in a sentence")),
            required("hints", texts("What may be the cause")),
            optional("created", text("When the relay began it")),
            required("sides", Schema.list("Sides", side()))),
        List.of(
            "One-way audio on call 4711@pbx: whose packets are missing?",
            "Does the RTPEngine receive media from both sides of this call?",
            "Show the RTP counters of this Call-ID"),
        List.of(),
        (arguments, _) -> found(relays, arguments));
  }

  private static Schema side() {
    return object(
        "Side and media",
        required("tag", text("Who is there: From or To tag")),
        required("media", text("audio, video or another one")),
        optional("protocol", text("Transport profile")),
        optional("flow", text("flowing, never_came, stopped, not_sending; empty if no audio")),
        required("packets", integer("Packets that came from there")),
        optional("bytes", integer("Bytes of them")),
        optional("errors", integer("Bad ones")),
        optional("last_packet", text("When the last came, or the stream began")),
        optional("said", text("Where SDP said it receives")),
        optional("seen", text("Where packets come from")),
        optional("relay_port", text("Where the relay receives it")));
  }

  /** Without a name all relays are asked, for nobody knows which one carries a call. */
  private static Outcome found(Relays relays, Arguments arguments) {
    List<RelayEntry> asked = relays.all();
    if (arguments.has("relay") || asked.isEmpty()) {
      switch (relays.chosen(arguments)) {
        case Relays.Choice.Refused(Outcome.Failure failure) -> {
          return failure;
        }
        case Relays.Choice.Chosen(RelayEntry relay) -> asked = List.of(relay);
      }
    }
    Optional<Outcome.Failure> failed = Optional.empty();
    for (RelayEntry relay : asked) {
      if (!Relays.isEngine(relay)) {
        Outcome answer = ProxyStates.call(relay, arguments);
        if (!(answer instanceof Outcome.Failure failure)) {
          return answer;
        }
        boolean unknown = failure.code().equals(ToolError.RELAY_CALL_NOT_FOUND.name());
        failed = failed.isEmpty() || !unknown ? Optional.of(failure) : failed;
        continue;
      }
      switch (Relays.engine(relay).query(arguments.text("call_id"))) {
        case RelayAnswer.Value<Bencode.Dictionary>(Bencode.Dictionary answer) -> {
          return new Outcome.Value(json(relay, RelayedCalls.read(answer), relays));
        }
        case RelayAnswer.Failure<Bencode.Dictionary>(RelayError error) -> {
          // A relay that can't be asked may be the one: that is told rather than "not found".
          if (failed.isEmpty() || error.kind() != RelayError.Kind.NOT_FOUND) {
            failed = Optional.of(Relays.failure(relay, error));
          }
        }
      }
    }
    return failed.orElseThrow();
  }

  private static JsonObject json(RelayEntry relay, RelayedCall call, Relays relays) {
    AudioVerdict verdict = AudioJudge.judge(call, relays.desk().clock().instant());
    JsonObject json = new JsonObject();
    json.addProperty("relay", relay.name());
    json.addProperty("verdict", word(verdict.kind()));
    json.addProperty("says", verdict.text());
    JsonArray hints = new JsonArray();
    verdict.hints().forEach(hints::add);
    json.add("hints", hints);
    json.addProperty("created", call.created().toString());
    JsonArray sides = new JsonArray();
    for (RelayedCall.Side side : call.sides()) {
      for (RelayedCall.Media media : side.medias()) {
        media
            .rtp()
            .ifPresent(
                stream -> sides.add(row(side.tag(), media, stream, flow(side, media, verdict))));
      }
    }
    json.add("sides", sides);
    return json;
  }

  private static String flow(RelayedCall.Side side, RelayedCall.Media media, AudioVerdict verdict) {
    return verdict.directions().stream()
        .filter(one -> one.tag().equals(side.tag()) && media.type().equals("audio"))
        .findFirst()
        .map(one -> word(one.flow()))
        .orElse("");
  }

  private static JsonObject row(
      String tag, RelayedCall.Media media, RelayedCall.Stream stream, String flow) {
    JsonObject row = new JsonObject();
    row.addProperty("tag", tag);
    row.addProperty("media", media.type());
    row.addProperty("protocol", media.protocol());
    row.addProperty("flow", flow);
    row.addProperty("packets", stream.packets());
    row.addProperty("bytes", stream.bytes());
    row.addProperty("errors", stream.errors());
    row.addProperty("last_packet", stream.lastPacket().toString());
    row.addProperty("said", stream.advertised().toString());
    row.addProperty("seen", stream.seen().toString());
    row.addProperty("relay_port", stream.local().toString());
    return row;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
