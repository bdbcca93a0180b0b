package dev.opensipsmcp.cfg.internal.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlagWordsTest {
  @Test
  void namesTheBitsOfANumber() {
    assertThat(FlagWords.NAT_UAC_TEST.ofNumber(19))
        .contains("private-contact,diff-ip-src-via,diff-port-src-via");
    assertThat(FlagWords.NAT_UAC_TEST.ofNumber(512)).isEmpty();
  }

  @Test
  void namesLettersWithTheirValues() {
    assertThat(FlagWords.SAVE.ofLetters("mp2rc10e60"))
        .contains("memory-only,path-strict,no-reply,max-contacts=10,min-expires=60");
    assertThat(FlagWords.LOOKUP.ofLetters("mu/^Phone 7/iy40"))
        .contains("method-filtering,ua-filtering=/^Phone 7/,case-insensitive,max-ping-latency=40");
  }

  @Test
  void givesUpOnALetterItDoesNotKnow() {
    assertThat(FlagWords.SAVE.ofLetters("mQ")).isEmpty();
    assertThat(FlagWords.SAVE.ofLetters("c")).isEmpty();
    assertThat(FlagWords.LOOKUP.ofLetters("u/never closed")).isEmpty();
  }

  @Test
  void knowsNamesWhenItSeesThem() {
    assertThat(FlagWords.SAVE.named("memory-only, max-contacts=3")).isTrue();
    assertThat(FlagWords.LOOKUP.named("branch")).isTrue();
    assertThat(FlagWords.SAVE.named("mc3")).isFalse();
    assertThat(FlagWords.LOOKUP.named("mu/x-lite/")).isFalse();
    assertThat(FlagWords.CREATE_DIALOG.named("auto-prack")).isTrue();
  }
}
