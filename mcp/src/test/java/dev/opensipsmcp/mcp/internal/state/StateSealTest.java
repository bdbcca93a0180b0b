package dev.opensipsmcp.mcp.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.StateKey;
import dev.opensipsmcp.mcp.internal.state.StateSeal.Opened;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class StateSealTest {
  private final AtomicLong now = new AtomicLong(1_000_000);
  private final StateSeal seal = seal(1);

  private StateSeal seal(int firstKeyByte) {
    byte[] key = new byte[32];
    key[0] = (byte) firstKeyByte;
    return new StateSeal(StateKey.of(key), Duration.ofSeconds(10), now::get);
  }

  private static Binding binding(String subject, String method, String target, String arguments) {
    return new Binding(
        subject, method, target, JsonParser.parseString(arguments).getAsJsonObject());
  }

  private static Binding mine() {
    return binding("ann", "tools/call", "dlg_end", "{\"a\":1}");
  }

  private String sealed() {
    return seal.seal(mine(), new JsonPrimitive("plan"), Set.of("approve"));
  }

  @Test
  void whatWasSealedOpensForTheSameRequest() {
    assertThat(seal.open(mine(), sealed()))
        .isEqualTo(new Opened.Genuine(new JsonPrimitive("plan"), Set.of("approve")));
  }

  @Test
  void aReplicaWithTheSameKeyOpensItAndOneWithAnotherDoesNot() {
    assertThat(seal(1).open(mine(), sealed())).isInstanceOf(Opened.Genuine.class);
    assertThat(seal(2).open(mine(), sealed())).isInstanceOf(Opened.Refused.class);
  }

  @Test
  void itOpensForNobodyAndNothingElse() {
    String sealed = sealed();
    for (Binding other :
        new Binding[] {
          binding("bob", "tools/call", "dlg_end", "{\"a\":1}"),
          binding("ann", "prompts/get", "dlg_end", "{\"a\":1}"),
          binding("ann", "tools/call", "dlg_list", "{\"a\":1}"),
          binding("ann", "tools/call", "dlg_end", "{\"a\":2}"),
          binding("ann", "tools/call", "dlg_end", "{}"),
          binding("anntools/call", "", "dlg_end", "{\"a\":1}")
        }) {
      assertThat(seal.open(other, sealed)).as("%s", other).isInstanceOf(Opened.Refused.class);
    }
    assertThat(seal.open(mine(), sealed)).as("still unused").isInstanceOf(Opened.Genuine.class);
  }

  @Test
  void itOpensOnceAndNotAfterItsTime() {
    String first = sealed();
    String second = sealed();
    assertThat(seal.open(mine(), first)).isInstanceOf(Opened.Genuine.class);
    assertThat(seal.open(mine(), first)).isInstanceOf(Opened.Refused.class);

    now.addAndGet(10_000);
    assertThat(seal.open(mine(), first))
        .as("at its last moment")
        .isInstanceOf(Opened.Refused.class);
    now.addAndGet(1);
    assertThat(seal.open(mine(), second)).isInstanceOf(Opened.Refused.class);
    assertThat(seal.open(mine(), first)).isInstanceOf(Opened.Refused.class);
  }

  @Test
  void aKeyOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> StateKey.of(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32");
  }

  @Property(tries = 400)
  void anyFlippedBitIsRefused(@ForAll @IntRange(min = 0, max = 100_000) int position) {
    String sealed = sealed();
    byte[] bytes = Base64.getUrlDecoder().decode(sealed);
    int bit = position % (bytes.length * 8);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    assertThat(seal.open(mine(), forged)).isInstanceOf(Opened.Refused.class);
    assertThat(seal.open(mine(), sealed)).isInstanceOf(Opened.Genuine.class);
  }

  @Property(tries = 400)
  void anyChangedCharacterIsRefused(
      @ForAll @IntRange(min = 0, max = 100_000) int position, @ForAll char replacement) {
    StringBuilder sealed = new StringBuilder(sealed());
    int at = position % sealed.length();
    if (sealed.charAt(at) != replacement) {
      sealed.setCharAt(at, replacement);
      assertThat(seal.open(mine(), sealed.toString())).isInstanceOf(Opened.Refused.class);
    }
  }

  @Property(tries = 200)
  void anyTextIsRefusedQuietly(@ForAll @StringLength(max = 200) String text) {
    assertThat(seal.open(mine(), text)).isInstanceOf(Opened.Refused.class);
  }

  @Property(tries = 200)
  void anyStateComesBackAsItWas(@ForAll String text) {
    JsonObject state = new JsonObject();
    state.addProperty("text", text);
    state.addProperty("length", text.length());
    Opened opened = seal.open(mine(), seal.seal(mine(), state, Set.of()));

    assertThat(opened).isEqualTo(new Opened.Genuine(state, Set.of()));
  }
}
