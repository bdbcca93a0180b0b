package dev.opensipsmcp.cfg.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '»',
      quoteCharacter = '`',
      textBlock =
          """
          $rm=="INVITE"                      » (== $rm 'INVITE')
          !$var(x) == 1                      » (not (== $var(x) 1))
          not has_totag()                    » (not has_totag())
          $rU =~ "^00" and $si != $Ri        » (and (=~ $rU '^00') (!= $si $Ri))
          $rU !~ '[0-9]' && is_method("ACK") » (and (!~ $rU '[0-9]') is_method('ACK'))
          a() or b() and c()                 » (and (or a() b()) c())
          a() || (b() && !c())               » (or a() (and b() (not c())))
          $avp(x) != NULL                    » (!= $avp(x) NULL)
          $si == 192.0.2.0/24                » (== $si <192.0.2.0/24>)
          $si == 2001:db8::1                 » (== $si <2001:db8::1>)
          $si == [2001:db8::]                » (== $si <[2001:db8::]>)
          $var(x) == -1                      » (== $var(x) -1)
          $var(x)==0x1F                      » (== $var(x) 31)
          $var(x)==017                       » (== $var(x) 15)
          $var(x) == yes                     » (== $var(x) 1)
          $var(x)                            » $var(x)
          5                                  » 5
          """)
  void conditions(String text, String shape) {
    assertThat(Shape.statements("if (" + text + ") exit;")).isEqualTo("(if " + shape + " exit;)");
  }

  @Test
  void inBracketsTheConditionCalculates() {
    assertThat(Shape.statements("if ([$var(x) + $var(y) > 2]) exit;"))
        .as("a comparison binds closer than any calculation")
        .isEqualTo("(if [(+ $var(x) (> $var(y) 2))] exit;)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          1 + 2 * 3              @ (* (+ 1 2) 3)
          1 + (2 * 3)            @ (+ 1 (* 2 3))
          5 -3                   @ (- 5 3)
          -3                     @ -3
          1 << 2 + 3             @ (<< 1 (+ 2 3))
          $var(a) | $var(b) & 1  @ (& (| $var(a) $var(b)) 1)
          ~ $var(a) + 1          @ (+ (~ $var(a)) 1)
          "sip:" + $rU + ":5060" @ (+ (+ 'sip:' $rU) ':5060')
          NULL                   @ NULL
          $(ru{uri.user}) % 10   @ (% $ru{uri.user} 10)
          """)
  void whatIsAssigned(String value, String shape) {
    assertThat(Shape.statements("$var(x) = " + value + ";")).isEqualTo("(= $var(x) " + shape + ")");
  }

  @ParameterizedTest
  @CsvSource({"=", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^="})
  void everyAssignmentOperator(String operator) {
    assertThat(Shape.statements("$avp(n)" + operator + "7;"))
        .isEqualTo("(" + operator + " $avp(n) 7)");
  }

  @Test
  void anAssignmentMayBeACondition() {
    assertThat(Shape.statements("if ($var(x) = 5) exit;")).isEqualTo("(if (= $var(x) 5) exit;)");
  }

  @Test
  void upTo30AConditionCouldGoOnBehindItsParentheses() {
    assertThat(Shape.statements("if ($rs==1) && ($rU==2) { exit; }"))
        .isEqualTo("(if (and (== $rs 1) (== $rU 2)) {exit;})");
  }
}
