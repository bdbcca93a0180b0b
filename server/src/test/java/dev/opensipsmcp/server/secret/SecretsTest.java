package dev.opensipsmcp.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.redact.KnownSecrets;
import dev.opensipsmcp.server.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private static final String CANARY = "CANARY-tweet-77";

  @TempDir Path folder;
  private final Clock clock = new Clock();
  private final KnownSecrets known = new KnownSecrets(List.of());

  private static final class Clock implements InstantSource {
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeEach
  void a_directory_of_secrets() throws IOException {
    Files.createDirectory(folder.resolve("given"));
  }

  @Test
  void a_made_password_is_strong_and_can_be_typed() {
    Secret first = given("generate");
    Secret second = given("generate");

    assertThat(first.reveal()).matches("[a-hjkmnp-z2-9]{20}").isNotEqualTo(second.reveal());
    assertThat(first.toString()).doesNotContain(first.reveal());
    assertThat(first.released()).isTrue();
  }

  @Test
  void a_file_gives_its_first_line_and_a_key_its_whole_text() throws IOException {
    file("alice", CANARY + "\nsecond line\n", "rw-------");
    file("key.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "rw-r-----");

    assertThat(given("file:alice").reveal()).isEqualTo(CANARY);
    assertThat(given("file:alice").released()).isFalse();
    assertThat(
            ((SecretResult.Given) secrets().take("file:key.pem", SecretForm.TEXT))
                .secret()
                .reveal())
        .contains("AAAA\n-----END");
  }

  @Test
  void no_word_leads_out_of_the_directory() throws IOException {
    Files.writeString(folder.resolve("outside"), CANARY);
    Files.createSymbolicLink(folder.resolve("given/link"), folder.resolve("outside"));
    Files.createDirectory(folder.resolve("given/directory"));

    assertThat(refused("file:link")).isEqualTo(SecretError.SECRET_UNSAFE);
    assertThat(refused("file:directory")).isEqualTo(SecretError.SECRET_UNSAFE);
    assertThat(refused("file:..")).isEqualTo(SecretError.SECRET_SOURCE_UNKNOWN);
    assertThat(refused("file:../outside")).isEqualTo(SecretError.SECRET_SOURCE_UNKNOWN);
    assertThat(refused("file:" + folder.resolve("outside")))
        .isEqualTo(SecretError.SECRET_SOURCE_UNKNOWN);
  }

  @Test
  void a_link_within_the_directory_is_followed() throws IOException {
    file("..2026_1", CANARY, "rw-------");
    Files.createSymbolicLink(folder.resolve("given/alice"), Path.of("..2026_1"));

    assertThat(given("file:alice").reveal()).isEqualTo(CANARY);
  }

  @Test
  void a_file_that_others_can_read_or_change_is_refused() throws IOException {
    file("read", CANARY, "rw----r--");
    file("write", CANARY, "rw--w----");

    assertThat(refused("file:read")).isEqualTo(SecretError.SECRET_UNSAFE);
    assertThat(refused("file:write")).isEqualTo(SecretError.SECRET_UNSAFE);
    file("fine", CANARY, "rw-------");
    Files.setPosixFilePermissions(
        folder.resolve("given"), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(refused("file:fine")).isEqualTo(SecretError.SECRET_UNSAFE);
    assertThat(refused("file:missing")).isEqualTo(SecretError.SECRET_NOT_FOUND);
  }

  @Test
  void what_is_no_password_is_refused_without_being_shown() throws IOException {
    file("short", "1234567", "rw-------");
    file("empty", "", "rw-------");
    file("long", "x".repeat(257), "rw-------");
    file("bell", "CANARY\u0007bell", "rw-------");
    Files.write(folder.resolve("given/latin"), new byte[] {(byte) 0xe4, 0x41, 0x41, 0x41});
    Files.setPosixFilePermissions(
        folder.resolve("given/latin"), PosixFilePermissions.fromString("rw-------"));

    for (String name : List.of("short", "empty", "long", "bell", "latin")) {
      SecretResult.Refused refused =
          (SecretResult.Refused) secrets().take("file:" + name, SecretForm.PASSWORD);
      assertThat(refused.error()).as(name).isEqualTo(SecretError.SECRET_UNFIT);
      assertThat(refused.toString()).doesNotContain("CANARY", "1234567", "xxx");
    }
  }

  @Test
  void only_variables_made_for_it_are_read() {
    assertThat(given("env:OPENSIPS_MCP_SECRET_ALICE").reveal()).isEqualTo(CANARY);
    assertThat(refused("env:OPENSIPS_MCP_SECRET_BOB")).isEqualTo(SecretError.SECRET_NOT_FOUND);
    assertThat(refused("env:OPENSIPS_MCP_MI_PASSWORD"))
        .isEqualTo(SecretError.SECRET_SOURCE_UNKNOWN);
  }

  @Test
  void a_stored_secret_is_sealed_for_its_owner_and_used_once() throws IOException {
    put("alice");

    for (Path file : List.of(state("seal.key"), state("secrets/alice.json"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain(CANARY);
    }
    assertThat(secrets().check("stored:alice", SecretForm.PASSWORD)).isEmpty();
    assertThat(given("stored:alice").reveal()).isEqualTo(CANARY);
    assertThat(refused("stored:alice")).isEqualTo(SecretError.SECRET_NOT_FOUND);
    assertThat(secrets().stored().list()).isEmpty();
  }

  @Test
  void a_stored_secret_lapses() throws IOException {
    put("alice");
    clock.now = clock.now.plus(Duration.ofMinutes(60));

    assertThat(refused("stored:alice")).isEqualTo(SecretError.SECRET_NOT_FOUND);
    assertThat(state("secrets/alice.json")).doesNotExist();
  }

  @Test
  void one_that_does_not_fit_stays() throws IOException {
    secrets().stored().put("pin", "1234", Duration.ofMinutes(60), false);

    assertThat(refused("stored:pin")).isEqualTo(SecretError.SECRET_UNFIT);
    assertThat(secrets().stored().list()).hasSize(1);
  }

  @Test
  void neither_its_end_nor_its_release_can_be_edited() throws IOException {
    put("alice");
    Path file = state("secrets/alice.json");
    Files.writeString(
        file, Files.readString(file).replace("\"released\":false", "\"released\":true"));

    assertThat(refused("stored:alice")).isEqualTo(SecretError.SECRET_STORE_UNUSABLE);
  }

  @Test
  void a_key_that_others_can_read_is_not_used() throws IOException {
    put("alice");
    Files.setPosixFilePermissions(state("seal.key"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(refused("stored:alice")).isEqualTo(SecretError.SECRET_STORE_UNUSABLE);
  }

  @Test
  void of_many_who_want_a_stored_secret_one_gets_it() throws Exception {
    put("alice");
    Callable<Boolean> taking =
        () -> secrets().take("stored:alice", SecretForm.PASSWORD) instanceof SecretResult.Given;

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int given = 0;
      for (Future<Boolean> taken : threads.invokeAll(java.util.Collections.nCopies(20, taking))) {
        given += taken.get() ? 1 : 0;
      }
      assertThat(given).isEqualTo(1);
    }
  }

  @Test
  void what_passed_is_known_to_the_redactor_from_then_on() throws IOException {
    put("alice");
    Redactor redactor = new Redactor(known);
    JsonPrimitive leak = new JsonPrimitive("Duplicate entry '" + CANARY + "' for key 2");

    assertThat(redactor.redact(leak)).isEqualTo(leak);
    given("stored:alice");
    assertThat(redactor.redact(leak).toString()).doesNotContain(CANARY).contains("[redacted]");
  }

  @Property(tries = 500)
  void a_word_of_no_known_form_is_refused_and_never_repeated(@ForAll("words") String word) {
    if (secrets().take(word, SecretForm.PASSWORD) instanceof SecretResult.Refused refused) {
      assertThat(refused.cause() + refused.nextStep()).doesNotContain("CANARY");
    } else {
      assertThat(word).isEqualTo("generate");
    }
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.of("generate", "prompt", "file:", "env:", "stored:", "Generate", "generate\n"),
        Arbitraries.strings().ascii().ofMaxLength(20).map(text -> "CANARY " + text),
        Arbitraries.strings().ascii().ofMaxLength(10).map(text -> "file:../" + text + "/CANARY"),
        Arbitraries.strings().ascii().ofMaxLength(10).map(text -> "stored:" + text + "/CANARY"));
  }

  private void put(String name) throws IOException {
    secrets().stored().put(name, CANARY, Duration.ofMinutes(60), false);
  }

  private void file(String name, String text, String rights) throws IOException {
    Path file = Files.writeString(folder.resolve("given").resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  private Path state(String name) {
    return folder.resolve("state").resolve(name);
  }

  private Secret given(String word) {
    return ((SecretResult.Given) secrets().take(word, SecretForm.PASSWORD)).secret();
  }

  private SecretError refused(String word) {
    return ((SecretResult.Refused) secrets().take(word, SecretForm.PASSWORD)).error();
  }

  /** As every process makes them. */
  private Secrets secrets() {
    Path home = folder == null ? Path.of("target", "no-state") : folder;
    return new Secrets(
        home.resolve("state"),
        Optional.of(home.resolve("given")),
        Map.of("OPENSIPS_MCP_SECRET_ALICE", CANARY),
        known,
        clock);
  }
}
