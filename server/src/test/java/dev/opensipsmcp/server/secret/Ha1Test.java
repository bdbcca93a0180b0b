package dev.opensipsmcp.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.secret.Ha1.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Held against the examples of the standards, whose answers contain the hashes. */
class Ha1Test {
  private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
  private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

  @Test
  void the_example_of_rfc_2617_answers_as_printed_there() throws Exception {
    String ha1 = Ha1.of(Algorithm.MD5, "Mufasa", "testrealm@host.com", secret("Circle Of Life"));

    assertThat(ha1).isEqualTo("939e7578ed9e3c518a452acee763bce9");
    assertThat(
            answer("MD5", ha1, "dcd98b7102dd2f0e8b11d0f600bfb0c093", "0a4f113b", "/dir/index.html"))
        .isEqualTo("6629fae49393a05397450978507c4ef1");
  }

  @Test
  void the_examples_of_rfc_7616_answer_as_printed_there() throws Exception {
    String realm = "http-auth@example.org";
    Secret password = secret("Circle of Life");

    assertThat(
            answer(
                "MD5",
                Ha1.of(Algorithm.MD5, "Mufasa", realm, password),
                NONCE,
                CNONCE,
                "/dir/index.html"))
        .isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
    assertThat(
            answer(
                "SHA-256",
                Ha1.of(Algorithm.SHA_256, "Mufasa", realm, password),
                NONCE,
                CNONCE,
                "/dir/index.html"))
        .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
  }

  /** The answer printed in the standard is wrong; this is the one of its erratum 4897. */
  @Test
  void the_example_with_sha_512_256_answers_as_its_erratum_says() throws Exception {
    String ha1 =
        Ha1.of(Algorithm.SHA_512_256, "Jäsøn Doe", "api@example.org", secret("Secret, or not?"));

    assertThat(
            answer(
                "SHA-512/256",
                ha1,
                "5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK",
                "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v",
                "/doe.json"))
        .isEqualTo("3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5");
  }

  @Test
  void the_name_with_its_domain_has_a_hash_of_its_own() throws Exception {
    assertThat(Ha1.withDomain("alice", "example.com", secret("wonderland")))
        .isEqualTo(hash("MD5", "alice@example.com:example.com:wonderland"));
  }

  @ParameterizedTest
  @EnumSource(value = Version.class)
  void every_served_version_has_a_column_for_each_hash(Version version) {
    assertThat(Ha1.columns(version, "alice", "example.com", secret("wonderland")).keySet())
        .containsAnyOf("ha1")
        .isSubsetOf("ha1", "ha1_sha256", "ha1_sha512t256");
    if (version.compareTo(Version.V3_4) >= 0) {
      assertThat(Ha1.columns(version, "alice", "example.com", secret("wonderland"))).hasSize(3);
    }
  }

  /** What a client sends (RFC 7616, 3.4.1) with quality of protection {@code auth}. */
  private static String answer(
      String algorithm, String ha1, String nonce, String cnonce, String uri)
      throws NoSuchAlgorithmException {
    String ha2 = hash(algorithm, "GET:" + uri);
    return hash(algorithm, ha1 + ":" + nonce + ":00000001:" + cnonce + ":auth:" + ha2);
  }

  private static String hash(String algorithm, String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Secret secret(String text) {
    return new Secret(text, Secret.Release.HELD);
  }
}
