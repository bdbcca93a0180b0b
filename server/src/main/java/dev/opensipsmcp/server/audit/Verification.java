package dev.opensipsmcp.server.audit;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Follows the chain. */
final class Verification {
  private Verification() {}

  static AuditVerdict of(Path path, long size) throws IOException {
    if (size == 0) {
      return new AuditVerdict.Intact(0, Chain.START);
    }
    String prev = Chain.START;
    long number = 0;
    try (ForwardLines lines = new ForwardLines(path, size)) {
      Optional<String> line = lines.next();
      while (line.isPresent()) {
        number++;
        String claimed = Chain.claimed(line.get());
        if (claimed.isEmpty()) {
          return new AuditVerdict.Broken(number, "It is no whole line of an audit trail");
        }
        if (!Chain.follows(line.get(), claimed, prev)) {
          return new AuditVerdict.Broken(
              number,
              "Its hash does not follow: this line, or one before it, was changed or removed");
        }
        if (seq(line.get()) != number) {
          return new AuditVerdict.Broken(number, "Its sequence number is not " + number);
        }
        prev = claimed;
        line = lines.next();
      }
    }
    return new AuditVerdict.Intact(number, prev);
  }

  private static long seq(String line) {
    try {
      return JsonParser.parseString(line).getAsJsonObject().get("seq").getAsLong();
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      return -1;
    }
  }
}
