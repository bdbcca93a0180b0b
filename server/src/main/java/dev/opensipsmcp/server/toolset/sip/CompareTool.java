package dev.opensipsmcp.server.toolset.sip;

import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.sip.compare.Difference;
import dev.opensipsmcp.sip.compare.MessageComparison;
import dev.opensipsmcp.sip.message.SipMessage;
import java.util.ArrayList;
import java.util.List;

/** Compares two messages. */
final class CompareTool {
  private static final int MOST = 60;

  private CompareTool() {}

  static Tool tool() {
    return SipToolset.READS.tool(
        "sip_compare_messages",
        "Two SIP messages side by side",
        ReadTools.says(
            "Compare two SIP messages, such as both sides of a hop: first line, headers, SDP lines.",
            "Use when it matters what a proxy, an SBC or NAT help changed in a message.",
            "Not for an offer and its answer; use `sdp_compare`.",
            "Returns what differs, each with what it usually means; at most 60 differences, with"
                + " their number in all."),
        Schema.arguments(
            GivenMessage.argument("before", "The message as it came in"),
            GivenMessage.argument("after", "The message as it went out"),
            GivenMessage.BASE64),
        object(
            "Comparison",
            required("before", text("First line of before")),
            required("after", text("First line of after")),
            required("differences", list("What differs", map("where, before, after, remark"))),
            required("in_all", Schema.integer("Differences, 500 at most"))),
        List.of(
            "Compare these two INVITEs, before and after the proxy",
            "What did OpenSIPS change in this message?",
            "Diff the headers and SDP of both messages"),
        (arguments, _) -> run(arguments));
  }

  private static Outcome run(Arguments arguments) {
    return switch (GivenMessage.read(arguments, "before")) {
      case GivenMessage.Read.Bad(Outcome.Failure failure) -> failure;
      case GivenMessage.Read.Good(GivenMessage before) ->
          switch (GivenMessage.read(arguments, "after")) {
            case GivenMessage.Read.Bad(Outcome.Failure failure) -> failure;
            case GivenMessage.Read.Good(GivenMessage after) ->
                compared(before.message(), after.message(), before.warnings());
          };
    };
  }

  private static Outcome compared(SipMessage before, SipMessage after, List<String> warnings) {
    List<Difference> all = MessageComparison.of(before, after);
    JsonObject json = new JsonObject();
    json.add("before", SipJson.start(before).get("line"));
    json.add("after", SipJson.start(after).get("line"));
    JsonArray differences = new JsonArray();
    for (Difference difference : all.subList(0, Math.min(all.size(), MOST))) {
      JsonObject one = new JsonObject();
      one.addProperty("where", SipJson.cut(difference.where()));
      one.addProperty("before", SipJson.cut(difference.before()));
      one.addProperty("after", SipJson.cut(difference.after()));
      one.addProperty("remark", difference.remark());
      differences.add(one);
    }
    json.add("differences", differences);
    json.addProperty("in_all", all.size());
    List<String> notes = new ArrayList<>(warnings);
    if (all.isEmpty()) {
      notes.add("Nothing differs.");
    }
    return new Outcome.Value(json, notes);
  }
}
