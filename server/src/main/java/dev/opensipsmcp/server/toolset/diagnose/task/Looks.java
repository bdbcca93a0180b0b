package dev.opensipsmcp.server.toolset.diagnose.task;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import java.util.List;
import java.util.Optional;

/** Looks that several tasks share. */
final class Looks {
  static final String CALL = "call";
  static final String LINT = "lint";
  static final String LOG = "log";

  private Looks() {}

  /** {@return the messages of the call that is meant} */
  static Look call() {
    return new Look(
        CALL,
        "messages of the call (text, capture, Homer, HEP)",
        question ->
            question.namesCall() || question.given("aor").isPresent()
                ? new Way.Call()
                : new Way.Missing(
                    "No call is named.",
                    "Give call_id, or its messages as text, or a capture as path."));
  }

  /** {@return what these rules of the audit say of the configuration, if one is given} */
  static Look lint(String... rules) {
    return new Look(
        LINT,
        "opensips.cfg by audit rules " + String.join(", ", rules),
        question ->
            configuration(question)
                .<Way>map(json -> {
                  json.add("include", Json.texts(List.of(rules)));
                  return new Way.Tool("cfg_lint", json);
                })
                .orElseGet(() -> noConfiguration("its script checked for what leads to this")));
  }

  static Way noConfiguration(String what) {
    return new Way.Missing(
        "No opensips.cfg was given.",
        "Give its text as text, or a file of cfg_file_list as path, to have " + what + ".");
  }

  /** {@return the configuration as tools on configurations take it, if one is given} */
  static Optional<JsonObject> configuration(Question question) {
    return question
        .configuration()
        .map(text -> Move.arguments("config_content", text))
        .or(() -> question.configurationFile().map(path -> Move.arguments("path", path)));
  }

  /** {@return the log lines that were given} */
  static Look log() {
    return new Look(
        LOG,
        "log lines given as text",
        question ->
            question
                .log()
                .<Way>map(text -> new Way.Given("text", text))
                .orElseGet(() ->
                    new Way.Missing(
                        "No log lines were given.", "Give those of the time as text.")));
  }

  /** {@return a look at CDRs through a tool, within the question's span of time} */
  static Look cdr(String key, String what, String tool, Object... pairs) {
    return new Look(
        key,
        what,
        question -> {
          JsonObject json = Move.arguments(pairs);
          question.cdrSpan().asMap().forEach(json::add);
          return new Way.Tool(tool, json);
        });
  }
}
