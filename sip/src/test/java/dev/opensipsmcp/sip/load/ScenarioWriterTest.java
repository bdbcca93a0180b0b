package dev.opensipsmcp.sip.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensipsmcp.sip.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios are written of checked words. */
class ScenarioWriterTest {
  private static ScenarioOrder order(String user, Optional<String> domain) {
    return new ScenarioOrder(ScenarioKind.REGISTER, user, "b", domain, 3, true, 0, 0, 60);
  }

  @Test
  void aDomainStandsInTheAddressesAndNoPasswordInTheScenario() {
    ScenarioOrder order = order("load", Optional.of("example.org"));
    String xml = ScenarioWriter.xml(order);
    assertThat(xml)
        .contains("REGISTER sip:example.org SIP/2.0")
        .contains("To: <sip:[field0]@example.org>")
        .doesNotContain("s3cret");
    assertThat(UserList.text(order, "s3cret"))
        .isEqualTo(
            """
            SEQUENTIAL
            load1;[authentication username=load1 password=s3cret]
            load2;[authentication username=load2 password=s3cret]
            load3;[authentication username=load3 password=s3cret]
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a>", "[file name=x]", "a\nb", "<exec", "a]]>", "ü"})
  void wordsThatWouldBeMoreThanUsersAreRefused(String user) {
    assertThatThrownBy(() -> order(user, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> order("a", Optional.of(user)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a;b", "a]b", "a\nb", "[x", "é"})
  void passwordsThatSippWouldMisreadAreRefused(String password) {
    assertThat(UserList.takes(password)).isFalse();
    assertThatThrownBy(() -> UserList.text(order("a", Optional.empty()), password))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyBoundIsGivenToSippItselfAndEveryListenerIsOnTheOwnAddress() throws Exception {
    IpAddress address = IpAddress.of("127.0.0.1").orElseThrow();
    SippOrder order =
        new SippOrder(
            "<scenario/>",
            "",
            false,
            new LoadTarget(address, 5060),
            LoadTransport.UDP,
            new LoadLimits(20, 2, 30, 60),
            OptionalInt.empty(),
            List.of("-aa"));
    assertThat(String.join(" ", SippCommand.words("/usr/bin/sipp", order, "127.0.0.1", 7, 8)))
        .startsWith("/usr/bin/sipp 127.0.0.1:5060 -sf scenario.xml -t u1 ")
        .contains(" -i 127.0.0.1 -bind_local -mi 127.0.0.1 -p 7 ")
        .contains(" -m 30 -timeout 60 -r 20 -l 2 -aa -nostdin -ci 127.0.0.1 -cp 8 ");
  }

  @Test
  void theCommandLineHasNoPasswordEither() {
    assertThat(
            SippCommand.line(
                order("load", Optional.empty()),
                "192.0.2.1:5060",
                LoadTransport.TCP,
                new LoadLimits(10, 20, 100, 30)))
        .isEqualTo(
            "sipp 192.0.2.1:5060 -sf register.xml -inf users.csv -t t1 -r 10 -l 20 -m 100"
                + " -timeout 30 -trace_stat -stf register.csv -fd 1 -trace_rtt -rtt_freq 1"
                + " -trace_err");
  }
}
