package dev.opensipsmcp.server.journal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The journal for one who may only read it. */
public interface ChangeReads {

  /**
   * {@return the change of that ID}
   *
   * @throws IOException when the journal can't be read
   */
  Optional<ChangeRecord> find(String id) throws IOException;

  /**
   * {@return every change, the newest first}
   *
   * @throws IOException when the journal can't be read
   */
  List<ChangeRecord> newestFirst() throws IOException;
}
