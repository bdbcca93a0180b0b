package dev.opensipsmcp.server.toolset.diagnose.engine;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** How something is looked at: by reading only. */
public sealed interface Way {

  /**
   * Through a tool that reads, if the caller may call it.
   *
   * @param name the tool
   * @param arguments what to call it with; not to be changed
   */
  record Tool(String name, JsonObject arguments) implements Way {}

  /**
   * The node's statistics.
   *
   * @param names groups with a colon, or names
   */
  record Statistics(List<String> names) implements Way {
    public Statistics {
      names = List.copyOf(names);
    }
  }

  /**
   * The contacts of a user; none where the node knows no such user.
   *
   * @param aor the user, with its domain where the node keeps domains
   */
  record Contacts(String aor) implements Way {}

  /**
   * How memory grew between two samples.
   *
   * @param since the file of the snapshot that is the first of them; the newest one of the node
   *     that is old enough when absent, and a sample taken now when there is none
   */
  record Growth(Optional<String> since) implements Way {}

  /** The messages of the call that the question is about. */
  record Call() implements Way {}

  /**
   * A text that the question holds.
   *
   * @param from which argument
   * @param text the text
   */
  record Given(String from, String text) implements Way {}

  /**
   * Not at all: the question does not say what is needed.
   *
   * @param why one sentence
   * @param next what to give, one sentence
   */
  record Missing(String why, String next) implements Way {}

  /** Not at all: the question is not about it, and nobody misses it. */
  record Idle() implements Way {}
}
