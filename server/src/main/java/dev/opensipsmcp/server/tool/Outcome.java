package dev.opensipsmcp.server.tool;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.server.secret.Secret;
import dev.opensipsmcp.server.secret.SecretResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** What a tool's work came to, before the gate redacts it and fits it to the budget. */
public sealed interface Outcome {

  /**
   * One value.
   *
   * @param data under the tool's data schema
   * @param warnings what the reader should know beside it
   * @param shownOnce secrets that this one result tells and nothing keeps, by name: the gate puts
   *     them into {@code data} as {@link #SHOWN_ONCE} when all else has been redacted
   * @param attachment bytes that the answer links to
   */
  record Value(
      JsonElement data,
      List<String> warnings,
      Map<String, Secret> shownOnce,
      Optional<Attachment> attachment)
      implements Outcome {
    /** The member of {@code data} that holds what is shown once. */
    public static final String SHOWN_ONCE = "shown_once";

    public Value {
      warnings = List.copyOf(warnings);
      shownOnce = Collections.unmodifiableMap(new LinkedHashMap<>(shownOnce));
      if (!shownOnce.isEmpty() && !(data instanceof JsonObject)) {
        throw new IllegalArgumentException("Only an object shows secrets");
      }
    }

    /** A value without bytes beside it. */
    public Value(JsonElement data, List<String> warnings, Map<String, Secret> shownOnce) {
      this(data, warnings, shownOnce, Optional.empty());
    }

    /** A value with bytes beside it, if there are any. */
    public Value(JsonElement data, List<String> warnings, Optional<Attachment> attachment) {
      this(data, warnings, Map.of(), attachment);
    }

    /** A value without secrets. */
    public Value(JsonElement data, List<String> warnings) {
      this(data, warnings, Map.of());
    }

    /** A value that needs no warning. */
    public Value(JsonElement data) {
      this(data, List.of());
    }
  }

  /**
   * A page of rows. The gate may cut it on a row's border.
   *
   * @param rows in order
   * @param more whether further rows exist behind these
   * @param cursorAfter gives the cursor that continues behind the first n of these rows
   * @param warnings what the reader should know beside them
   */
  record Rows(
      List<JsonObject> rows, boolean more, IntFunction<String> cursorAfter, List<String> warnings)
      implements Outcome {
    public Rows {
      rows = List.copyOf(rows);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The work failed, or was refused.
   *
   * @param code stable, upper snake case
   * @param cause one sentence
   * @param nextStep one sentence
   * @param mayHaveRun whether a change may have happened all the same
   */
  record Failure(String code, String cause, String nextStep, boolean mayHaveRun)
      implements Outcome {
    /** A failure before anything changed. */
    public Failure(String code, String cause, String nextStep) {
      this(code, cause, nextStep, false);
    }

    /** {@return the failure that a secret's absence comes to} */
    public static Failure of(SecretResult.Refused refused) {
      return new Failure(refused.error().name(), refused.cause(), refused.nextStep());
    }

    /** {@return the failure that a node's error comes to} */
    public static Failure of(MiError error) {
      boolean mayHaveRun = error instanceof MiError.OutcomeUnknown unknown && unknown.mayHaveRun();
      return new Failure(error.code(), error.cause(), error.nextStep(), mayHaveRun);
    }
  }
}
