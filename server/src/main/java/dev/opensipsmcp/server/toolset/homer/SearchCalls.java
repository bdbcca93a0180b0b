package dev.opensipsmcp.server.toolset.homer;

import dev.opensipsmcp.server.text.IpAddress;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The tools {@code homer_search_calls} and {@code homer_search_calls_v7}, which differ by the names
 * of their arguments only, as those of the earlier server did.
 *
 * @param desk what they work with
 */
record SearchCalls(HomerDesk desk) implements Work.Read {
  private static final int PAGE = 50;
  private static final int MOST = 500;

  private static final Schema.Property SOURCE =
      Schema.optional("source_ip", Schema.text("Address of either end").longest(45));
  private static final Schema.Property LIMIT = SharedParameters.limit(PAGE, MOST);

  Tool tool() {
    return new Tool(
        "homer_search_calls",
        HomerToolset.NAME,
        "Search calls in Homer",
        new Description(
            "Search calls in Homer or a capture file by party, address, method or code.",
            "Use when the Call-ID of a call is wanted, or which calls failed.",
            Optional.of("Not for one call's messages; use `homer_get_call_flow`."),
            Optional.empty(),
            "Returns a page, newest first; the last 24 hours unless times are given."),
        HomerDesk.READ,
        true,
        Schema.arguments(
            Schema.optional("caller", Schema.text("User of From")),
            Schema.optional("callee", Schema.text("User of To or Request-URI")),
            Schema.optional("call_id", Schema.text("Exact Call-ID").longest(512)),
            Asked.FROM,
            Asked.TO,
            SOURCE,
            Schema.optional("method", Schema.text("As INVITE").longest(32)),
            Schema.optional("code", Schema.integer("Response code").between(100, 699)),
            Asked.PATH,
            LIMIT,
            SharedParameters.CURSOR),
        HomerJson.calls(),
        Needs.NOTHING,
        List.of(
            "Which calls from 4021555 does Homer have of the last hour?",
            "Search Homer for calls that were answered with 503 this morning",
            "Find the Call-ID of alice's call to bob in the capture server"),
        List.of(),
        this);
  }

  Tool earlier() {
    return new Tool(
        "homer_search_calls_v7",
        HomerToolset.NAME,
        "Search calls in Homer by milliseconds",
        new Description(
            "Search calls in Homer by a window in Unix milliseconds, party or address.",
            "Use when a prompt gives from_ts and to_ts in milliseconds.",
            Optional.of("Not for other searches; use `homer_search_calls`."),
            Optional.empty(),
            "Returns a page, newest first; the last 24 hours unless times are given."),
        HomerDesk.READ,
        true,
        Schema.arguments(
            Asked.FROM_MS,
            Asked.TO_MS,
            Schema.optional("from_user", Schema.text("User of From, exactly").longest(256)),
            Schema.optional(
                "to_user", Schema.text("User of To or Request-URI, exactly").longest(256)),
            Schema.optional("callid", Schema.text("Exact Call-ID").longest(512)),
            SOURCE,
            LIMIT,
            SharedParameters.CURSOR),
        HomerJson.calls(),
        Needs.NOTHING,
        List.of(
            "Search Homer 7 from_ts 1795175940000 to_ts 1795179600000 for from_user 100",
            "Homer v7 search by milliseconds and source_ip",
            "Calls of callid x in Homer 7 in this millisecond window"),
        List.of(),
        this);
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Optional<String> address = arguments.maybeText("source_ip");
    if (address.isPresent() && IpAddress.bytes(address.get()).isEmpty()) {
      return ToolError.ARGUMENTS_WRONG.failure(
          "source_ip is no IP address.", "Write it as 192.0.2.10 or 2001:db8::1.");
    }
    long from = Paging.start(arguments);
    if (from < 0 || from > MOST) {
      return Paging.badCursor();
    }
    return desk.with(
        arguments,
        HomerDesk.DAY,
        (store, window) ->
            HomerDesk.outcome(
                store,
                window,
                store.calls(search(arguments, window, (int) from), new CallWatch(ports, "calls")),
                (calls, notes) ->
                    Paging.page(
                        calls.stream().map(HomerJson::call).toList(), arguments, PAGE, notes)));
  }

  private static CallSearch search(Arguments arguments, TimeWindow window, int from) {
    return new CallSearch(
        window,
        either(arguments, "call_id", "callid"),
        either(arguments, "caller", "from_user"),
        either(arguments, "callee", "to_user"),
        arguments.maybeText("source_ip"),
        arguments.maybeText("method"),
        arguments.has("code") ? OptionalInt.of(arguments.integer("code", 0)) : OptionalInt.empty(),
        Math.min(MOST, from + arguments.integer("limit", PAGE)) + 1);
  }

  private static Optional<String> either(Arguments arguments, String one, String other) {
    return arguments
        .maybeText(one)
        .or(() -> arguments.maybeText(other))
        .filter(it -> !it.isEmpty());
  }
}
