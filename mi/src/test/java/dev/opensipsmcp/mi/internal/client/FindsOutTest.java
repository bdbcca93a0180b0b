package dev.opensipsmcp.mi.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.internal.check.Target;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reads that find out whether a write ran exist, in the module that the write is of. */
class FindsOutTest {

  @Test
  void everyReadThatIsNamedExistsIn36AndIn40() {
    Set<String> reads = new HashSet<>();
    for (Version version : new Version[] {Version.V3_6, Version.V4_0}) {
      for (MiCommand command : Facts.of(version).mi().commands()) {
        Target write = new Target(command.name(), command.module(), command.recipes(), false);
        String read = FindsOut.reading(write);
        if (!read.isEmpty()) {
          reads.add(read);
          assertThat(Facts.of(version).mi().lookup(read))
              .describedAs("%s after %s", read, command.name())
              .isInstanceOfSatisfying(
                  MiLookup.Found.class,
                  found -> assertThat(found.command().module()).isEqualTo(command.module()));
        }
      }
    }
    assertThat(reads).hasSizeGreaterThanOrEqualTo(24).contains("dlg_list");
  }
}
