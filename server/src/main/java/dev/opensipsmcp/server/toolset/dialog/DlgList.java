package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Paging;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code dlg_list}. */
final class DlgList implements Work.Read {
  private static final int PAGE = 25;

  private final InstantSource clock;

  private DlgList(InstantSource clock) {
    this.clock = clock;
  }

  static Tool tool(InstantSource clock) {
    return new Tool(
        "dlg_list",
        "dialog",
        "List calls",
        new Description(
            "List calls in progress (dialogs), filtered and sorted by age.",
            "Use when looking for calls: of a user, by Call-ID, long or stuck.",
            Optional.of("Not for all of one call; use `dlg_get`."),
            Optional.empty(),
            "Returns a page, in the node's order by default."),
        Demand.MI_READ,
        true,
        Schema.arguments(
            DialogParameters.CALLID,
            DialogParameters.FROM_TAG,
            Schema.optional("caller", Schema.text("Part of From URI")),
            Schema.optional("callee", Schema.text("Part of To URI")),
            Schema.optional(
                "state",
                Schema.text("Only this state")
                    .oneOf("unconfirmed", "early", "confirmed_no_ack", "confirmed", "deleted")),
            Schema.optional("older_than_s", Schema.integer("Least age in seconds").atLeast(0)),
            Schema.optional("order", Schema.text("Sort by age").oneOf("oldest", "newest")),
            SharedParameters.limit(PAGE, 500),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list("Dialogs", DialogParameters.row()),
        new Needs(List.of("dlg_list"), List.of("dialog")),
        List.of(
            "Show me all calls older than 8 hours",
            "Which calls does alice have right now?",
            "List the stuck dialogs, oldest first"),
        List.of("dialog_list", "list_dialogs"),
        new DlgList(clock));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Instant now = clock.instant();
    DialogFilter filter = DialogFilter.of(arguments, now);
    int limit = arguments.integer("limit", PAGE);
    if (arguments.has("callid")) {
      return ofCall(arguments, filter, ports);
    }
    if (arguments.has("order")) {
      return ordered(arguments, filter, limit, ports);
    }
    long from = Paging.start(arguments);
    return from < 0 ? Paging.badCursor() : inNodeOrder(from, filter, limit, ports);
  }

  private static Outcome ofCall(Arguments arguments, DialogFilter filter, ReadPorts ports) {
    return switch (DialogFinder.byCallId(ports, arguments.text("callid"))) {
      case MiResult.Success<List<Dialog>>(List<Dialog> dialogs) -> {
        List<JsonObject> rows = new ArrayList<>();
        for (Dialog dialog : dialogs) {
          if (filter.test(dialog)) {
            rows.add(dialog.row(filter.now()));
          }
        }
        List<String> warnings =
            dialogs.isEmpty() ? List.of("The node has no dialog with this Call-ID.") : List.of();
        yield Paging.page(rows, arguments, PAGE, warnings);
      }
      case MiResult.Failure<List<Dialog>>(MiError error) -> Outcome.Failure.of(error);
    };
  }

  private static Outcome ordered(
      Arguments arguments, DialogFilter filter, int limit, ReadPorts ports) {
    Optional<DialogOrder> order =
        DialogOrder.of(
            arguments.text("order").equals("oldest"),
            limit + 1,
            arguments.maybeText("cursor").orElse(""));
    if (order.isEmpty()) {
      return Paging.badCursor();
    }
    return switch (DialogReader.all(ports, 0, d -> order.get().offer(d, filter))) {
      case MiResult.Success<Integer>(Integer parts) -> {
        List<Dialog> dialogs = order.get().inOrder();
        boolean more = dialogs.size() > limit;
        List<Dialog> page = more ? dialogs.subList(0, limit) : dialogs;
        yield new Outcome.Rows(
            rows(page, filter.now()),
            more,
            rows -> DialogOrder.cursor(page.get(rows - 1)),
            warnings(parts));
      }
      case MiResult.Failure<Integer>(MiError error) -> Outcome.Failure.of(error);
    };
  }

  private static Outcome inNodeOrder(long from, DialogFilter filter, int limit, ReadPorts ports) {
    List<Dialog> dialogs = new ArrayList<>(limit);
    List<Long> positions = new ArrayList<>(limit);
    long[] at = {from};
    MiResult<Integer> read;
    boolean more;
    if (filter.all()) {
      long[] total = {0};
      read = plain(ports, from, limit, dialogs, positions, total);
      more = from + dialogs.size() < total[0];
    } else {
      read =
          DialogReader.all(
              ports,
              from,
              dialog -> {
                at[0]++;
                if (filter.test(dialog)) {
                  dialogs.add(dialog);
                  positions.add(at[0]);
                }
                return dialogs.size() <= limit;
              });
      more = dialogs.size() > limit;
    }
    return switch (read) {
      case MiResult.Success<Integer>(Integer parts) ->
          new Outcome.Rows(
              rows(dialogs.subList(0, Math.min(limit, dialogs.size())), filter.now()),
              more,
              rows -> positions.get(rows - 1).toString(),
              warnings(parts));
      case MiResult.Failure<Integer>(MiError error) -> Outcome.Failure.of(error);
    };
  }

  private static MiResult<Integer> plain(
      ReadPorts ports,
      long from,
      int limit,
      List<Dialog> dialogs,
      List<Long> positions,
      long[] total) {
    MiResult<DialogReader.Part> part =
        DialogReader.part(
            ports,
            from,
            limit,
            dialog -> {
              dialogs.add(dialog);
              return positions.add(from + dialogs.size());
            });
    return switch (part) {
      case MiResult.Success<DialogReader.Part>(DialogReader.Part read) -> {
        total[0] = read.total();
        yield new MiResult.Success<>(1);
      }
      case MiResult.Failure<DialogReader.Part>(MiError error) -> new MiResult.Failure<>(error);
    };
  }

  private static List<JsonObject> rows(List<Dialog> dialogs, Instant now) {
    List<JsonObject> rows = new ArrayList<>(dialogs.size());
    for (Dialog dialog : dialogs) {
      rows.add(dialog.row(now));
    }
    return rows;
  }

  private static List<String> warnings(int parts) {
    return parts <= 1
        ? List.of()
        : List.of(
            "Read in "
                + parts
                + " parts while calls came and went: a dialog may be missing or shown twice.");
  }
}
