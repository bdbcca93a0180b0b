package dev.opensipsmcp.server.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String CANARY = "CANARYc4n4ry";
  private final Redactor redactor = new Redactor(List.of("m1-pass+word"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Password",
        "db_password",
        "ha1",
        "ha1_sha256",
        "ha1_sha512t256",
        "auth-token",
        "apiKey",
        "private_key",
        "Proxy-Authorization",
        "client_secret",
        "cnonce",
        "ice-pwd",
        "confidentiality-key",
        "integrity-key"
      })
  void a_value_under_the_name_of_a_secret_never_leaves(String name) {
    JsonObject object = new JsonObject();
    object.addProperty(name, CANARY);
    assertThat(redactor.redact(object).get(name).getAsString()).isEqualTo(Redactor.MARK);
    object.add(name, JsonParser.parseString("{\"a\":[\"" + CANARY + "\"]}"));
    assertThat(redactor.redact(object).toString()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Digest username=\"a\", response=\"%s\"\r\nCSeq: 1",
        "proxy-authorization: Basic %s",
        "curl -H 'X: Bearer %s'",
        "modparam(\"usrloc\", \"db_url\", \"mysql://opensips:%s@localhost/opensips\")",
        "http://admin:%s@10.0.0.1:8888/mi",
        "postgres://u:with/slash%s@h/db",
        "sip:alice:%s@example.org;transport=tcp",
        "password=%s",
        "password = \"%s, with more\"",
        "https://h/x?a=1&access_token=%s&b=2",
        "{\\\"password\\\":\\\"%s\\\",\\\"x\\\":1}",
        "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:%s",
        "eyJhbGciOiJIUzI1NiJ9.%s.c2ln",
        "-----BEGIN RSA PRIVATE KEY-----\n%s\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n%s and the end is missing"
      })
  void a_secret_in_running_text_never_leaves(String form) {
    String text = form.replace("%s", CANARY);
    assertThat(redactor.redact("before " + text)).startsWith("before ").doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sip:10.0.0.1:5060;transport=tcp",
        "http://127.0.0.1:8888/mi?mail=a@b",
        "<sip:alice@example.org>;tag=1928301774",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "response: 404 Not Found",
        "The bearer of news",
        "basic settings of the module",
        "dlg_list: 3 dialogs"
      })
  void what_only_looks_like_a_secret_stays(String text) {
    assertThat(redactor.redact(text)).isEqualTo(text);
  }

  @Test
  void the_rest_of_a_text_stays_readable() {
    assertThat(redactor.redact("mysql://opensips:geheim@localhost/opensips"))
        .isEqualTo("mysql://opensips:[redacted]@localhost/opensips");
  }

  @Test
  void secrets_of_an_opensips_cfg_are_found_by_their_form() {
    for (String line :
        List.of(
            "modparam(\"auth\", \"secret\", \"%s\")",
            "+modparam('uac_auth',\n\t'credential', 'bob:example.org:%s')",
            "modparam( \"xmpp\" , \"xmpp_password\" , \"%s\" )",
            "modparam(\"topology_hiding\", \"th_callid_passwd\", \"%s\")",
            "modparam(\\\"auth\\\", \\\"secret\\\", \\\"%s\\\")",
            "modparam(\"dialog\", \"db_url\", \"mysql://opensips:%s@localhost/opensips\")",
            "modparam(\"cachedb_redis\", \"cachedb_url\", \"redis:g://:%s@localhost:6379/\")",
            "$avp(password) = \"%s\";",
            "if ($var(auth_password) == \"%s\") {")) {
      assertThat(redactor.redact(line.formatted(CANARY)))
          .as(line)
          .doesNotContain(CANARY)
          .contains(Redactor.MARK);
    }
  }

  @Test
  void what_an_opensips_cfg_says_beside_its_secrets_stays() {
    for (String line :
        List.of(
            "modparam(\"auth_db\", \"password_column\", \"ha1\")",
            "modparam(\"tls_mgm\", \"private_key\", \"[edge]/etc/opensips/key.pem\")",
            "modparam(\"auth\", \"nonce_expire\", 30)",
            "modparam(\"db_text\", \"db_url\", \"mysql://opensips:${DB_PASSWORD}@localhost/x\")",
            "modparam(\"auth\", \"secret\", \"${NONCE_SECRET}\")",
            "$var(password) = $avp(ha1);",
            "if ($avp(ha1) == NULL) {",
            "modparam(",
            "modparam(\"a\", \"secret\"")) {
      assertThat(redactor.redact(line)).isEqualTo(line);
    }
  }

  @Test
  void configured_secrets_are_found_anywhere_also_encoded_and_in_names() {
    JsonElement clean =
        redactor.redact(
            JsonParser.parseString(
                "{\"x m1-pass+word\":\"y m1-pass+word z\",\"u\":\"q=m1-pass%2Bword\"}"));
    assertThat(clean.toString()).doesNotContain("m1-pass");
  }

  @Test
  void a_pair_of_name_and_value_is_understood() {
    JsonElement clean =
        redactor.redact(
            JsonParser.parseString("{\"name\":\"db_password\",\"value\":\"" + CANARY + "\"}"));
    assertThat(clean.toString()).doesNotContain(CANARY).contains("db_password");
  }

  @Test
  void that_a_secret_is_set_or_not_may_be_told() {
    JsonObject object =
        JsonParser.parseString("{\"password\":true,\"token\":null,\"secret\":\"\"}")
            .getAsJsonObject();
    assertThat(redactor.redact(object)).isEqualTo(object);
  }

  @Test
  void a_private_key_ends_at_its_own_end_and_nowhere_else() {
    String begin = "-----BEGIN PRIVATE KEY-----";
    for (String text :
        List.of(
            begin + "-----END password=" + begin + " ",
            begin + CANARY + "-----END CERTIFICATE-----" + CANARY,
            begin + "[redacted]" + CANARY + "-----END PRIVATE KEY-----")) {
      String once = redactor.redact(text);
      assertThat(once).startsWith(begin + Redactor.MARK).doesNotContain(CANARY);
      assertThat(redactor.redact(once)).isEqualTo(once);
    }
    assertThat(redactor.redact(begin + CANARY + "-----END PRIVATE KEY----- next"))
        .isEqualTo(begin + Redactor.MARK + "-----END PRIVATE KEY----- next");
  }

  @Property
  void redacting_twice_changes_nothing_more(@ForAll("texts") String text) {
    String once = redactor.redact(text);
    assertThat(redactor.redact(once)).isEqualTo(once);
  }

  @Property
  void a_configured_secret_never_leaves_whatever_surrounds_it(
      @ForAll("texts") String before, @ForAll("texts") String after) {
    assertThat(redactor.redact(before + "m1-pass+word" + after)).doesNotContain("m1-pass+word");
  }

  @Test
  void a_megabyte_of_beginnings_takes_no_longer_than_a_megabyte_of_prose() {
    for (String nasty :
        List.of(
            "-----BEGIN ",
            "sip:",
            "://",
            "password",
            "bearer ",
            "password=\"",
            "eyJ.",
            "::",
            "modparam(\"",
            "modparam(\"a\",\"secret\",",
            ")=")) {
      String text = nasty.repeat(1_000_000 / nasty.length());
      Assertions.assertThatCode(() -> redactor.redact(text)).doesNotThrowAnyException();
      org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> redactor.redact(text));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "password",
            "=",
            ":",
            "\"",
            "\\",
            " ",
            "sip:",
            "//",
            "@",
            "a",
            "8",
            "Bearer ",
            "eyJ",
            ".",
            "\n",
            "response",
            "-----BEGIN PRIVATE KEY-----",
            "-----END ",
            "[redacted]")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }
}
