package dev.opensipsmcp.sip.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Identity headers, signed with real keys and certificates of the JDK's own tool. */
@Timeout(180)
final class IdentityTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String URL = "https://cert.example/a.pem";

  /** Within the time of the certificates, which begins a moment before. */
  private final Instant now = Instant.now();

  @TempDir static Path directory;

  @BeforeAll
  static void makeCertificates() throws Exception {
    keytool(
        "-genkeypair -alias root -keyalg EC -groupname secp256r1 -dname CN=root -ext bc:c -validity 2");
    keytool(
        "-genkeypair -alias other -keyalg EC -groupname secp256r1 -dname CN=other -ext bc:c -validity 2");
    keytool(
        "-genkeypair -alias signer -keyalg EC -groupname secp256r1 -dname CN=signer -validity 2");
    keytool("-certreq -alias signer -file signer.csr");
    keytool(
        "-gencert -alias root -infile signer.csr -outfile signer.pem -rfc -validity 2"
            + " -ext 1.3.6.1.5.5.7.1.26=30:08:a0:06:16:04:37:30:39:4a");
    keytool("-exportcert -rfc -alias root -file root.pem");
    keytool("-exportcert -rfc -alias other -file other.pem");
  }

  private static void keytool(String arguments) throws Exception {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String all = program + ' ' + arguments + " -storepass changeit -keystore keys.p12";
    Process process =
        new ProcessBuilder(all.split(" ", -1))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(directory.resolve("keytool.log"))).isZero();
  }

  private static String pem(String name) throws Exception {
    return Files.readString(directory.resolve(name + ".pem"));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String claims(Instant issued) {
    return """
    {"attest":"A","dest":{"tn":["4930123456"]},"iat":%d,"orig":{"tn":"12025550100"},\
    "origid":"123e4567-e89b-12d3-a456-426655440000"}\
    """
        .formatted(issued.getEpochSecond());
  }

  private static String header(String alias, String claims) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve("keys.p12"))) {
      store.load(in, PASSWORD);
    }
    String top =
        "{\"alg\":\"ES256\",\"ppt\":\"shaken\",\"typ\":\"passport\",\"x5u\":\"" + URL + "\"}";
    String input = encoded(top) + '.' + encoded(claims);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign((PrivateKey) store.getKey(alias, PASSWORD));
    signature.update(input.getBytes(StandardCharsets.US_ASCII));
    return input + '.' + encoded(signature.sign()) + ";info=<" + URL + ">;alg=ES256;ppt=\"shaken\"";
  }

  private static Optional<SipMessage> call(String from, String to) {
    String text =
        "INVITE " + to + " SIP/2.0\r\nFrom: <" + from + ">;tag=1\r\nTo: <" + to + ">\r\n\r\n";
    return Optional.of(SipParser.parse(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aGoodTokenIsDecodedAndVerified() throws Exception {
    Identity identity = IdentityReader.read(header("signer", claims(now)));
    Passport passport = identity.passport().orElseThrow();

    assertThat(identity.problems()).isEmpty();
    assertThat(passport.attestation()).contains(Attestation.A);
    assertThat(passport.origin()).isEqualTo("12025550100");
    assertThat(passport.destinations()).containsExactly("4930123456");
    assertThat(passport.issued()).contains(Instant.ofEpochSecond(now.getEpochSecond()));
    assertThat(
            IdentityRules.of(
                identity,
                call("sip:+1-202-555-0100@carrier.example;user=phone", "tel:+4930123456"),
                now))
        .isEmpty();
    SignatureCheck.Result result =
        SignatureCheck.of(identity, pem("signer"), pem("root"), now.plusSeconds(60));
    assertThat(result.problems()).isEmpty();
    assertThat(result.signature()).isTrue();
    assertThat(result.chain()).contains(true);
    assertThat(result.numbers()).isTrue();
    assertThat(result.subject()).isEqualTo("CN=signer");
    assertThat(identity.toString()).doesNotContain(identity.token());
  }

  @Test
  void whatIsWrongWithTheSignatureIsTold() throws Exception {
    Identity good = IdentityReader.read(header("signer", claims(now)));
    Identity forged = IdentityReader.read(header("other", claims(now)));

    assertThat(SignatureCheck.of(forged, pem("signer"), "", now).signature()).isFalse();
    SignatureCheck.Result strange =
        SignatureCheck.of(good, pem("signer"), pem("other"), now.plusSeconds(60));
    assertThat(strange.signature()).isTrue();
    assertThat(strange.chain()).contains(false);
    SignatureCheck.Result old =
        SignatureCheck.of(good, pem("signer"), pem("root"), now.plus(Duration.ofDays(9)));
    assertThat(old.chain()).contains(false);
    assertThat(old.problems()).anyMatch(it -> it.contains("not good at that time"));
    assertThat(SignatureCheck.of(good, "rubbish", "", now).problems()).isNotEmpty();
    assertThat(SignatureCheck.of(forged, pem("other"), "", now).problems())
        .anyMatch(it -> it.contains("TNAuthList"));
  }

  @Test
  void numbersAndAgeThatDoNotFitAreTold() throws Exception {
    Identity identity = IdentityReader.read(header("signer", claims(now)));

    assertThat(IdentityRules.of(identity, call("sip:+1999@a.example", "sip:+1888@a.example"), now))
        .hasSize(2);
    assertThat(IdentityRules.of(identity, Optional.empty(), now.plusSeconds(120)))
        .singleElement()
        .asString()
        .contains("old");
    assertThat(IdentityRules.of(identity, Optional.empty(), now.minusSeconds(120)))
        .singleElement()
        .asString()
        .contains("future");
  }

  @Test
  void damagedTokensAreTold() {
    for (String value :
        new String[] {"", "..x;info=<https://a>", "a.b.c", encoded("[]") + ".x.y;info=z"}) {
      Identity identity = IdentityReader.read(value);
      assertThat(identity.passport()).isEmpty();
      assertThat(identity.problems()).isNotEmpty();
    }
    Identity empty = IdentityReader.read(encoded("{}") + '.' + encoded("{\"dest\":7}") + ".x");
    assertThat(empty.problems()).hasSizeGreaterThanOrEqualTo(6);
  }

  @Property(tries = 500)
  void anyTextIsRead(@ForAll String header, @ForAll String claims) {
    Identity identity = IdentityReader.read(encoded(header) + '.' + encoded(claims) + ".x");
    IdentityReader.read(header);
    IdentityRules.of(identity, Optional.empty(), now);
  }

  @Test
  void numbersHaveOneForm() {
    assertThat(NumberForm.of("tel:+1-202-555-0100")).isEqualTo("12025550100");
    assertThat(NumberForm.of("sip:+12025550100;npdi@gw.example;user=phone"))
        .isEqualTo("12025550100");
    assertThat(NumberForm.of("+1 (202) 555.0100")).isEqualTo("12025550100");
    assertThat(NumberForm.of("sip:Ann@Home.example")).isEqualTo("ann@home.example");
  }
}
