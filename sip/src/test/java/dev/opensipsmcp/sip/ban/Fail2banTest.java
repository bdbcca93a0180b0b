package dev.opensipsmcp.sip.ban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.testing.PrivateFail2ban;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Fail2banTest {
  private static final IpAddress FOUR = IpAddress.of("198.51.100.7").orElseThrow();
  private static final IpAddress SIX = IpAddress.of("2001:db8::66").orElseThrow();

  @TempDir private Path directory;

  @Test
  void aRealServerBansAndUnbansAndTellsOfIt() throws IOException {
    try (PrivateFail2ban real = PrivateFail2ban.start(directory, "^attack from <HOST>$")) {
      Fail2ban server = server(real.client(), real.socket());
      assertThat(value(server.jails())).containsExactly("opensips");
      assertThat(value(server.banned("opensips"))).isEmpty();

      value(server.ban("opensips", FOUR));
      value(server.ban("opensips", SIX));
      List<BannedAddress> banned = value(server.banned("opensips"));
      assertThat(banned).extracting(BannedAddress::address).containsExactlyInAnyOrder(FOUR, SIX);
      assertThat(banned)
          .allSatisfy(one ->
              assertThat(one.until().orElseThrow())
                  .isEqualTo(one.since().orElseThrow().plusSeconds(600)));
      JailState state = value(server.jail("opensips"));
      assertThat(state.banned()).isEqualTo(2);
      assertThat(state.files()).containsExactly(real.log().toString());

      value(server.unban("opensips", FOUR));
      assertThat(value(server.banned("opensips")))
          .extracting(BannedAddress::address)
          .containsExactly(SIX);
      assertThat(error(server.jail("nobody")).kind()).isEqualTo(BanError.Kind.NOT_FOUND);
    }
  }

  @Test
  void aServerThatIsNotThereIsSaidToBeUnreachable() throws IOException {
    assertThat(error(server(Path.of("/nonexistent/client"), directory.resolve("s")).jails()).kind())
        .isEqualTo(BanError.Kind.UNREACHABLE);
    Path client = script("echo 'Failed to access socket path: /s. Is fail2ban running?'; exit 255");
    assertThat(error(server(client, directory.resolve("s")).jails()).kind())
        .isEqualTo(BanError.Kind.UNREACHABLE);
  }

  @Test
  void aClientThatHangsIsEnded() throws IOException {
    Path client = script("exec sleep 1000");
    Fail2ban server = new Fail2ban(client, Optional.empty(), Duration.ofMillis(50), ZoneOffset.UTC);
    assertThat(error(server.ban("opensips", FOUR)).kind()).isEqualTo(BanError.Kind.UNKNOWN);
  }

  @Test
  void aClientThatNeverStopsTalkingIsCutOff() throws IOException {
    Path client = script("exec yes");
    assertThat(error(server(client, directory.resolve("s")).jails()).kind())
        .isEqualTo(BanError.Kind.UNKNOWN);
  }

  @Test
  void anAnswerOfNoKnownFormIsNoAnswer() throws IOException {
    Path client = script("echo hello");
    assertThat(error(server(client, directory.resolve("s")).jails()).kind())
        .isEqualTo(BanError.Kind.REFUSED);
  }

  @Test
  void whatIsNoNameOfAJailReachesNoProgram() {
    Fail2ban server = server(directory.resolve("client"), directory.resolve("s"));
    for (String name : List.of("--all", "", "a b", "a;b", "-s")) {
      assertThat(Fail2ban.isJail(name)).isFalse();
      assertThatThrownBy(() -> server.ban(name, FOUR)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aBanWithoutEndHasNone() throws IOException {
    Path client =
        script("printf '198.51.100.7 \\t2026-11-28 03:53:37 + -1 = 9999-12-31 23:59:59\\n'");
    BannedAddress one = value(server(client, directory.resolve("s")).banned("opensips")).getFirst();
    assertThat(one.since()).map(Object::toString).hasValue("2026-11-28T03:53:37Z");
    assertThat(one.until()).isEmpty();
  }

  private static Fail2ban server(Path client, Path socket) {
    ZoneId zone = client.endsWith("fail2ban-client") ? ZoneId.systemDefault() : ZoneOffset.UTC;
    return new Fail2ban(client, Optional.of(socket), Duration.ofSeconds(60), zone);
  }

  private Path script(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("client"), "#!/bin/sh\n" + text + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static <T> T value(BanAnswer<T> answer) {
    assertThat(answer).isInstanceOf(BanAnswer.Value.class);
    return ((BanAnswer.Value<T>) answer).value();
  }

  private static BanError error(BanAnswer<?> answer) {
    assertThat(answer).isInstanceOf(BanAnswer.Failure.class);
    return ((BanAnswer.Failure<?>) answer).error();
  }
}
