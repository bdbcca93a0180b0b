package dev.opensipsmcp.server.gate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The nodes that a call names: one, or several by names separated by commas, {@code tag:T}, {@code
 * cluster:N} or {@code all}.
 *
 * @param instances the nodes, without repetition
 * @param several whether they were named as several, be it one that it came to
 */
record Selection(List<Instance> instances, boolean several) {
  static final String ARGUMENT = "instance";
  private static final String ALL = "all";
  private static final String TAG = "tag:";
  private static final String CLUSTER = "cluster:";

  Selection {
    instances = List.copyOf(instances);
  }

  /** {@return one node, named as one} */
  static Selection of(Instance instance) {
    return new Selection(List.of(instance), false);
  }

  /** {@return why these nodes can't be asked by such a call, if so} */
  Optional<GateReply.Failed> wrongFor(Tool tool, boolean paged) {
    if (several && !(tool.work() instanceof Work.Read)) {
      return Optional.of(
          ErrorCode.INVALID_ARGUMENTS.failed(
              tool.name() + " is about one node at a time, and instance names several.",
              "Name exactly one node: " + names() + "."));
    }
    if (instances.size() > 1 && paged) {
      return Optional.of(
          ErrorCode.INVALID_ARGUMENTS.failed(
              "A cursor belongs to one node's list, and instance names several.",
              "Name the node whose next_cursor it is: " + names() + "."));
    }
    return Optional.empty();
  }

  private String names() {
    return String.join(", ", instances.stream().map(Instance::name).toList());
  }

  /** Writes a JSON list of names as the text that means the same. */
  static void flatten(JsonObject arguments) {
    if (!(arguments.get(ARGUMENT) instanceof JsonArray names) || names.isEmpty()) {
      return;
    }
    List<String> texts = new ArrayList<>();
    for (JsonElement name : names) {
      if (!(name instanceof JsonPrimitive text) || !text.isString()) {
        return;
      }
      texts.add(text.getAsString());
    }
    // A list is several, also of one: its comma at the end says so.
    arguments.addProperty(ARGUMENT, String.join(",", texts) + (texts.size() == 1 ? "," : ""));
  }

  /** {@return what the text names, or which part of it names nothing} */
  static Step<Selection> of(String text, Instances instances) {
    Set<Instance> chosen = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      List<Instance> meant = meant(part.strip(), instances);
      if (meant.isEmpty() && !part.isBlank()) {
        return new Step.Stop<>(nothing(part.strip(), instances));
      }
      chosen.addAll(meant);
    }
    return chosen.isEmpty()
        ? new Step.Stop<>(nothing(text, instances))
        : new Step.Go<>(
            new Selection(
                List.copyOf(chosen), instances.several() && instances.named(text).isEmpty()));
  }

  private static List<Instance> meant(String part, Instances instances) {
    List<Instance> meant = new ArrayList<>();
    for (Instance instance : instances.all()) {
      if (means(part, instance)) {
        meant.add(instance);
      }
    }
    return meant;
  }

  private static boolean means(String part, Instance instance) {
    if (part.startsWith(TAG)) {
      return instance.tags().contains(part.substring(TAG.length()));
    }
    if (part.startsWith(CLUSTER)) {
      return instance
          .cluster()
          .map(String::valueOf)
          .equals(Optional.of(part.substring(CLUSTER.length())));
    }
    return part.equals(ALL) || instance.name().equals(part);
  }

  private static GateReply.Failed nothing(String part, Instances instances) {
    Set<String> others = new TreeSet<>();
    for (Instance instance : instances.all()) {
      instance.tags().forEach(tag -> others.add(TAG + tag));
      instance.cluster().ifPresent(id -> others.add(CLUSTER + id));
    }
    List<String> known = new ArrayList<>(instances.names());
    if (instances.several()) {
      known.addAll(others);
      known.add(ALL);
    }
    return ErrorCode.UNKNOWN_INSTANCE.failed(
        "There is no instance " + part + ".", "Name one of " + String.join(", ", known) + ".");
  }
}
