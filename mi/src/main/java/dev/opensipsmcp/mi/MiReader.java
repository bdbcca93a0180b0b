package dev.opensipsmcp.mi;

import com.google.gson.stream.JsonReader;
import java.io.IOException;

/**
 * Decodes a result while it arrives, so that an answer of any size needs constant memory.
 *
 * @param <T> what is made of it
 */
@FunctionalInterface
public interface MiReader<T> {

  /**
   * Reads exactly the {@code result} value, or abandons it early.
   *
   * @param reader stands before the value
   * @return what was made of it
   * @throws IOException when the answer breaks off or is malformed
   */
  T read(JsonReader reader) throws IOException;
}
