package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.server.secret.Secret;
import dev.opensipsmcp.server.secret.SecretResult;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Takes the secrets and documents of a change from where they are, at the last moment. */
final class SecretIntake {
  private SecretIntake() {}

  /**
   * What was taken.
   *
   * @param columns the columns to set
   * @param shownOnce secrets that were made just now, by what they are for
   */
  record Taken(Row columns, Map<String, Secret> shownOnce) {
    @Override
    public String toString() {
      return "Taken[***]";
    }
  }

  /** {@return why a secret of the change can't be had, if so; nothing is used up} */
  static Optional<Outcome.Failure> check(RowStep step, Secrets secrets) {
    for (Map.Entry<String, String> place : step.secrets().entrySet()) {
      Field field = step.entity().byArgument(place.getKey()).orElseThrow();
      Optional<SecretResult.Refused> refused = secrets.check(place.getValue(), field.form());
      if (refused.isPresent()) {
        return Optional.of(failure(refused.get()));
      }
    }
    return Optional.empty();
  }

  static Parsed<Taken> take(RowStep step, Secrets secrets) {
    Row columns = new Row(Map.of());
    Map<String, Secret> once = new LinkedHashMap<>();
    for (Map.Entry<String, String> place : step.secrets().entrySet()) {
      Field field = step.entity().byArgument(place.getKey()).orElseThrow();
      switch (secrets.take(place.getValue(), field.form())) {
        case SecretResult.Refused refused -> {
          return new Parsed.Bad<>(failure(refused));
        }
        case SecretResult.Given(Secret secret, boolean made) -> {
          switch (columns(step, field, secret, secrets)) {
            case Parsed.Good<Row>(Row some) -> columns = columns.with(some);
            case Parsed.Bad<Row>(Outcome.Failure failure) -> {
              return new Parsed.Bad<>(failure);
            }
          }
          if (made) {
            once.put(field.column() + " of " + who(step), secret);
          }
        }
      }
    }
    return new Parsed.Good<>(new Taken(columns, once));
  }

  private static Outcome.Failure failure(SecretResult.Refused refused) {
    return new Outcome.Failure(refused.error().name(), refused.cause(), refused.nextStep());
  }

  private static Parsed<Row> columns(RowStep step, Field field, Secret secret, Secrets secrets) {
    if (Digests.are(step.entity(), field)) {
      return new Parsed.Good<>(Digests.of(step, secret, secrets));
    }
    return Cells.value(
            step.table().column(field.column()).orElseThrow(), new JsonPrimitive(secret.reveal()))
        .map((Value value) -> Row.of(field.column(), value));
  }

  private static String who(RowStep step) {
    Row row = step.after().orElse(step.set());
    String key = String.join("@", step.entity().key().stream().map(row::text).toList());
    return key.isEmpty() ? step.entity().noun() : key;
  }
}
