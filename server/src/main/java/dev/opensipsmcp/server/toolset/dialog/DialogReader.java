package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.MiFailures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads dialogs off a node one at a time, so that any number of them needs the memory of one.
 *
 * <p>Long lists are asked for in parts: the node builds each answer whole, and holds all its other
 * MI calls meanwhile.
 */
final class DialogReader {
  /** Dialogs asked for at once: about a megabyte of answer. */
  static final int PART = 1000;

  private DialogReader() {}

  /**
   * A part of the node's list.
   *
   * @param total how many dialogs the node has
   * @param read how many this part had, as far as it was read
   */
  record Part(long total, int read) {}

  /**
   * Reads a part of the node's list, in the node's order.
   *
   * @param ports the node
   * @param index the first dialog's position
   * @param count dialogs at most
   * @param visitor takes each; says whether to go on
   * @return what was read
   */
  static MiResult<Part> part(ReadPorts ports, long index, int count, Predicate<Dialog> visitor) {
    JsonObject params = new JsonObject();
    params.addProperty("index", index);
    params.addProperty("counter", count);
    return ports.mi().read("dlg_list", params, reader -> read(reader, visitor));
  }

  /**
   * Reads all of the node's list from a position on, part by part.
   *
   * @param ports the node
   * @param index the first dialog's position
   * @param visitor takes each; says whether to go on
   * @return the number of parts that it took
   */
  static MiResult<Integer> all(ReadPorts ports, long index, Predicate<Dialog> visitor) {
    long at = index;
    int parts = 0;
    boolean[] go = {true};
    while (go[0] && !ports.cancelled()) {
      MiResult<Part> result = part(ports, at, PART, dialog -> go[0] = visitor.test(dialog));
      switch (result) {
        case MiResult.Failure<Part>(var error) -> {
          return new MiResult.Failure<>(error);
        }
        case MiResult.Success<Part>(Part part) -> {
          parts++;
          at += part.read();
          go[0] &= part.read() == PART && at < part.total();
          if (go[0]) {
            ports.progress((double) at, (double) part.total(), "dialogs read");
          }
        }
      }
    }
    return new MiResult.Success<>(parts);
  }

  /**
   * Asks for the first dialog of a Call-ID. A node leaves out those that only wait to be removed.
   *
   * @param ports the node
   * @param command {@code dlg_list} or {@code dlg_list_ctx}
   * @param callid the Call-ID
   * @param fromTag the caller's tag, empty for any
   * @return the dialog, if there is one
   */
  static MiResult<Optional<Dialog>> one(
      ReadPorts ports, String command, String callid, String fromTag) {
    JsonObject params = new JsonObject();
    params.addProperty("callid", callid);
    if (!fromTag.isEmpty()) {
      params.addProperty("from_tag", fromTag);
    }
    List<Dialog> found = new ArrayList<>(1);
    MiResult<Part> result = ports.mi().read(command, params, reader -> read(reader, found::add));
    return switch (result) {
      case MiResult.Success<Part> _ -> new MiResult.Success<>(found.stream().findFirst());
      case MiResult.Failure<Part>(var error) when MiFailures.notFound(error) ->
          new MiResult.Success<>(Optional.empty());
      case MiResult.Failure<Part>(var error) -> new MiResult.Failure<>(error);
    };
  }

  /** Reads {@code {"count":N,"Dialogs":[…]}}, {@code {"Dialogs":[…]}} or {@code {"Dialog":{…}}}. */
  static Part read(JsonReader reader, Predicate<Dialog> visitor) throws IOException {
    long total = -1;
    int read = 0;
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (name.equals("count")) {
        total = reader.nextLong();
      } else if (name.equals("Dialogs") && reader.peek() == JsonToken.BEGIN_ARRAY) {
        reader.beginArray();
        while (reader.hasNext()) {
          read++;
          if (!visitor.test(next(reader))) {
            return new Part(total, read);
          }
        }
        reader.endArray();
      } else if (name.equals("Dialog")) {
        read++;
        if (!visitor.test(next(reader))) {
          return new Part(total, read);
        }
      } else {
        reader.skipValue();
      }
    }
    reader.endObject();
    return new Part(total < 0 ? read : total, read);
  }

  private static Dialog next(JsonReader reader) {
    JsonElement element = JsonParser.parseReader(reader);
    return Dialog.of(element instanceof JsonObject object ? object : new JsonObject());
  }
}
