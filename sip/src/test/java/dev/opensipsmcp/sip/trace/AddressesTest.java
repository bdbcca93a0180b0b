package dev.opensipsmcp.sip.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "::, ::",
    "::1, ::1",
    "fe80::, fe80::"
  })
  void theShortestFormIsTheOneThatRfc5952Wants(String given, String shortest) {
    assertThat(Addresses.text(Addresses.bytes(given))).isEqualTo(shortest);
  }

  @Property
  void everyAddressComesBack(@ForAll @Size(16) byte[] address) {
    // A mapped IPv4 address has two lengths; it is told as IPv4 by those who read literals.
    boolean mapped = Addresses.bytes(Addresses.text(address)).length == 4;
    assertThat(
            mapped
                || Addresses.text(Addresses.bytes(Addresses.text(address)))
                    .equals(Addresses.text(address)))
        .isTrue();
  }

  @Test
  void namesAreNoAddresses() {
    assertThatIllegalArgumentException().isThrownBy(() -> Addresses.bytes("localhost"));
  }
}
