package dev.opensipsmcp.mi;

import com.google.gson.JsonElement;
import dev.opensipsmcp.mi.internal.client.NodeClient;
import java.util.Optional;

/**
 * A client of one node. Safe for many threads; calls are queued, bounded and fair, because one
 * process of the node serves them all.
 */
public interface MiClient extends AutoCloseable {

  /**
   * Makes a client. Nothing is sent before the first call.
   *
   * @param endpoint the node
   * @param settings its limits
   * @return the client
   */
  static MiClient of(MiEndpoint endpoint, MiSettings settings) {
    return NodeClient.of(endpoint, settings);
  }

  /**
   * Asks the node, once, for its version and its commands, and remembers the answer until {@link
   * #forget}.
   *
   * @return the node's own words
   */
  MiResult<MiNode> node();

  /** Forgets what {@link #node} learnt, for a node that was restarted or upgraded. */
  void forget();

  /** {@return where the node is reached; empty for a client that reaches none} */
  default Optional<MiEndpoint> endpoint() {
    return Optional.empty();
  }

  /** {@return how the node answered the last calls; asks nothing} */
  MiHealth health();

  /**
   * Runs one command and decodes its whole result.
   *
   * <p>A success can be empty: a node answers {@code {}} where a statistic is unknown or is asked
   * for as {@code group:name} (recorded on 3.4, 3.6 and 4.0).
   *
   * @param request the command
   * @return the result as a tree
   */
  MiResult<JsonElement> call(MiRequest request);

  /**
   * Runs one command and decodes its result as it arrives.
   *
   * @param request the command
   * @param reader takes the result
   * @param <T> what the reader makes of it
   * @return what the reader made of it
   */
  <T> MiResult<T> stream(MiRequest request, MiReader<T> reader);

  /** Ends the client; calls in progress end as failures. */
  @Override
  void close();
}
