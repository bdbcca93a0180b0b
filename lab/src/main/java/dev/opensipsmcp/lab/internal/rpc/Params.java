package dev.opensipsmcp.lab.internal.rpc;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** A call's parameters as they were sent. */
public sealed interface Params {

  /** {@return how many there are} */
  int size();

  /** {@return them as JSON} */
  JsonElement json();

  /**
   * By name. A name may occur twice; no recipe accepts that.
   *
   * @param names in order
   * @param json the values; the last one of a name counts
   */
  record Named(List<String> names, JsonObject json) implements Params {
    @Override
    public int size() {
      return names.size();
    }
  }

  /**
   * By position.
   *
   * @param json the values
   */
  record Positional(JsonArray json) implements Params {
    @Override
    public int size() {
      return json.size();
    }
  }

  /** No member, or none of the two kinds, is told apart: none is an empty set, others are wrong. */
  static Optional<Params> of(Optional<Json.Member> member) {
    if (member.isEmpty()) {
      return Optional.of(new Named(List.of(), new JsonObject()));
    }
    if (member.get().inner().isPresent()) {
      List<Json.Member> inner = member.get().inner().get();
      JsonObject json = new JsonObject();
      inner.forEach(parameter -> json.add(parameter.name(), parameter.value()));
      return Optional.of(new Named(inner.stream().map(Json.Member::name).toList(), json));
    }
    return member.get().value() instanceof JsonArray array
        ? Optional.of(new Positional(array))
        : Optional.empty();
  }
}
