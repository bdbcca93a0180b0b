package dev.opensipsmcp.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Run by hand: makes the node's recorded answers from recordings of MI over HTTP. What a server
 * refused before the command ran is left out, since the node refuses it in the same way by itself,
 * and so are the commands that {@link FidelityTest} replays, which the node carries out. The
 * exchanges that {@link EveryCommandTest} replays are made too, with the refusals.
 *
 * <p>Arguments: the directory of the recordings, the directory to write answers to, and the one to
 * write exchanges to.
 */
final class RecordedAnswersTool {
  private final MiCatalogue facts;
  private final Set<String> lines = new LinkedHashSet<>();
  private final List<String> exchanges = new ArrayList<>();
  private List<String> names = List.of();

  private RecordedAnswersTool(Version version) {
    this.facts = Facts.of(version).mi();
  }

  public static void main(String[] directories) throws IOException {
    for (Version version : List.of(Version.V3_6, Version.V4_0)) {
      RecordedAnswersTool tool = new RecordedAnswersTool(version);
      Set<String> replayed = new HashSet<>();
      RecordedExchange.of(version.label()).forEach(known -> replayed.add(key(known.json())));
      Path recording = Path.of(directories[0], version.label() + "-mi-http.jsonl");
      for (String line : Files.readAllLines(recording)) {
        JsonObject exchange = JsonParser.parseString(line).getAsJsonObject();
        boolean carriedOut = replayed.contains(key(exchange));
        tool.take(text(exchange, "request"), text(exchange, "response"), carriedOut);
        if (!carriedOut) {
          tool.keep(exchange);
        }
      }
      tool.write(version, Path.of(directories[1]), Path.of(directories[2]));
    }
  }

  private static String key(JsonObject exchange) {
    return exchange.get("command") + " " + exchange.get("case") + " " + exchange.get("kind");
  }

  private void keep(JsonObject exchange) {
    boolean call = Set.of("read", "write", "name").contains(exchange.get("kind").getAsString());
    if (call && text(exchange, "request").isPresent() && text(exchange, "response").isPresent()) {
      JsonObject line = new JsonObject();
      line.add("command", exchange.get("command"));
      line.add("case", exchange.get("case"));
      line.add("body", exchange.getAsJsonObject("request").get("body"));
      line.add("answer", exchange.getAsJsonObject("response").get("body"));
      exchanges.add(line.toString());
    }
  }

  private static Optional<JsonObject> text(JsonObject exchange, String part) {
    try {
      return exchange.get(part) instanceof JsonObject message
              && message.get("body") instanceof JsonPrimitive text
              && JsonParser.parseString(text.getAsString()) instanceof JsonObject json
          ? Optional.of(json)
          : Optional.empty();
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private void take(Optional<JsonObject> request, Optional<JsonObject> answer, boolean carriedOut) {
    if (request.isEmpty()
        || answer.isEmpty()
        || !(request.get().get("method") instanceof JsonPrimitive method)) {
      return;
    }
    command(method.getAsString())
        .ifPresent(command -> {
          JsonElement sent =
              Optional.ofNullable(request.get().get("params")).orElse(new JsonObject());
          if (!refused(command, answer.get())) {
            named(command, sent)
                .ifPresent(params -> add(command, params, answer.get(), carriedOut));
          }
        });
  }

  /** A command that runs another one hands on the other's refusal, which names its parameters. */
  private static boolean refused(MiCommand command, JsonObject answer) {
    if (!answer.has("error")) {
      return false;
    }
    JsonObject error = answer.getAsJsonObject("error");
    boolean handedOn =
        error.has("data")
            && error.get("data").getAsString().startsWith("Bad type for parameter")
            && command.parameters().stream()
                .noneMatch(own -> error.get("data").getAsString().contains("'" + own.name() + "'"));
    return error.get("code").getAsInt() <= -32600 && !handedOn;
  }

  private Optional<MiCommand> command(String name) {
    return facts
        .command(name)
        .or(() ->
            facts.lookup(name) instanceof MiLookup.Found found
                ? Optional.of(found.command())
                : Optional.empty());
  }

  private static Optional<JsonObject> named(MiCommand command, JsonElement sent) {
    if (sent instanceof JsonObject named) {
      return command.recipeOf(named.keySet()).map(recipe -> named);
    }
    if (!(sent instanceof JsonArray values)) {
      return Optional.empty();
    }
    List<Recipe> fitting =
        command.recipes().stream()
            .filter(recipe -> recipe.parameters().size() == values.size())
            .toList();
    if (fitting.size() != 1) {
      return Optional.empty();
    }
    JsonObject named = new JsonObject();
    for (MiParameter parameter : fitting.getFirst().parameters()) {
      named.add(parameter.name(), values.get(named.size()));
    }
    return Optional.of(named);
  }

  private void add(MiCommand command, JsonObject params, JsonObject answer, boolean carriedOut) {
    boolean listing = command.localName().equals("which") && params.isEmpty();
    if (listing) {
      names =
          answer.getAsJsonArray("result").asList().stream().map(JsonElement::getAsString).toList();
    }
    if (carriedOut) {
      return;
    }
    JsonObject line = new JsonObject();
    line.addProperty("command", command.name());
    line.add("params", params);
    if (answer.has("error")) {
      line.add("error", answer.get("error"));
    } else {
      line.add("result", Optional.ofNullable(answer.get("result")).orElse(JsonNull.INSTANCE));
    }
    lines.add(line.toString());
  }

  private void write(Version version, Path answers, Path replays) throws IOException {
    pack(answers.resolve("answers-" + version.label() + ".jsonl.gz"), lines);
    pack(replays.resolve("others-" + version.label() + ".jsonl.gz"), exchanges);
    Files.write(answers.resolve("names-" + version.label() + ".txt"), names);
  }

  private static void pack(Path file, Collection<String> lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
