package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.MiWrites;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.WritePorts;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** A node that answers what a test says: reads in turn, the last one again and again. */
final class ScriptedNode implements WritePorts, MiReads, MiWrites {
  private final Deque<String> reads = new ArrayDeque<>();
  private final List<String> written = new ArrayList<>();
  private MiResult<JsonElement> writeAnswer =
      new MiResult.Success<>(JsonParser.parseString("\"OK\""));

  ScriptedNode reads(String... answers) {
    reads.addAll(List.of(answers));
    return this;
  }

  ScriptedNode failsWrites(MiError error) {
    writeAnswer = new MiResult.Failure<>(error);
    return this;
  }

  /** {@return the commands that were sent to change something, with their parameters} */
  List<String> written() {
    return written;
  }

  @Override
  public <T> MiResult<T> read(String command, JsonObject params, MiReader<T> reader) {
    String answer = reads.size() > 1 ? reads.removeFirst() : reads.getFirst();
    try {
      return new MiResult.Success<>(reader.read(new JsonReader(new StringReader(answer))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public MiResult<JsonElement> read(String command, JsonObject params) {
    return read(command, params, MiReader.tree());
  }

  @Override
  public MiResult<JsonElement> write(String command, JsonObject params) {
    written.add(command + params);
    return writeAnswer;
  }

  @Override
  public MiReads mi() {
    return this;
  }

  @Override
  public MiWrites miWrites() {
    return this;
  }

  @Override
  public String instance() {
    return "scripted";
  }

  @Override
  public MiResult<MiNode> node() {
    return new MiResult.Success<>(new MiNode("OpenSIPS", Version.V3_6, Set.of()));
  }

  @Override
  public Rights rights() {
    return new Rights("test", "admin", Set.of());
  }

  @Override
  public void progress(double done, double total, String message) {}

  @Override
  public boolean cancelled() {
    return false;
  }
}
