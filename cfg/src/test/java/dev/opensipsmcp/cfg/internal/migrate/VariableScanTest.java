package dev.opensipsmcp.cfg.internal.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.opensipsmcp.cfg.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariableScanTest {
  @Test
  void findsPlainAndWrappedVariablesWithWhatIsInThem() {
    assertThat(scan("a $ru b $(avp(x)[1]{s.len}) c $avp(y)."))
        .extracting(VariableUse::name, u -> u.subname().orElse("-"), u -> u.index().orElse("-"))
        .containsExactly(tuple("ru", "-", "-"), tuple("avp", "x", "1"), tuple("avp", "y", "-"));
  }

  @Test
  void findsAVariableWithinAnother() {
    assertThat(scan("$(avp($var(name)))"))
        .extracting(VariableUse::name)
        .containsExactly("avp", "var");
  }

  @Test
  void takesTwoDollarSignsForOneOfPlainText() {
    assertThat(scan("costs 5$$Ri, not $Ri")).hasSize(1);
  }

  @Test
  void seesTheContextAndLeavesItOutOfTheName() {
    VariableUse use = scan("$(<request>ru)").getFirst();
    assertThat(use.name()).isEqualTo("ru");
    assertThat(use.named()).isEqualTo(new Span(11, 13));
  }

  @Test
  void isNotLedAstrayByBracketsThatNeverClose() {
    assertThat(scan("$(ru $avp(x $ $( $")).extracting(VariableUse::name).doesNotContain("avp");
  }

  private static List<VariableUse> scan(String text) {
    List<VariableUse> found = new ArrayList<>();
    VariableScan.each(text, new Span(0, text.length()), found::add);
    return found;
  }
}
