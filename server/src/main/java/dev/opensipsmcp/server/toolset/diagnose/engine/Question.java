package dev.opensipsmcp.server.toolset.diagnose.engine;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import java.time.Instant;
import java.util.Optional;

/**
 * What the operator asks.
 *
 * @param arguments the call's arguments
 * @param now when this is
 */
public record Question(Arguments arguments, Instant now) {

  /** {@return an argument, if it was given and is not blank} */
  public Optional<String> given(String name) {
    return arguments.maybeText(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** {@return the time span as a tool on CDRs takes it: nothing where none is given} */
  public JsonObject cdrSpan() {
    JsonObject json = new JsonObject();
    given("from_ts").ifPresent(text -> json.addProperty("date_from", text));
    given("to_ts").ifPresent(text -> json.addProperty("date_to", text));
    return json;
  }

  /** {@return the text given, if it looks like an opensips.cfg} */
  public Optional<String> configuration() {
    return given("text").filter(Question::isConfiguration);
  }

  /** {@return the file given, if its name is one of a configuration} */
  public Optional<String> configurationFile() {
    return given("path").filter(Question::isConfigurationFile);
  }

  /** {@return whether messages or a capture file are given} */
  public boolean messagesGiven() {
    return messages().isPresent()
        || given("path").filter(path -> !isConfigurationFile(path)).isPresent();
  }

  /** {@return the file given, if its name is one of a snapshot} */
  public Optional<String> snapshotFile() {
    return given("path").filter(path -> path.endsWith(".json"));
  }

  /** {@return the text given, if it holds SIP messages} */
  public Optional<String> messages() {
    return given("text").filter(text -> text.contains(" SIP/2.0") || text.contains("SIP/2.0 "));
  }

  /** {@return the text given, if it is neither messages nor a configuration} */
  public Optional<String> log() {
    return given("text").filter(text -> messages().isEmpty() && !isConfiguration(text));
  }

  /** {@return which call is meant, as the tools on ladders take it} */
  public Arguments call() {
    JsonObject json = new JsonObject();
    messages().ifPresent(text -> json.addProperty("messages", text));
    given("path")
        .filter(path -> !isConfigurationFile(path))
        .ifPresent(path -> json.addProperty("path", path));
    given("call_id").ifPresent(id -> json.addProperty("call_id", id));
    given("aor").map(Question::user).ifPresent(user -> json.addProperty("caller", user));
    given("number").ifPresent(number -> json.addProperty("callee", number));
    given("from_ts").ifPresent(time -> json.addProperty("from_ts", time));
    given("to_ts").ifPresent(time -> json.addProperty("to_ts", time));
    return new Arguments(json);
  }

  /** {@return whether the question says which call it is about, or brings its messages} */
  public boolean namesCall() {
    return messagesGiven() || given("call_id").isPresent();
  }

  /** {@return the user part of an address of record} */
  public static String user(String aor) {
    String bare = aor.replaceFirst("^sips?:", "");
    int at = bare.indexOf('@');
    return at < 0 ? bare : bare.substring(0, at);
  }

  private static boolean isConfiguration(String text) {
    return text.lines()
        .anyMatch(line -> line.strip().matches("(loadmodule|modparam|route|socket|listen)\\b.*"));
  }

  private static boolean isConfigurationFile(String path) {
    return path.endsWith(".cfg") || path.endsWith(".m4") || path.endsWith(".conf");
  }
}
