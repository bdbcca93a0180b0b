package dev.opensipsmcp.server.gate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A node of one call, in memory, that remembers what it was told. */
final class FakeNode implements MiClient {
  final List<MiRequest> requests = new CopyOnWriteArrayList<>();
  volatile String state = "confirmed";
  volatile boolean writesStall;
  volatile Runnable whenWritten = () -> {};

  /** Why it can't be asked, if so. */
  volatile Optional<MiError> unreachable = Optional.empty();

  /** What happens in it before it answers. */
  volatile Runnable whenAsked = () -> {};

  @Override
  public MiResult<MiNode> node() {
    if (unreachable.isPresent()) {
      return new MiResult.Failure<>(unreachable.get());
    }
    return new MiResult.Success<>(new MiNode("OpenSIPS (3.6.8)", Version.V3_6, Set.of("dlg_list")));
  }

  @Override
  public void forget() {}

  @Override
  public MiHealth health() {
    return MiHealth.good();
  }

  @Override
  public MiResult<JsonElement> call(MiRequest request) {
    requests.add(request);
    whenAsked.run();
    if (request.intent() == MiRequest.Intent.WRITE && writesStall) {
      return new MiResult.Failure<>(
          new MiError.OutcomeUnknown(
              request.command(),
              Duration.ofSeconds(10),
              true,
              "No answer within 10 s.",
              "Look with dlg_list whether the call is still there."));
    }
    if (request.intent() == MiRequest.Intent.WRITE && request.params().has("state")) {
      state = request.params().get("state").getAsString();
      whenWritten.run();
    }
    JsonObject answer = new JsonObject();
    answer.addProperty("state", state);
    answer.addProperty("ha1", "CANARYha1");
    answer.addProperty("note", "Authorization: Basic CANARYheader");
    return new MiResult.Success<>(answer);
  }

  @Override
  public <T> MiResult<T> stream(MiRequest request, MiReader<T> reader) {
    requests.add(request);
    try {
      return new MiResult.Success<>(reader.read(new JsonReader(new StringReader("{}"))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  List<MiRequest> writes() {
    return requests.stream().filter(r -> r.intent() == MiRequest.Intent.WRITE).toList();
  }

  @Override
  public void close() {}
}
