package dev.opensipsmcp.server.toolset.transaction;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import dev.opensipsmcp.server.toolset.stream.Walk;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The tool {@code transaction_count}. The statistics tell how many there are at once. Only the
 * whole table of 65,536 slots tells how they are spread; the node prints it in seconds, and in one
 * and a half minutes on a machine under load (tried on 3.6.8), and answers nothing else meanwhile.
 * So that is done only when asked for, and the table is summed up while it arrives.
 */
final class TransactionCount implements Work.Read {
  private static final RowPath SLOTS = RowPath.parse("[]");
  private static final int BUSIEST = 10;
  private static final String GROUP = "tm:";

  private record Slot(long index, long current) {}

  private static final class Sum {
    private long slots;
    private long used;
    private long current;
    private long total;
    private final PriorityQueue<Slot> busiest =
        new PriorityQueue<>(Comparator.comparingLong(Slot::current));

    void add(Row row) {
      long now = row.number("Current", 0);
      slots++;
      used += now > 0 ? 1 : 0;
      current += now;
      total += row.number("Total", 0);
      if (now > 0) {
        busiest.add(new Slot(row.number("index", -1), now));
        if (busiest.size() > BUSIEST) {
          busiest.poll();
        }
      }
    }

    JsonObject json() {
      JsonObject json = new JsonObject();
      json.addProperty("slots", slots);
      json.addProperty("slots_used", used);
      json.addProperty("transactions", current);
      json.addProperty("since_start", total);
      JsonArray top = new JsonArray();
      List<Slot> sorted =
          busiest.stream().sorted(Comparator.comparingLong(Slot::current).reversed()).toList();
      for (Slot slot : sorted) {
        JsonObject one = new JsonObject();
        one.addProperty("slot", slot.index());
        one.addProperty("transactions", slot.current());
        top.add(one);
      }
      json.add("busiest", top);
      return json;
    }
  }

  static Tool tool() {
    return Lever.read("transaction_count", "transaction", "Count transactions in memory")
        .what("Count the transactions that the node holds, and how they end.")
        .useWhen("Use when transactions seem to pile up or crowd into a few slots.")
        .notFor("Not for other counters; use `get_statistics`.")
        .returns("Returns one object; by_slot holds the node's MI for seconds, minutes under load.")
        .also("get_statistics", "core")
        .also("t_hash", "tm")
        .local(
            Schema.optional(
                "by_slot", Schema.flag("Read the whole table too; slow").byDefault(false)))
        .answer(
            Schema.object(
                "Transactions",
                Schema.required("counters", Schema.map("Module tm's statistics by name")),
                Schema.optional("slots", Schema.integer("Slots of the table")),
                Schema.optional("slots_used", Schema.integer("Slots that hold a transaction")),
                Schema.optional("transactions", Schema.integer("Transactions held now")),
                Schema.optional("since_start", Schema.integer("Transactions since the start")),
                Schema.optional(
                    "busiest",
                    Schema.list(
                        "The 10 busiest slots", Schema.map("slot, and transactions in it")))))
        .examples(
            "How many transactions does the node hold?",
            "Is the transaction table crowded?",
            "Sum up the transaction hash by slot")
        .aliases("transaction_hash", "t_hash")
        .tool(new TransactionCount());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    JsonArray group = new JsonArray();
    group.add(GROUP);
    JsonObject params = new JsonObject();
    params.add("statistics", group);
    return switch (ports.mi().read("get_statistics", params)) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject counters = new JsonObject();
        Json.asObject(answer)
            .entrySet()
            .forEach(
                entry -> counters.add(entry.getKey().substring(GROUP.length()), entry.getValue()));
        JsonObject result = new JsonObject();
        result.add("counters", counters);
        yield arguments.flag("by_slot", false) ? slots(result, ports) : new Outcome.Value(result);
      }
    };
  }

  private static Outcome slots(JsonObject result, ReadPorts ports) {
    Sum sum = new Sum();
    MiResult<Walk> read =
        ports
            .mi()
            .read(
                "t_hash",
                new JsonObject(),
                SLOTS.reader(row -> {
                  sum.add(row);
                  return !ports.cancelled();
                }));
    if (read instanceof MiResult.Failure<Walk>(MiError error)) {
      return Outcome.Failure.of(error);
    }
    sum.json().entrySet().forEach(entry -> result.add(entry.getKey(), entry.getValue()));
    return new Outcome.Value(result);
  }
}
