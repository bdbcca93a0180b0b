package dev.opensipsmcp.db.cdr;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CdrFailuresTest {

  @EachDatabase
  void whatSurelyFailsMostComesFirst(TestDatabase db) {
    List<Call> calls = new ArrayList<>();
    add(calls, "4477", "503", 90);
    add(calls, "4477", "200", 10);
    add(calls, "8816", "404", 10);
    add(calls, "4021", "486", 50);
    add(calls, "4021", "200", 50);
    add(calls, "9999", "500", 3);
    CallBook.with(db, calls);

    List<CdrFailure> failures = failures(db, new CdrGrouping.Prefix(4));

    assertThat(failures)
        .containsExactly(
            new CdrFailure("4477", "503", 90, 100),
            new CdrFailure("8816", "404", 10, 10),
            new CdrFailure("4021", "486", 50, 100));
    assertThat(failures)
        .extracting(failure -> failure.confidence().low())
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
  }

  @EachDatabase
  void trunksAreRankedToo(TestDatabase db) {
    List<Call> calls = new ArrayList<>();
    add(calls, "4477", "503", 20);
    calls.replaceAll(call -> call.over("Bad-GW"));
    add(calls, "4477", "200", 20);
    CallBook.with(db, calls);

    assertThat(failures(db, new CdrGrouping.Trunk()))
        .containsExactly(new CdrFailure("bad-gw", "503", 20, 20));
  }

  @Test
  void theIntervalIsWilsons() {
    // Worked example: 10 of 10, and 1 of 20.
    assertThat(Wilson.of(10, 10).low()).isCloseTo(0.7225, within(0.0005));
    assertThat(Wilson.of(10, 10).high()).isCloseTo(1, within(1e-9));
    assertThat(Wilson.of(1, 20).low()).isCloseTo(0.0089, within(0.0005));
    assertThat(Wilson.of(1, 20).high()).isCloseTo(0.2361, within(0.0005));
  }

  private static void add(List<Call> calls, String prefix, String code, int many) {
    for (int one = 0; one < many; one++) {
      int id = calls.size() + 1;
      calls.add(Call.invite(id, CallBook.START.plusSeconds(id), code, 10).to("+" + prefix + one));
    }
  }

  private static List<CdrFailure> failures(TestDatabase db, CdrGrouping by) {
    return require(
            db.database()
                .reads()
                .cdrs()
                .failures(new FailureQuestion(CdrSource.ACC, CdrSpan.of(CallBook.DAYS), by, 5, 20)))
        .value();
  }
}
