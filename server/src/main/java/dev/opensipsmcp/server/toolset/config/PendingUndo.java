package dev.opensipsmcp.server.toolset.config;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.file.Retention;
import dev.opensipsmcp.server.journal.ChangeReads;
import dev.opensipsmcp.server.journal.ChangeRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Claims the copies that a change of the journal would be taken back with: one that is being made,
 * and one that left the file as it is now, so that its undo would not be refused.
 *
 * @param journal the changes
 */
public record PendingUndo(ChangeReads journal) implements Retention.Claims {

  @Override
  public Set<String> hashes(Path file, String now) throws IOException {
    Set<String> claimed = new HashSet<>();
    for (ChangeRecord change : journal.newestFirst()) {
      boolean stands =
          change.revertible() && change.after().flatMap(PendingUndo::hash).equals(Optional.of(now));
      boolean pending = stands || change.status() == ChangeRecord.Status.BEGUN;
      if (pending && change.restore().inverse().tool().equals(Rollback.NAME)) {
        text(change.restore().inverse().arguments(), Rollback.BACKUP).ifPresent(claimed::add);
      }
    }
    return claimed;
  }

  private static Optional<String> hash(JsonObject state) {
    return text(state, "sha256");
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name)).map(JsonElement::getAsString);
  }
}
