package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.command.Commands;
import dev.opensipsmcp.lab.internal.rpc.Engine;
import dev.opensipsmcp.lab.internal.rpc.FaultBoard;
import dev.opensipsmcp.lab.internal.rpc.Journal;
import dev.opensipsmcp.lab.internal.rpc.Names;
import dev.opensipsmcp.lab.internal.rpc.Payload;
import dev.opensipsmcp.lab.internal.rpc.Reply;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever arrives, the node answers something well-formed, or nothing on purpose. */
class AnyRequestTest {
  private final Names names;
  private final Engine engine;

  AnyRequestTest() {
    LabSettings settings = LabSettings.of(Version.V4_0).withClock(Clock.system(ZoneOffset.UTC));
    MiCatalogue facts = Facts.of(Version.V4_0).mi();
    names = new Commands(NodeState.of(settings, 8888), facts).names();
    engine = new Engine(facts, names, new FaultBoard(names), new Journal(10), settings.clock());
  }

  @Property(tries = 300)
  void survivesAnyText(@ForAll String text) throws IOException {
    wellFormed(engine.take(text, Received.Transport.HTTP));
  }

  @Property(tries = 500)
  void answersAnyCallUnderItsId(
      @ForAll("methods") String method, @ForAll("params") JsonObject params, @ForAll int id)
      throws IOException {
    JsonObject call = new JsonObject();
    call.addProperty("jsonrpc", "2.0");
    call.addProperty("method", method);
    call.add("params", params);
    call.addProperty("id", id);

    JsonObject answer = wellFormed(engine.take(call.toString(), Received.Transport.HTTP));

    assertThat(answer).isNotNull();
    assertThat(answer.get("id").getAsInt()).isEqualTo(id);
    assertThat(answer.has("result")).isNotEqualTo(answer.has("error"));
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.oneOf(Arbitraries.of(names.all()), Arbitraries.strings().ascii());
  }

  @Provide
  Arbitrary<JsonObject> params() {
    Arbitrary<String> parameter =
        Arbitraries.of(
            "callid",
            "from_tag",
            "index",
            "counter",
            "dialog_id",
            "statistics",
            "command",
            "profile",
            "value",
            "level",
            "pid",
            "destination_id",
            "new_status",
            "brief",
            "full");
    Arbitrary<JsonPrimitive> value =
        Arbitraries.oneOf(
            Arbitraries.integers().map(JsonPrimitive::new),
            Arbitraries.of("-", "", "1", "9999999999", "1e3", "\u0663").map(JsonPrimitive::new),
            Arbitraries.strings().map(JsonPrimitive::new),
            Arbitraries.of(true, false).map(JsonPrimitive::new));
    return Combinators.combine(parameter, value)
        .as((name, one) -> {
          JsonObject json = new JsonObject();
          json.add(name, one);
          return json;
        })
        .list()
        .ofMaxSize(3)
        .map(objects -> {
          JsonObject all = new JsonObject();
          objects.forEach(json -> json.entrySet().forEach(e -> all.add(e.getKey(), e.getValue())));
          return all;
        });
  }

  private static @Nullable JsonObject wellFormed(Reply reply) throws IOException {
    if (!(reply instanceof Reply.Answer answer)) {
      return null;
    }
    Payload body = answer.body();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    assertThat(body.length()).isEqualTo(bytes.size());
    return JsonParser.parseString(bytes.toString(StandardCharsets.UTF_8)).getAsJsonObject();
  }
}
