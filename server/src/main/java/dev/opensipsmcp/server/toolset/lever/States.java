package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.toolset.common.MiFailures;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The usual ways to read what a change touches. */
public final class States {
  /** The member that says whether there is such a target. */
  public static final String EXISTS = "exists";

  private States() {}

  /** {@return the state that says that there is no such target} */
  public static JsonObject missing() {
    JsonObject state = new JsonObject();
    state.addProperty(EXISTS, false);
    return state;
  }

  /** {@return whether a state says that its target is there} */
  public static boolean exists(JsonObject state) {
    return !(state.get(EXISTS) instanceof JsonPrimitive exists) || exists.getAsBoolean();
  }

  /**
   * {@return a read that finds one row of a list}
   *
   * @param command the MI command that lists
   * @param params what to send it
   * @param path the way to its rows
   * @param matches tells the row that the arguments mean
   * @param kept members of the state, each with its path in the row
   */
  public static StateRead row(
      String command,
      Function<Arguments, JsonObject> params,
      String path,
      BiPredicate<Row, Arguments> matches,
      Map<String, String> kept) {
    RowPath way = RowPath.parse(path);
    return (arguments, ports) -> {
      JsonObject[] found = {missing()};
      MiReader<JsonObject> reader =
          json -> {
            way.read(
                json,
                row -> {
                  boolean hit = matches.test(row, arguments);
                  if (hit) {
                    found[0] = kept(row, kept);
                  }
                  return !hit;
                });
            return found[0];
          };
      return absent(ports.mi().read(command, params.apply(arguments), reader));
    };
  }

  /**
   * {@return a read that takes members of one answer; of an answer that is a plain value, {@code
   * value}}
   *
   * @param command the MI command
   * @param params what to send it
   * @param members the members that matter; all when none is named
   */
  public static StateRead answer(
      String command, Function<Arguments, JsonObject> params, List<String> members) {
    return (arguments, ports) ->
        absent(
            switch (ports.mi().read(command, params.apply(arguments))) {
              case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
              case MiResult.Success<JsonElement>(JsonElement answer) ->
                  new MiResult.Success<>(kept(answer, members));
            });
  }

  /**
   * {@return a read of a command without parameters, of whose answer the state is made}
   *
   * @param command the MI command
   * @param made makes the state
   */
  public static StateRead made(
      String command, BiFunction<Arguments, JsonElement, JsonObject> made) {
    return (arguments, ports) ->
        absent(
            switch (ports.mi().read(command, new JsonObject())) {
              case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
              case MiResult.Success<JsonElement>(JsonElement answer) ->
                  new MiResult.Success<>(made.apply(arguments, answer));
            });
  }

  /** {@return a read that joins the members of several; fails when one of them does} */
  public static StateRead joined(StateRead... reads) {
    return (arguments, ports) -> {
      JsonObject all = new JsonObject();
      for (StateRead read : reads) {
        switch (read.read(arguments, ports)) {
          case MiResult.Failure<JsonObject>(MiError error) -> {
            return new MiResult.Failure<>(error);
          }
          case MiResult.Success<JsonObject>(JsonObject state) ->
              state.entrySet().forEach(entry -> all.add(entry.getKey(), entry.getValue()));
        }
      }
      return new MiResult.Success<>(all);
    };
  }

  /** {@return a node's refusal of an unknown target as the state that there is none} */
  public static MiResult<JsonObject> absent(MiResult<JsonObject> result) {
    return result instanceof MiResult.Failure<JsonObject>(MiError error)
            && MiFailures.notFound(error)
        ? new MiResult.Success<>(missing())
        : result;
  }

  private static JsonObject kept(Row row, Map<String, String> kept) {
    JsonObject state = new JsonObject();
    state.addProperty(EXISTS, true);
    // In an order that holds between starts: an approval is bound to the state as it is written.
    new TreeMap<>(kept)
        .forEach((name, path) -> {
          JsonElement value = row.get(path);
          if (!(value instanceof JsonNull)) {
            state.add(name, value);
          }
        });
    return state;
  }

  private static JsonObject kept(JsonElement answer, List<String> members) {
    JsonObject state = new JsonObject();
    if (answer instanceof JsonObject object) {
      object
          .entrySet()
          .forEach(entry -> {
            if (members.isEmpty() || members.contains(entry.getKey())) {
              state.add(entry.getKey(), entry.getValue());
            }
          });
    } else {
      state.add("value", answer);
    }
    return state;
  }

  /** {@return a function that sends nothing} */
  public static Function<Arguments, JsonObject> nothing() {
    return _ -> new JsonObject();
  }
}
