package dev.opensipsmcp.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.redact.SealedForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SealerProperties {
  private final Sealer sealer;
  private final Sealer stranger;

  SealerProperties() throws IOException {
    Path folder = Files.createTempDirectory("sealer");
    this.sealer = new Sealer(folder.resolve("a.key"));
    this.stranger = new Sealer(folder.resolve("b.key"));
  }

  @Property(tries = 200)
  void what_was_sealed_opens_in_its_context_only(
      @ForAll("texts") String text, @ForAll("texts") String context, @ForAll("texts") String other)
      throws IOException {
    String sealed = sealer.seal(text, context);

    assertThat(SealedForm.is(sealed)).isTrue();
    assertThat(sealer.open(sealed, context)).contains(text);
    assertThat(stranger.open(sealed, context)).isEmpty();
    Assume.that(!other.equals(context));
    assertThat(sealer.open(sealed, other)).isEmpty();
  }

  @Property(tries = 200)
  void what_was_tampered_with_does_not_open(
      @ForAll("texts") String text, @ForAll @IntRange(max = 10_000) int at) throws IOException {
    String sealed = sealer.seal(text, "here");
    int from = SealedForm.SEALED.length();
    int where = from + at % (sealed.length() - from);
    char changed = sealed.charAt(where) == 'A' ? 'B' : 'A';
    String tampered = sealed.substring(0, where) + changed + sealed.substring(where + 1);

    // The last character of base64 has bits that carry nothing.
    Assume.that(where < sealed.length() - 1);
    assertThat(sealer.open(tampered, "here")).isEmpty();
    assertThat(sealer.open(sealed.substring(0, where), "here")).isEmpty();
  }

  @Property(tries = 200)
  void a_sealed_text_tells_neither_itself_nor_its_length(@ForAll("texts") String text)
      throws IOException {
    String sealed = sealer.seal(text, "here");

    assertThat(sealed).isNotEqualTo(sealer.seal(text, "here"));
    assertThat(sealer.seal("", "here")).hasSizeLessThanOrEqualTo(sealed.length());
    if (text.length() <= 15) {
      assertThat(sealed).hasSameSizeAs(sealer.seal("", "here"));
    }
  }

  @Property(tries = 200)
  void marks_are_equal_for_equal_secrets_in_equal_contexts_only(
      @ForAll("texts") String text, @ForAll("texts") String other) throws IOException {
    String mark = sealer.mark(text, "here");

    assertThat(SealedForm.is(mark)).isTrue();
    assertThat(sealer.mark(text, "here")).isEqualTo(mark);
    assertThat(sealer.mark(text, "there")).isNotEqualTo(mark);
    assertThat(stranger.mark(text, "here")).isNotEqualTo(mark);
    Assume.that(!other.equals(text));
    assertThat(sealer.mark(other, "here")).isNotEqualTo(mark);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\ud7ff')
        .withChars('\u0000', '"', ':', '\n')
        .ofMaxLength(200);
  }
}
