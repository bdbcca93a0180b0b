package dev.opensipsmcp.sip.capture;

import java.nio.file.Path;
import java.util.List;

/** What came of writing a capture file. */
public sealed interface Exported {
  /**
   * The file is there, whole.
   *
   * @param file its real path
   * @param bytes its size
   * @param packets how many packets it has
   * @param messages how many messages it has
   * @param sha256 the hash of its bytes, hexadecimal
   * @param notes what its reader should know; whole sentences
   */
  record Done(Path file, long bytes, long packets, long messages, String sha256, List<String> notes)
      implements Exported {
    public Done {
      notes = List.copyOf(notes);
    }
  }

  /**
   * There is no new file.
   *
   * @param reason one sentence
   */
  record Refused(String reason) implements Exported {}
}
