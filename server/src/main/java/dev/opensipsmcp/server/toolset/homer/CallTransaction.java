package dev.opensipsmcp.server.toolset.homer;

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
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code homer_get_call_transaction}.
 *
 * @param desk what it works with
 */
record CallTransaction(HomerDesk desk) implements Work.Read {
  private static final int PAGE = 50;

  Tool tool() {
    return new Tool(
        "homer_get_call_transaction",
        HomerToolset.NAME,
        "Messages of a call from Homer",
        new Description(
            "Get all captured messages of one Call-ID in time order.",
            "Use when headers or bodies of a call must be read as they were sent.",
            Optional.of("Not for an overview; use `homer_get_call_flow`."),
            Optional.empty(),
            "Returns a page, oldest first, each packet once; secrets are left out. The last 7 days"
                + " unless times are given."),
        HomerDesk.READ,
        true,
        Schema.arguments(
            Asked.CALL_ID,
            Asked.FROM_MS,
            Asked.TO_MS,
            Asked.FROM,
            Asked.TO,
            Schema.optional("raw", Schema.flag("With the whole messages").byDefault(true)),
            Asked.PATH,
            SharedParameters.limit(PAGE, 500),
            SharedParameters.CURSOR),
        HomerJson.messages(),
        Needs.NOTHING,
        List.of(
            "Show all messages of Call-ID abc@host from Homer",
            "Get the raw INVITE and its responses of this call",
            "Which headers did the 200 OK of call a84b4c have in Homer?"),
        List.of(),
        this);
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    String callId = arguments.text("callid");
    boolean raw = arguments.flag("raw", true);
    return desk.with(
        arguments,
        HomerDesk.WEEK,
        (store, window) ->
            HomerDesk.outcome(
                store,
                window,
                store.messages(List.of(callId), window, new CallWatch(ports, "calls")),
                (messages, notes) -> {
                  if (messages.isEmpty()) {
                    return CallFlow.missing(callId, notes.getFirst());
                  }
                  Instant start = messages.getFirst().time();
                  return Paging.page(
                      messages.stream()
                          .map((CapturedMessage one) -> HomerJson.message(one, start, raw))
                          .toList(),
                      arguments,
                      PAGE,
                      notes);
                }));
  }
}
