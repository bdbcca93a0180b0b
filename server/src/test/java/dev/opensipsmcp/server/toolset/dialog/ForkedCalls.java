package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiHealth;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiResult;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A node in memory, all of whose dialogs have one Call-ID: a proxy forked the call, or saw it
 * twice. Asked by Call-ID it shows the first only, as a real node does.
 */
final class ForkedCalls implements MiClient {
  static final String CALLID = "forked@example.com";

  private final List<JsonObject> dialogs = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();

  ForkedCalls with(String id, String fromTag, String toTag, int state) {
    dialogs.add(
        JsonParser.parseString(
                """
                {"ID":"%s","callid":"%s","state":%d,"timestart":1795219400,"timeout":1795306000,
                 "from_uri":"sip:alice@example.com","to_uri":"sip:bob@example.com",
                 "caller_tag":"%s","CALLEES":[{"callee_tag":"%s"}]}\
                """
                    .formatted(id, CALLID, state, fromTag, toTag))
            .getAsJsonObject());
    return this;
  }

  /** {@return the IDs of the dialogs that were told to end} */
  List<String> ended() {
    return ended;
  }

  @Override
  public MiResult<MiNode> node() {
    return new MiResult.Success<>(
        new MiNode("OpenSIPS (3.6.8)", Version.V3_6, Set.of("dlg_list", "dlg_end_dlg")));
  }

  @Override
  public void forget() {}

  @Override
  public MiHealth health() {
    return MiHealth.good();
  }

  @Override
  public MiResult<JsonElement> call(MiRequest request) {
    String id = request.params().get("dialog_id").getAsString();
    ended.add(id);
    dialogs.removeIf(dialog -> dialog.get("ID").getAsString().equals(id));
    return new MiResult.Success<>(JsonParser.parseString("\"OK\""));
  }

  @Override
  public <T> MiResult<T> stream(MiRequest request, MiReader<T> reader) {
    JsonObject answer = new JsonObject();
    if (request.params().has("index")) {
      JsonArray listed = new JsonArray();
      dialogs.forEach(listed::add);
      answer.addProperty("count", dialogs.size());
      answer.add("Dialogs", listed);
    } else if (dialogs.isEmpty()) {
      return new MiResult.Failure<>(
          new MiError.Refused("dlg_list", 404, "No such dialog", "No such dialog.", "Look again."));
    } else {
      answer.add("Dialog", dialogs.getFirst());
    }
    try {
      return new MiResult.Success<>(
          reader.read(new JsonReader(new StringReader(answer.toString()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
