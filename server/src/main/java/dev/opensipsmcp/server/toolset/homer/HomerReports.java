package dev.opensipsmcp.server.toolset.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.sip.homer.HomerAlias;
import dev.opensipsmcp.sip.homer.LogLine;
import java.util.List;
import java.util.Optional;

/**
 * The tools {@code homer_get_qos}, {@code homer_get_logs} and {@code homer_list_aliases}: what only
 * a Homer server has.
 *
 * @param desk what they work with
 */
record HomerReports(HomerDesk desk) {
  private static final int PAGE = 100;

  private static Schema arguments() {
    return Schema.arguments(
        Asked.CALL_ID,
        Asked.FROM_MS,
        Asked.TO_MS,
        Asked.FROM,
        Asked.TO,
        SharedParameters.limit(PAGE, 500),
        SharedParameters.CURSOR);
  }

  Tool quality() {
    Work.Read work =
        (arguments, ports) ->
            desk.withHomer(
                arguments,
                HomerDesk.WEEK,
                (homer, window) ->
                    HomerDesk.outcome(
                        homer,
                        window,
                        homer.quality(
                            List.of(arguments.text("callid")),
                            window,
                            new CallWatch(ports, "reports")),
                        (reports, notes) ->
                            Paging.page(
                                reports.stream().map(HomerJson::report).toList(),
                                arguments,
                                PAGE,
                                notes)));
    return new Tool(
        "homer_get_qos",
        HomerToolset.NAME,
        "Media quality of a call from Homer",
        new Description(
            "Get the RTCP and RTCP-XR reports of one call from Homer.",
            "Use when audio was bad: loss, jitter and round trip over the call.",
            Optional.of("Not for its SIP messages; use `homer_get_call_flow`."),
            Optional.empty(),
            "Returns a page, oldest first; what a report does not say is absent."),
        HomerDesk.READ,
        true,
        arguments(),
        HomerJson.reports(),
        Needs.NOTHING,
        List.of(
            "What packet loss and jitter did call abc@host have in Homer?",
            "Get the RTCP reports of this Call-ID",
            "Was the audio quality of the call bad, by Homer's QoS?"),
        List.of(),
        work);
  }

  Tool logs() {
    Work.Read work =
        (arguments, ports) ->
            desk.withHomer(
                arguments,
                HomerDesk.WEEK,
                (homer, window) ->
                    HomerDesk.outcome(
                        homer,
                        window,
                        homer.logs(
                            List.of(arguments.text("callid")),
                            window,
                            new CallWatch(ports, "lines")),
                        (lines, notes) ->
                            Paging.page(
                                lines.stream().map(HomerReports::line).toList(),
                                arguments,
                                PAGE,
                                notes)));
    return new Tool(
        "homer_get_logs",
        HomerToolset.NAME,
        "Log lines of a call from Homer",
        new Description(
            "Get the log lines that agents sent to Homer about one call.",
            "Use when the script's own words about a call are wanted.",
            Optional.of("Not for media; use `homer_get_qos`."),
            Optional.empty(),
            "Returns a page, oldest first."),
        HomerDesk.READ,
        true,
        arguments(),
        Schema.list("Lines", Schema.map("time (UTC), call_id, origin, text (untrusted)")),
        Needs.NOTHING,
        List.of(
            "Which log lines does Homer have of call abc@host?",
            "Get the script's xlog of this Call-ID from Homer",
            "Logs in Homer around the failed call"),
        List.of(),
        work);
  }

  private static JsonObject line(LogLine line) {
    JsonObject json = Json.object("time", line.time().toString());
    Json.addText(json, "call_id", line.callId());
    Json.addText(json, "origin", line.origin());
    json.addProperty("text", line.text());
    return json;
  }

  Tool aliases() {
    Work.Read work =
        (arguments, ports) ->
            desk.withHomer(
                arguments,
                HomerDesk.DAY,
                (homer, window) ->
                    HomerDesk.outcome(
                        homer,
                        window,
                        homer.aliases(new CallWatch(ports, "aliases")),
                        (aliases, notes) ->
                            Paging.page(
                                aliases.stream().map(HomerReports::alias).toList(),
                                arguments,
                                PAGE,
                                notes.subList(1, notes.size()))));
    return new Tool(
        "homer_list_aliases",
        HomerToolset.NAME,
        "Names of addresses in Homer",
        new Description(
            "List the names that Homer has for addresses.",
            "Use when an address in a ladder must get a name, or a name an address.",
            Optional.of("Not for calls; use `homer_search_calls`."),
            Optional.empty(),
            "Returns a page of name, address, port (0: all), mask and whether it is used."),
        HomerDesk.READ,
        true,
        Schema.arguments(SharedParameters.limit(PAGE, 500), SharedParameters.CURSOR),
        Schema.list("Aliases", Schema.map("name, address, port, mask, active")),
        Needs.NOTHING,
        List.of(
            "Which IP aliases does Homer have?",
            "List the alias names of our gateways in Homer",
            "What is 203.0.113.9 called in Homer?"),
        List.of(),
        work);
  }

  private static JsonObject alias(HomerAlias alias) {
    JsonObject json = Json.object("name", alias.name());
    json.addProperty("address", alias.address());
    json.addProperty("port", alias.port());
    json.addProperty("mask", alias.mask());
    json.addProperty("active", alias.active());
    return json;
  }
}
