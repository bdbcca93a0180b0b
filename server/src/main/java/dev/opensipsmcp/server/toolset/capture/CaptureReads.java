package dev.opensipsmcp.server.toolset.capture;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import dev.opensipsmcp.sip.capture.CaptureFiles;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tools that read capture files. */
record CaptureReads(Captures captures) {
  private static final int PAGE = 50;
  private static final int DEEPEST = 100_000;
  private static final int MOST_FOUND = 200;
  private static final long MOST_FOUND_BYTES = 4L << 20;

  static final Schema.Property CALL_IDS =
      required("call_ids", texts("Call-IDs, as capture_list_calls shows them").most(50));

  /** Work that goes through a whole file. */
  @FunctionalInterface
  private interface Reading extends Work.Timed {
    @Override
    default Duration limit(Arguments arguments) {
      return Captures.LIMIT;
    }
  }

  List<Tool> all() {
    return List.of(info(), messages(), calls(), files(), search());
  }

  private static Tool tool(
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      Reading work) {
    return new Tool(
        name,
        CaptureToolset.NAME,
        title,
        description,
        Captures.READ,
        true,
        input,
        output,
        Needs.NOTHING,
        examples,
        name.equals("capture_get_info") ? List.of("capture_info") : List.of(),
        work);
  }

  private static Description says(String what, String useWhen, String notFor, String returns) {
    return new Description(what, useWhen, Optional.of(notFor), Optional.empty(), returns);
  }

  private Tool files() {
    return tool(
        "capture_list_files",
        "Capture files",
        says(
            "List the capture files in the directories that are allowed.",
            "Use when a capture is to be read and its path is not known.",
            "Not for what is in one; use `capture_get_info`.",
            "Returns a page of files with path, size and time of the last change, by path."),
        Schema.arguments(
            SharedParameters.limit(PAGE, 500), SharedParameters.CURSOR, SharedParameters.FIELDS),
        Schema.list(
            "Files",
            Schema.object(
                "A file",
                required("path", text("Its real path")),
                required("bytes", integer("Its size on disk")),
                required("modified", text("When it was last changed, UTC")))),
        List.of(
            "Which pcap files can you read?",
            "List the captures on this host",
            "Show the capture files and their sizes"),
        (arguments, _) ->
            captures.directories().allowed().isEmpty()
                ? Captures.nothingAllowed()
                : Paging.page(
                    CaptureFiles.in(captures.directories()).stream()
                        .map(CaptureReads::row)
                        .toList(),
                    arguments,
                    PAGE,
                    List.of()));
  }

  private static JsonObject row(Path file) {
    JsonObject json = new JsonObject();
    json.addProperty("path", file.toString());
    try {
      json.addProperty("bytes", Files.size(file));
      json.addProperty("modified", Files.getLastModifiedTime(file).toInstant().toString());
    } catch (IOException _) {
      json.addProperty("bytes", 0);
      json.addProperty("modified", "");
    }
    return json;
  }

  private Tool info() {
    return tool(
        "capture_get_info",
        "What a capture holds",
        says(
            "Get what a capture file is: span, packets, SIP messages by transport, damage.",
            "Use when a capture is new, seems empty, or may be damaged or cut.",
            "Not for its calls; use `capture_list_calls`.",
            "Returns one object. TLS can't be read; its connections are counted."),
        Schema.arguments(Captures.PATH),
        CaptureJson.report(),
        List.of(
            "What is in this pcap?",
            "Is the capture file damaged?",
            "Which time does the capture cover, and is there SIP in it?"),
        (arguments, ports) ->
            captures.with(
                arguments,
                (file, _) ->
                    Captures.outcome(
                        file.report(new PortWatch(ports)),
                        (report, notes) ->
                            new Outcome.Value(CaptureJson.report(file.name(), report), notes))));
  }

