package dev.opensipsmcp.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

  @ParameterizedTest
  @EnumSource
  void every_code_is_provoked_by_a_story_of_the_gate(ErrorCode code) throws IOException {
    try (InputStream stories =
        Objects.requireNonNull(
            StandardGateTest.class.getResourceAsStream("StandardGateTest.class"))) {
      // Texts of a class lie in its file as they are.
      assertThat(new String(stories.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains(code.name());
    }
  }
}
