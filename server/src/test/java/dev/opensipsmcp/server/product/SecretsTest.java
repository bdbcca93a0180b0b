package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets on each of their ways through the whole program. */
class SecretsTest {
  private static final String CANARY = "CANARY-wonderland-1";

  @TempDir Path folder;

  private Product product() {
    return new Product(folder)
        .with("OPENSIPS_MCP_ROLE", "engineer")
        .with("OPENSIPS_MCP_SECRETS_DIR", folder.resolve("given").toString())
        .with("OPENSIPS_MCP_SECRET_ALICE", CANARY);
  }

  @Test
  void a_made_password_is_shown_in_its_result_and_nowhere_else() throws Exception {
    Product.Run run = hash("password_from=generate");

    JsonObject shown = shown(run);
    assertThat(shown.keySet())
        .containsExactly("ha1", "ha1_sha256", "ha1_sha512t256", "ha1b", "password");
    assertThat(shown.get("password").getAsString()).hasSize(20);
    for (String name : shown.keySet()) {
      assertNowhere(shown.get(name).getAsString());
    }
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_password_that_came_as_an_argument_is_used_and_written_nowhere() throws Exception {
    Product.Run run = hash("password=" + CANARY);

    assertThat(shown(run).keySet()).contains("ha1").doesNotContain("password");
    assertThat(run.out()).contains("password_from keeps it out");
    assertNowhere(CANARY);
    assertNowhere(shown(run).get("ha1").getAsString());
  }

  @Test
  void a_password_in_the_place_of_its_source_is_refused_and_written_nowhere() throws Exception {
    Product.Run run = hash("password_from=" + CANARY);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("INVALID_ARGUMENTS").doesNotContain(CANARY);
    assertNowhere(CANARY);
  }

  @Test
  void hashes_of_what_the_caller_does_not_know_are_not_shown() throws Exception {
    Path file = Files.createDirectories(folder.resolve("given")).resolve("alice");
    Files.writeString(file, CANARY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    product().run(CANARY, "secret", "put", "alice");

    for (String word : List.of("file:alice", "env:OPENSIPS_MCP_SECRET_ALICE", "stored:alice")) {
      Product.Run run = hash("password_from=" + word);
      assertThat(run.out()).as(word).contains("SECRET_HELD").doesNotContain(CANARY);
    }
    assertThat(product().run("", "secret", "list").out()).contains("stored:alice");
    Files.delete(file);
    assertNowhere(CANARY);
  }

  @Test
  void what_a_person_released_is_hashed_once() throws Exception {
    Product.Run put = product().run(CANARY + "\n", "secret", "put", "alice", "--release");
    assertThat(put.out()).contains("stored:alice").doesNotContain(CANARY);

    assertThat(shown(hash("password_from=stored:alice")).keySet())
        .contains("ha1")
        .doesNotContain("password");
    assertThat(hash("password_from=stored:alice").out()).contains("SECRET_NOT_FOUND");
    assertNowhere(CANARY);
  }

  @Test
  void at_the_command_line_a_person_is_asked() throws Exception {
    Product.Run run =
        product()
            .run(
                CANARY + "\n",
                "call",
                "security_generate_ha1",
                "username=alice",
                "domain=example.com",
                "password_from=prompt",
                "--json");

    assertThat(shown(run).keySet()).contains("ha1");
    assertThat(product().run("", "secret", "list").out()).contains("No secret is stored");
    assertNowhere(CANARY);
  }

  @Test
  void of_several_processes_one_gets_a_stored_secret() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Product.Run>> puts = new ArrayList<>();
      for (String name : List.of("a", "b", "c")) {
        puts.add(() -> product().run(CANARY, "secret", "put", name, "--release"));
      }
      for (Future<Product.Run> put : threads.invokeAll(puts)) {
        assertThat(put.get().status()).isZero();
      }
      List<Callable<Product.Run>> takes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        takes.add(() -> hash("password_from=stored:b"));
      }
      int done = 0;
      for (Future<Product.Run> take : threads.invokeAll(takes)) {
        done += take.get().status() == 0 ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
    assertThat(product().run("", "secret", "list").out())
        .contains("stored:a", "stored:c")
        .doesNotContain("stored:b");
  }

  @Test
  void a_stored_secret_can_be_dropped_and_its_name_is_checked() throws Exception {
    product().run(CANARY, "secret", "put", "alice");

    assertThat(product().run("", "secret", "drop", "alice").status()).isZero();
    assertThat(product().run("", "secret", "drop", "alice").status()).isEqualTo(1);
    assertThat(product().run("", "secret", "drop", "../seal.key").status()).isEqualTo(1);
    assertThat(product().run(CANARY, "secret", "put", "../x").status()).isEqualTo(2);
    assertThat(product().run("", "secret", "put", "empty").status()).isEqualTo(2);
  }

  @Test
  void an_operator_computes_no_hashes() throws Exception {
    Product.Run run =
        product()
            .with("OPENSIPS_MCP_ROLE", "operator")
            .run(
                "",
                "call",
                "security_generate_ha1",
                "username=a",
                "domain=b",
                "password_from=generate",
                "--json");

    assertThat(run.out()).contains("SCOPE_MISSING");
  }

  private Product.Run hash(String secret) throws IOException, InterruptedException {
    return product()
        .run(
            "",
            "call",
            "security_generate_ha1",
            "username=alice",
            "domain=example.com",
            secret,
            "--json");
  }

  private static JsonObject shown(Product.Run run) {
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    return JsonParser.parseString(run.out())
        .getAsJsonObject()
        .getAsJsonObject("data")
        .getAsJsonObject("shown_once");
  }

  /** In no file of the state directory: neither trail, journal, approval nor store. */
  private void assertNowhere(String secret) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(secret);
      }
    }
  }
}
