package dev.opensipsmcp.lab;

import com.google.gson.JsonElement;
import java.time.Duration;

/**
 * A way to misbehave. Over UDP and FIFO, where there is no connection and no status, a fault that
 * needs one means no answer.
 */
public sealed interface Fault {

  /**
   * Runs the command and answers late. Other commands wait meanwhile, as they do on a real node.
   *
   * @param delay how long the command takes
   */
  record Slow(Duration delay) implements Fault {}

  /**
   * Never answers, and keeps the connection open.
   *
   * @param runs whether the command is carried out all the same
   */
  record Silence(boolean runs) implements Fault {}

  /**
   * Closes the connection without an answer.
   *
   * @param runs whether the command is carried out all the same
   */
  record Close(boolean runs) implements Fault {}

  /**
   * Runs the command, sends a part of the answer's body, and resets the connection.
   *
   * @param bytes how much of the body arrives
   */
  record Reset(int bytes) implements Fault {}

  /**
   * Runs the command and answers with whole HTTP around a JSON text that breaks off.
   *
   * @param bytes how much of the JSON is sent
   */
  record Truncated(int bytes) implements Fault {}

  /**
   * Answers with an HTML page instead, without running the command.
   *
   * @param status the HTTP status, for example 200, 502 or 503
   */
  record Html(int status) implements Fault {}

  /**
   * Answers as a command does that can't be carried out, without running it.
   *
   * @param code the error's code, for example 500
   * @param message its text
   */
  record Refused(int code, String message) implements Fault {}

  /**
   * Answers with this result instead of the node's own, without running the command: a state that
   * the node can't be brought into from outside.
   *
   * @param result what the command answers
   */
  record Instead(JsonElement result) implements Fault {}

  /** Runs the command and answers under another id than the request's. */
  record WrongId() implements Fault {}

  /**
   * Answers without a body, whose end comes only when another request wakes the node.
   *
   * @param status the HTTP status, for example 202, 400 or 500
   * @param runs whether the command is carried out all the same
   */
  record Stalled(int status, boolean runs) implements Fault {}
}
