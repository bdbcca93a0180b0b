package dev.opensipsmcp.server.toolset.logread;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import java.util.List;
import java.util.Locale;

/** The tool {@code log_list_messages}: the table of known messages. */
final class KnownMessageList {
  private static final int PAGE = 25;

  private KnownMessageList() {}

  static Tool tool() {
    return LogReadToolset.READS.tool(
        "log_list_messages",
        "Messages that OpenSIPS logs",
        ReadTools.says(
            "List known log messages of OpenSIPS with meaning, cause and next step.",
            "Use when a message is to be looked up by its words or its module.",
            "Not for a log itself; use `log_explain`.",
            "Returns a page of messages; * in a pattern stands for what varies."),
        Schema.arguments(
            Wanted.MODULE,
            Wanted.WORDS,
            SharedParameters.limit(PAGE, 200),
            SharedParameters.CURSOR),
        Schema.list(
            "Messages",
            Schema.object(
                "One message",
                Schema.required("module", Schema.text("Module that logs it")),
                Schema.required("pattern", Schema.text("Its fixed words")),
                Schema.required("versions", Schema.texts("Release lines that have it")),
                Schema.required("meaning", Schema.text("What it means")),
                Schema.required("cause", Schema.text("What is behind it as a rule")),
                Schema.required("next_step", Schema.text("What to do")))),
        List.of(
            "Which log messages of module rtpengine are known?",
            "Look up the message about shared memory",
            "List the known messages of dispatcher"),
        (arguments, _) -> page(arguments));
  }

  private static Outcome page(Arguments arguments) {
    String words = arguments.maybeText("contains").orElse("").toLowerCase(Locale.ROOT);
    List<JsonObject> rows =
        KnownMessages.table().all().stream()
            .filter(one -> arguments.maybeText("module").map(one.module()::equals).orElse(true))
            .filter(one ->
                (one.pattern() + ' ' + one.meaning()).toLowerCase(Locale.ROOT).contains(words))
            .map(KnownMessage::row)
            .toList();
    return Paging.page(rows, arguments, PAGE, List.of());
  }
}
