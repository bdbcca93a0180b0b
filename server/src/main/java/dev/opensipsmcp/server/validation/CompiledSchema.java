package dev.opensipsmcp.server.validation;

import com.google.gson.JsonObject;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A schema ready for use. Tools' schemas are held against their own schema in the build. */
final class CompiledSchema {
  private final JsonObject schema;
  private final Validator validator;
  private final URI id;

  private CompiledSchema(JsonObject schema, Validator validator, URI id) {
    this.schema = schema;
    this.validator = validator;
    this.id = id;
  }

  static CompiledSchema of(JsonObject schema) {
    Validator validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new GsonNode.Factory())
            .withDisabledSchemaValidation(true)
            .createValidator();
    return new CompiledSchema(schema, validator, validator.registerSchema((Object) schema));
  }

  /**
   * {@return the faults in values; missing and unknown names of the top level are not its matter}
   */
  List<String> faults(JsonObject instance) {
    Validator.Result result = validator.validate(id, (Object) instance);
    if (result.isValid()) {
      return List.of();
    }
    // Of a value of the wrong type only that is said.
    Set<String> mistyped = new HashSet<>();
    for (Error error : result.getErrors()) {
      if ("type".equals(error.getKeyword())) {
        mistyped.add(error.getInstanceLocation());
      }
    }
    List<String> faults = new ArrayList<>();
    for (Error error : result.getErrors()) {
      boolean type = "type".equals(error.getKeyword());
      boolean topLevelName =
          error.getInstanceLocation().isEmpty()
              || error.getEvaluationPath().equals("/additionalProperties");
      if (!topLevelName && (type || !mistyped.contains(error.getInstanceLocation()))) {
        faults.add(Sentences.of(error, schema, instance));
      }
    }
    return faults;
  }
}
