package dev.opensipsmcp.sip.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.ladder.HopChange.Change;
import dev.opensipsmcp.sip.ladder.HopChange.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class HopChangesTest {
  @Test
  void aProxyAddsItsViaAndRecordRouteAndNothingElse() {
    HopChange invite = Ladders.hops(Samples.ladder(Samples.nat())).getFirst();

    assertThat(invite.in()).isEqualTo(1);
    assertThat(invite.out()).isEqualTo(3);
    assertThat(invite.changes())
        .extracting(Change::where)
        .containsOnly("start line", "Via", "Record-Route");
    assertThat(invite.changes())
        .anySatisfy(change -> {
          assertThat(change.kind()).isEqualTo(Kind.ADDED);
          assertThat(change.after()).isEqualTo("<sip:198.51.100.5;lr>");
        });
  }

  @Test
  void legsOfOneCallAreHeldAgainstEachOtherWithTheLinesOfSdpThatARelayChanged() {
    List<HopChange> hops = Ladders.hops(Samples.ladder(Samples.b2bua()));

    assertThat(hops)
        .extracting(hop -> hop.in() + ">" + hop.out())
        .containsExactly("4>6", "8>9", "10>12", "14>16");
    assertThat(hops.getFirst().changes())
        .contains(
            new Change(Kind.CHANGED, "SDP", "c=IN IP4 192.0.2.10", "c=IN IP4 198.51.100.5"),
            new Change(Kind.ADDED, "X-Call-ID", "", "in-5d1e@192.0.2.10"));
  }

  @Test
  void secretsStayBehind() {
    assertThat(Ladders.hops(Samples.ladder(Samples.b2bua())).toString())
        .contains("Proxy-Authorization")
        .contains("username=\"alice\"")
        .doesNotContain("6629fae49393a05397450978507c4ef1");
  }
}