  private Tool calls() {
    return tool(
        "capture_list_calls",
        "Calls of a capture",
        says(
            "List the calls and other exchanges of a capture file.",
            "Use when looking for a call in a pcap.",
            "Not for their messages; use `capture_get_messages`.",
            "Returns a page, newest first. All filters must fit one message."),
        Schema.arguments(
            Captures.PATH,
            optional("call_id", text("Exact Call-ID")),
            optional("from_user", text("User of From, exact")),
            optional("to_user", text("Of To or Request-URI, exact")),
            optional("address", text("IP address of an end")),
            optional("method", text("As INVITE, BYE")),
            optional("code", integer("Code of a response").between(100, 699)),
            Moments.FROM,
            Moments.TO,
            SharedParameters.limit(PAGE, 500),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        CaptureJson.calls(),
        List.of(
            "Which calls are in monday.pcap?",
            "Find calls that failed with 486 in the capture",
            "List the registrations of alice in this pcapng"),
        (arguments, ports) ->
            captures.with(
                arguments,
                (file, window) -> {
                  long start = Paging.start(arguments);
                  if (start < 0 || start > DEEPEST) {
                    return Paging.badCursor();
                  }
                  int limit = arguments.integer("limit", PAGE);
                  CallSearch search = search(arguments, window, (int) start + limit);
                  return Captures.outcome(
                      file.list(search, new PortWatch(ports)),
                      (listing, notes) ->
                          new Outcome.Rows(
                              listing.calls().stream().skip(start).map(CaptureJson::call).toList(),
                              listing.fitting() > start + limit,
                              rows -> Long.toString(start + rows),
                              notes));
                }));
  }

  private static CallSearch search(Arguments arguments, TimeWindow window, int limit) {
    return new CallSearch(
        window,
        arguments.maybeText("call_id"),
        arguments.maybeText("from_user"),
        arguments.maybeText("to_user"),
        arguments.maybeText("address"),
        arguments.maybeText("method"),
        arguments.has("code") ? OptionalInt.of(arguments.integer("code", 0)) : OptionalInt.empty(),
        limit);
  }

  private Tool messages() {
    return tool(
        "capture_get_messages",
        "Messages of calls in a capture",
        says(
            "Get the SIP messages of some calls of a capture file, oldest first.",
            "Use when a call's messages must be read as they were sent.",
            "Not for finding the call; use `capture_list_calls`.",
            "Returns a page; text is the message without secrets. Leave text out by fields for an"
                + " overview."),
        Schema.arguments(
            Captures.PATH,
            CALL_IDS,
            Moments.FROM,
            Moments.TO,
            SharedParameters.limit(PAGE, 500),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        CaptureJson.messages(),
        List.of(
            "Show the messages of this Call-ID in the capture",
            "What did the INVITE of that call say, by the pcap?",
            "Get all SIP messages of these two calls from the file"),
        (arguments, ports) ->
            captures.with(
                arguments,
                (file, window) ->
                    Captures.outcome(
                        file.messages(arguments.texts("call_ids"), window, new PortWatch(ports)),
                        (messages, notes) ->
                            Paging.page(
                                messages.stream().map(CaptureJson::message).toList(),
                                arguments,
                                PAGE,
                                notes))));
  }

  private Tool search() {
    return tool(
        "capture_search",
        "Search a capture for text",
        says(
            "Search the SIP messages of a capture file for a text, whatever its case.",
            "Use when a header, number, reason or SDP line is known and the call is not.",
            "Not for the usual filters; use `capture_list_calls`.",
            "Returns a page of the first "
                + MOST_FOUND
                + " messages that have it, oldest first, and says how many there are."),
        Schema.arguments(
            Captures.PATH,
            required("text", text("What a message must have in it").longest(200)),
            Moments.FROM,
            Moments.TO,
            SharedParameters.limit(PAGE, MOST_FOUND),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        CaptureJson.messages(),
        List.of(
            "Search the capture for Reason: Q.850",
            "Which messages in the pcap mention 198.51.100.7?",
            "Find User-Agent friendly-scanner in this file"),
        (arguments, ports) ->
            captures.with(
                arguments,
                (file, window) -> {
                  String text = arguments.text("text");
                  if (text.isEmpty()) {
                    return ToolError.ARGUMENTS_WRONG.failure(
                        "text is empty.", "Give at least one character to look for.");
                  }
                  return Captures.outcome(
                      file.keeping(MOST_FOUND, MOST_FOUND_BYTES)
                          .containing(text, window, new PortWatch(ports)),
                      (found, notes) ->
                          Paging.page(
                              found.messages().stream().map(CaptureJson::message).toList(),
                              arguments,
                              PAGE,
                              with(notes, found.fitting() + " messages have the text.")));
                }));
  }

  private static List<String> with(List<String> notes, String note) {
    List<String> all = new ArrayList<>(notes);
    all.add(note);
    return all;
  }
}
