package dev.opensipsmcp.server.toolset.transaction;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import dev.opensipsmcp.server.toolset.stream.Walk;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The tool {@code transaction_count}: sums up the transaction table, which has 65,536 slots, while
 * it arrives.
 */
final class TransactionCount implements Work.Read {
  private static final RowPath SLOTS = RowPath.parse("[]");
  private static final int BUSIEST = 10;

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
        .what("Count the transactions that the node holds, by slots of its table.")
        .useWhen("Use when transactions seem to pile up or crowd into a few slots.")
        .notFor(
            "Not for a quick figure: it holds the node's MI for seconds, a minute under load; use"
            + " `get_statistics`.")
        .returns("Returns one object: sums, and the 10 busiest slots.")
        .sends("t_hash", "tm")
        .answer(
            Schema.object(
                "The transaction table",
                Schema.required("slots", Schema.integer("Slots of the table")),
                Schema.required("slots_used", Schema.integer("Slots that hold a transaction")),
                Schema.required("transactions", Schema.integer("Transactions held now")),
                Schema.required("since_start", Schema.integer("Transactions since the start")),
                Schema.required(
                    "busiest",
                    Schema.list("Busiest slots", Schema.map("slot, and transactions in it")))))
        .examples(
            "How many transactions does the node hold per hash slot?",
            "Is the transaction table crowded?",
            "Sum up the transaction hash")
        .aliases("transaction_hash", "t_hash")
        .tool(new TransactionCount());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Sum sum = new Sum();
    MiResult<Walk> read =
        ports.mi().read("t_hash", new JsonObject(), SLOTS.reader(row -> {
          sum.add(row);
          return !ports.cancelled();
        }));
    return switch (read) {
      case MiResult.Failure<Walk>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<Walk> _ -> new Outcome.Value(sum.json());
    };
  }
}
