package dev.opensipsmcp.server.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class KnownSecretsProperties {

  @Property(tries = 500)
  void no_known_secret_is_left_in_a_text(
      @ForAll("few letters") String text,
      @ForAll @Size(max = 8) List<@net.jqwik.api.From("secrets") String> secrets) {
    KnownSecrets known = new KnownSecrets(List.of());
    secrets.forEach(known::add);

    String clean = known.without(text);

    for (String part : clean.split("\\[redacted\\]", -1)) {
      assertThat(secrets).noneMatch(part::contains);
    }
    assertThat(clean.replace("[redacted]", "").length()).isLessThanOrEqualTo(text.length());
    if (secrets.stream().noneMatch(text::contains)) {
      assertThat(clean).isEqualTo(text);
    }
  }

  @Example
  void secrets_that_overlap_go_together() {
    KnownSecrets known = new KnownSecrets(List.of("abcd1234"));
    known.add("1234567890");

    assertThat(known.without("x abcd1234567890 y")).isEqualTo("x [redacted] y");
  }

  @Example
  void each_line_of_a_key_is_found_by_itself() {
    KnownSecrets known = new KnownSecrets(List.of());
    known.add("-----BEGIN PRIVATE KEY-----\r\nMIICANARYMIICANARYMII\r\n-----END PRIVATE KEY-----");

    assertThat(known.without("line MIICANARYMIICANARYMII of")).isEqualTo("line [redacted] of");
    assertThat(known.without("-----BEGIN PRIVATE KEY-----")).contains("BEGIN");
  }

  @Example
  void a_url_or_a_json_text_hides_no_secret() {
    KnownSecrets known = new KnownSecrets(List.of("p/ss\"word 1"));

    assertThat(known.without("u=p%2Fss%22word+1 {\"a\":\"p/ss\\\"word 1\"}"))
        .isEqualTo("u=[redacted] {\"a\":\"[redacted]\"}");
  }

  @Example
  void the_oldest_of_very_many_are_forgotten_but_never_the_configured() {
    KnownSecrets known = new KnownSecrets(List.of("configured"));
    for (int i = 0; i <= 10_000; i++) {
      known.add("secret-number-" + i + "-");
    }

    assertThat(known.without("configured secret-number-0- secret-number-1-"))
        .isEqualTo("[redacted] secret-number-0- [redacted]");
  }

  @Example
  void a_word_for_a_source_passes_and_a_secret_in_its_place_does_not() {
    Redactor redactor = new Redactor(List.of());

    assertThat(redactor.redact(json("{'password_from':'stored:alice'}")))
        .isEqualTo(json("{'password_from':'stored:alice'}"));
    assertThat(redactor.redact(json("{'password_from':'hunter2'}")))
        .isEqualTo(json("{'password_from':'[redacted]'}"));
    assertThat(redactor.redact("private_key_from=file:k.pem password_from=hunter2"))
        .isEqualTo("private_key_from=file:k.pem password_from=[redacted]");
  }

  @Example
  void what_this_server_sealed_may_stand_under_a_secrets_name() {
    Redactor redactor = new Redactor(List.of());
    JsonObject sealed = json("{'ha1':'sealed:1:" + "A".repeat(123) + "'}");
    JsonObject marked = json("{'ha1':'mark:1:" + "b".repeat(22) + "'}");

    assertThat(redactor.redact(sealed)).isEqualTo(sealed);
    assertThat(redactor.redact(marked)).isEqualTo(marked);
    assertThat(redactor.redact(json("{'ha1':'sealed:1:abc'}")))
        .isEqualTo(json("{'ha1':'[redacted]'}"));
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  @Provide("few letters")
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("abc ").ofMaxLength(60);
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.strings().withChars("abc ").ofMinLength(4).ofMaxLength(8);
  }
}
