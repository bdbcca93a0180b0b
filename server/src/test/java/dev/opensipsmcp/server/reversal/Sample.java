package dev.opensipsmcp.server.reversal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabFeature;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One call of a changing tool that does something to the seeded lab.
 *
 * @param tool the tool
 * @param arguments its arguments; a text {@code @tool {arguments} column} is looked up first
 * @param version the lab's version
 * @param features what the lab is configured with, where it must be
 * @param first what has to be changed before, so that it does something
 * @param shows a read that shows what it did, where reads without parameters do not
 * @param lab what in the lab shows what it did, where no command does: see {@link LabRead}
 * @param irreversible why nothing takes it back; empty when something must
 */
record Sample(
    String tool,
    JsonObject arguments,
    Version version,
    Set<LabFeature> features,
    List<Call> first,
    Optional<Call> shows,
    Optional<LabRead> lab,
    Optional<String> irreversible) {
  private static final Set<Scope> OF_DATABASE = Set.of(Scope.DB_READ, Scope.DB_WRITE);

  Sample {
    features = Set.copyOf(features);
    first = List.copyOf(first);
  }

  /**
   * A call.
   *
   * @param tool the tool
   * @param arguments its arguments, as those of a sample
   */
  record Call(String tool, JsonObject arguments) {
    static Call of(JsonObject json) {
      return new Call(
          json.get("tool").getAsString(),
          json.has("arguments") ? json.getAsJsonObject("arguments") : new JsonObject());
    }
  }

  /** {@return every sample of every toolset} */
  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    for (Toolset toolset : AllTools.toolsets()) {
      samples.addAll(of(toolset));
    }
    return samples;
  }

  /** {@return those that are taken back and can be made on a lab of 3.6 as it starts} */
  static List<Sample> reversible() {
    return all().stream()
        .filter(sample -> sample.irreversible().isEmpty() && sample.first().isEmpty())
        .filter(sample -> sample.version() == Version.V3_6 && sample.features().isEmpty())
        .toList();
  }

  /** {@return the call that it is} */
  Call call() {
    return new Call(tool, arguments);
  }

  /**
   * {@return every tool that changes something itself, but for those that change the database: of
   * them {@link EveryRowTest} tells}
   */
  static List<Tool> changing() {
    return AllTools.tools().stream()
        .filter(
            tool -> tool.needs().tables().isEmpty() || !OF_DATABASE.contains(tool.demand().scope()))
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
    List<Call> first = new ArrayList<>();
    if (json.has("first")) {
      json.getAsJsonArray("first").forEach(call -> first.add(Call.of(call.getAsJsonObject())));
    }
    Call call = Call.of(json);
    return new Sample(
        call.tool(),
        call.arguments(),
        json.has("version")
            ? Version.parse(json.get("version").getAsString()).orElseThrow()
            : Version.V3_6,
        features(json),
        first,
        Optional.ofNullable(json.getAsJsonObject("shows")).map(Call::of),
        Optional.ofNullable(json.get("lab")).map(JsonElement::getAsString).map(LabRead::of),
        Optional.ofNullable(json.get("irreversible")).map(JsonElement::getAsString));
  }

  private static Set<LabFeature> features(JsonObject json) {
    Set<LabFeature> features = EnumSet.noneOf(LabFeature.class);
    if (json.has("features")) {
      json.getAsJsonArray("features")
          .forEach(name -> features.add(LabFeature.valueOf(name.getAsString())));
    }
    return features;
  }

  @Override
  public String toString() {
    return tool + " " + arguments;
  }
}
