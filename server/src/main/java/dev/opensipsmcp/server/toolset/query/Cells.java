package dev.opensipsmcp.server.toolset.query;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.query.QueryResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Writes values of a query's result, none of them long. */
final class Cells {
  static final int MOST_CHARS = 1_000;

  /** Readers of JSON hold larger numbers as fractions. */
  private static final int EXACT_BITS = 53;

  private int cut;

  int cut() {
    return cut;
  }

  JsonObject row(List<QueryResult.Column> columns, List<Value> values) {
    JsonObject row = new JsonObject();
    for (int i = 0; i < columns.size(); i++) {
      row.add(columns.get(i).name(), cell(values.get(i)));
    }
    return row;
  }

  private JsonElement cell(Value value) {
    return switch (value) {
      case Value.Null _ -> JsonNull.INSTANCE;
      case Value.Whole(BigInteger number) ->
          number.bitLength() <= EXACT_BITS
              ? new JsonPrimitive(number.longValue())
              : new JsonPrimitive(number.toString());
      case Value.Real(BigDecimal number) -> new JsonPrimitive(number.doubleValue());
      case Value.Text(String text) -> text(text);
      case Value.Moment moment -> new JsonPrimitive(moment.shown());
      case Value.Bytes bytes -> new JsonPrimitive(bytes.shown());
    };
  }

  private JsonPrimitive text(String text) {
    if (text.length() <= MOST_CHARS) {
      return new JsonPrimitive(text);
    }
    cut++;
    int end = Character.isHighSurrogate(text.charAt(MOST_CHARS - 1)) ? MOST_CHARS - 1 : MOST_CHARS;
    return new JsonPrimitive(text.substring(0, end) + "…");
  }
}
