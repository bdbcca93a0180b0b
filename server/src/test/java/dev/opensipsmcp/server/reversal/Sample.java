package dev.opensipsmcp.server.reversal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call of a changing tool that does something to the seeded lab.
 *
 * @param tool the tool
 * @param arguments its arguments
 * @param irreversible why nothing takes it back; empty when something must
 * @param exempt why the lab can't show what it does; empty when it must
 */
record Sample(
    String tool, JsonObject arguments, Optional<String> irreversible, Optional<String> exempt) {

  /** {@return every sample of every toolset} */
  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    for (Toolset toolset : AllTools.toolsets()) {
      samples.addAll(of(toolset));
    }
    return samples;
  }

  /** {@return those that are taken back} */
  static List<Sample> reversible() {
    return all().stream()
        .filter(sample -> sample.irreversible().isEmpty() && sample.exempt().isEmpty())
        .toList();
  }

  /** {@return every tool that changes something itself} */
  static List<Tool> changing() {
    return AllTools.tools().stream()
        .filter(tool -> !(tool.work() instanceof Work.Read) && !(tool.work() instanceof Work.Proxy))
        .toList();
  }

  private static List<Sample> of(Toolset toolset) {
    String file = "/dev/opensipsmcp/server/samples/" + toolset.name() + ".jsonl";
    try (InputStream in = Sample.class.getResourceAsStream(file)) {
      if (in == null) {
        return List.of();
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> of(JsonParser.parseString(line).getAsJsonObject()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample of(JsonObject json) {
    return new Sample(
        json.get("tool").getAsString(),
        json.has("arguments") ? json.getAsJsonObject("arguments") : new JsonObject(),
        Optional.ofNullable(json.get("irreversible")).map(reason -> reason.getAsString()),
        Optional.ofNullable(json.get("exempt")).map(reason -> reason.getAsString()));
  }

  @Override
  public String toString() {
    return tool + " " + arguments;
  }
}
