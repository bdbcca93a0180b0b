package dev.opensipsmcp.server.toolset.live;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import dev.opensipsmcp.server.hep.HepEar;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.capture.CaptureJson;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError;
import dev.opensipsmcp.sip.trace.Watch;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/**
 * Reads the messages that this server received.
 *
 * @param desk what it works with
 */
record LiveReads(LiveDesk desk) {
  static final Schema.Property CALL_IDS =
      required("call_ids", texts("Call-IDs of the wanted calls").most(20));

  private static final int PAGE = 50;
  private static final int MOST_CALLS = 10_000;

  private static Tool tool(
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      Work.Read work) {
    return new Tool(
        name,
        LiveToolset.NAME,
        title,
        description,
        new Demand(Scope.RESOURCE_READ, Risk.READ),
        true,
        input,
        output,
        Needs.NOTHING,
        examples,
        List.of(),
        work);
  }

  Tool calls() {
    return tool(
        "live_list_calls",
        "Calls received live",
        new Description(
            "List the calls and other exchanges that this server received by live traces.",
            "Use when a live trace runs or ran, and a call is looked for.",
            Optional.of("Not for their messages; use `live_get_messages`."),
            Optional.empty(),
            "Returns a page, newest first. All filters must fit one call."),
        Schema.arguments(
            optional("from_user", text("User of From, exact")),
            optional("to_user", text("Of To or Request-URI, exact")),
            optional("address", text("IP address of an end")),
            optional("method", text("Method, as INVITE")),
            optional("code", integer("Code of a response").between(100, 699)),
            SharedParameters.limit(PAGE, 500),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        CaptureJson.calls(),
        List.of(
            "Which calls did the live trace see?",
            "List the calls of alice that came in just now",
            "Show live calls that failed with 503"),
        (arguments, _) ->
            received(
                it -> it.store().calls(search(arguments), Watch.NONE),
                (calls, notes) ->
                    Paging.page(
                        calls.stream().map(CaptureJson::call).toList(), arguments, PAGE, notes)));
  }

  private static CallSearch search(Arguments arguments) {
    return new CallSearch(
        TimeWindow.ALWAYS,
        Optional.empty(),
        arguments.maybeText("from_user"),
        arguments.maybeText("to_user"),
        arguments.maybeText("address"),
        arguments.maybeText("method"),
        arguments.has("code") ? OptionalInt.of(arguments.integer("code", 0)) : OptionalInt.empty(),
        MOST_CALLS);
  }

  Tool messages() {
    return tool(
        "live_get_messages",
        "Messages received live",
        new Description(
            "Get the SIP messages of some calls that this server received, oldest first.",
            "Use when the messages of a live call must be read as they were sent.",
            Optional.of("Not for finding the call; use `live_list_calls`."),
            Optional.empty(),
            "Returns a page; text is the message without secrets. Leave text out by fields for an"
                + " overview."),
        Schema.arguments(
            CALL_IDS,
            SharedParameters.limit(PAGE, 500),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        CaptureJson.messages(),
        List.of(
            "Show the messages of the call that the live trace saw",
            "What did the node answer to this INVITE just now?",
            "Get the live SIP messages of this Call-ID"),
        (arguments, _) ->
            received(
                it ->
                    it.store().messages(arguments.texts("call_ids"), TimeWindow.ALWAYS, Watch.NONE),
                (messages, notes) ->
                    Paging.page(
                        messages.stream().map(CaptureJson::message).toList(),
                        arguments,
                        PAGE,
                        notes)));
  }

  private interface Asking<T> {
    Found<T> ask(HepEar.Received received);
  }

  private <T> Outcome received(Asking<T> asking, BiFunction<T, List<String>, Outcome> made) {
    Optional<HepEar.Received> received = desk.ear().received();
    if (received.isEmpty()) {
      return LiveDesk.nothingReceived();
    }
    return switch (asking.ask(received.get())) {
      case Found.Failure<T>(TraceError error) ->
          ToolError.TARGET_NOT_FOUND.failure(error.message(), error.next());
      case Found.Value<T>(T value, List<String> notes) -> made.apply(value, notes);
    };
  }
}
