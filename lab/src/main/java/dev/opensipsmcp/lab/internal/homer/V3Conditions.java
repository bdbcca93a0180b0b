package dev.opensipsmcp.lab.internal.homer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conditions of a v3 search, understood as the real server puts them into SQL: in order, joined
 * by the operator that each brings, so that a leading {@code limit} breaks the statement, and a
 * value that is no text vanishes.
 */
final class V3Conditions {
  private static final Pattern SMART =
      Pattern.compile("\\s*([A-Za-z_.]+)\\s*(=|!=)\\s*'([^']*)'\\s*(AND|OR)?", Pattern.DOTALL);

  private final List<List<Predicate<Row>>> alternatives = new ArrayList<>();
  private boolean broken;
  private boolean first = true;
  private int limit = 200;

  private V3Conditions() {}

  static V3Conditions of(JsonArray conditions, boolean orLogic) {
    V3Conditions made = new V3Conditions();
    for (int i = 0; i < conditions.size(); i++) {
      made.add(conditions.get(i).getAsJsonObject(), orLogic, i);
    }
    return made;
  }

  int limit() {
    return limit;
  }

  /** {@return whether the database finds the row} A broken statement finds none. */
  boolean finds(Row row) {
    return !broken
        && (alternatives.isEmpty()
            || alternatives.stream().anyMatch(all -> all.stream().allMatch(it -> it.test(row))));
  }

  private void add(JsonObject condition, boolean orLogic, int index) {
    JsonElement value = condition.get("value");
    String name = condition.get("name").getAsString();
    if (!(value instanceof JsonPrimitive text) || !text.isString()) {
      return;
    }
    if (name.equals("smartinput")) {
      smart(text.getAsString());
      return;
    }
    String wanted = text.getAsString();
    boolean or = orLogic;
    if (wanted.startsWith("||")) {
      wanted = wanted.substring(2);
      or = or || index > 0;
    }
    boolean leads = first;
    first = false;
    if (name.equals("limit")) {
      limit = number(wanted);
      return;
    }
    // Without a condition before it, an operator makes no statement.
    broken |= !leads && alternatives.isEmpty();
    broken |= name.indexOf('.') < 0 && !List.of("sid", "raw", "id").contains(name);
    join(or, predicate(name, wanted));
  }

  private void join(boolean or, Predicate<Row> predicate) {
    if (or || alternatives.isEmpty()) {
      alternatives.add(new ArrayList<>());
    }
    alternatives.getLast().add(predicate);
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static Predicate<Row> predicate(String name, String value) {
    boolean not = value.startsWith("!=");
    String plain = sanitised(value);
    Predicate<Row> found;
    if (name.equals("raw")) {
      found = row -> like(plain, true).matcher(row.packet().raw()).matches();
    } else if (plain.equals("isEmpty")) {
      found = row -> row.column(name).filter(String::isEmpty).isPresent();
    } else if (plain.equals("isNull") && !not) {
      found = row -> row.column(name).isEmpty();
    } else {
      List<String> list = List.of(plain.split(";", -1));
      found =
          row -> {
            Optional<String> column = row.column(name);
            return column.isPresent() && list.stream().anyMatch(one -> same(one, column.get()));
          };
    }
    // A comparison with NULL is neither true nor false, so its negation finds nothing either.
    return not ? row -> row.column(name).isPresent() && !found.test(row) : found;
  }

  private static boolean same(String wanted, String column) {
    return wanted.indexOf('%') >= 0
        ? like(wanted, false).matcher(column).matches()
        : wanted.equals(column);
  }

  /** What the server makes of quotes: entities, which then are looked for as such. */
  private static String sanitised(String value) {
    String text = value.startsWith("!=") ? value.substring(2) : value;
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'' -> clean.append("&#39;");
        case '&' -> clean.append("&amp;");
        default -> clean.append(c);
      }
    }
    return clean.toString();
  }

  private static Pattern like(String wanted, boolean anyCase) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < wanted.length(); i++) {
      char c = wanted.charAt(i);
      switch (c) {
        case '%' -> regex.append(".*");
        case '_' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(
        regex.toString(), Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE : 0));
  }

  /** What can't be parsed is logged, and adds no condition. */
  private void smart(String expression) {
    Matcher matcher = SMART.matcher(expression);
    List<Runnable> found = new ArrayList<>();
    int at = 0;
    boolean or = false;
    while (at < expression.length()) {
      matcher.region(at, expression.length());
      if (!matcher.lookingAt()) {
        return;
      }
      boolean joinedByOr = or;
      Predicate<Row> predicate =
          predicate(
              matcher.group(1), (matcher.group(2).equals("!=") ? "!=" : "") + matcher.group(3));
      found.add(() -> join(joinedByOr, predicate));
      or = "OR".equals(matcher.group(4));
      at = matcher.end();
    }
    found.forEach(Runnable::run);
  }
}
