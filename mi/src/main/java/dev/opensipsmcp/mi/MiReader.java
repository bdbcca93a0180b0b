package dev.opensipsmcp.mi;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import dev.opensipsmcp.mi.internal.wire.Trees;
import java.io.IOException;

/**
 * Decodes a result while it arrives, so that an answer of any size needs constant memory. A reader
 * must not call the same client: the node is still busy with this answer.
 *
 * @param <T> what is made of it
 */
@FunctionalInterface
public interface MiReader<T> {

  /**
   * Reads exactly the {@code result} value, or abandons it early, which closes the connection.
   *
   * @param reader stands before the value
   * @return what was made of it
   * @throws IOException when the answer breaks off or is malformed
   */
  T read(JsonReader reader) throws IOException;

  /** {@return a reader of any JSON value as a tree; also of use for one row within a result} */
  static MiReader<JsonElement> tree() {
    return Trees::read;
  }
}
