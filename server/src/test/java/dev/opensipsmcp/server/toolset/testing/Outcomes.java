package dev.opensipsmcp.server.toolset.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import java.util.List;

/** Looks into what a tool's work came to, and holds it against the tool's own schema. */
public final class Outcomes {

  private Outcomes() {}

  /** {@return the rows, each as the schema says} */
  public static List<JsonObject> rows(Tool tool, Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Rows.class);
    Outcome.Rows rows = (Outcome.Rows) outcome;
    JsonArray data = new JsonArray();
    rows.rows().forEach(data::add);
    assertValid(tool, data);
    return rows.rows();
  }

  /** {@return the object, as the schema says} */
  public static JsonObject object(Tool tool, Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Value.class);
    JsonElement data = ((Outcome.Value) outcome).data();
    assertValid(tool, data);
    return data.getAsJsonObject();
  }

  /** {@return the failure, which says a cause and a next step} */
  public static Outcome.Failure failure(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failure.class);
    Outcome.Failure failure = (Outcome.Failure) outcome;
    assertThat(failure.code()).matches("[A-Z][A-Z0-9_]+");
    assertThat(failure.cause()).isNotBlank();
    assertThat(failure.nextStep()).isNotBlank();
    return failure;
  }

  private static void assertValid(Tool tool, JsonElement data) {
    Validator.Result result =
        new ValidatorFactory()
            .withJsonNodeFactory(new GsonNode.Factory())
            .validate(tool.output().json().toString(), data.toString());
    assertThat(result.isValid())
        .as(
            "%s returned %s: %s",
            tool.name(),
            data,
            result.getErrors().stream().map(e -> e.getInstanceLocation() + e.getError()).toList())
        .isTrue();
  }
}
