package dev.opensipsmcp.server.audit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * The trail's end, where the next line goes.
 *
 * @param seq the last line's number; 0 when there is none
 * @param hash the last line's hash
 * @param torn bytes of an incomplete line that a dying process left behind the last whole one
 */
record Tail(long seq, String hash, long torn) {

  /** Finds the end, and takes an incomplete line away: nothing relied on it. */
  static Tail of(FileChannel channel) throws IOException {
    long size = channel.size();
    long whole = wholeSize(channel, size);
    if (whole < size) {
      channel.truncate(whole);
    }
    Optional<BackwardLines.Line> last = new BackwardLines(channel, whole).previous();
    if (last.isEmpty()) {
      return new Tail(0, Chain.START, size - whole);
    }
    String line = last.get().text();
    String hash = Chain.claimed(line);
    if (hash.isEmpty()) {
      throw new IOException("The audit trail's last line is damaged");
    }
    return new Tail(seq(line), hash, size - whole);
  }

  private static long seq(String line) throws IOException {
    try {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      return json.get("seq").getAsLong();
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IOException("The audit trail's last line is damaged", e);
    }
  }

  private static long wholeSize(FileChannel channel, long size) throws IOException {
    ByteBuffer octet = ByteBuffer.allocate(1);
    for (long at = size; at > 0; at--) {
      octet.clear();
      if (channel.read(octet, at - 1) == 1 && octet.get(0) == '\n') {
        return at;
      }
    }
    return 0;
  }
}
