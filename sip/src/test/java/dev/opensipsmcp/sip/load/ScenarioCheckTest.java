package dev.opensipsmcp.sip.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios of others are looked at before they are run. */
class ScenarioCheckTest {
  private static ScenarioCheck.Verdict check(String xml) {
    return ScenarioCheck.check(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String with(String inside) {
    return "<scenario name=\"x\"><send><![CDATA[OPTIONS]]></send>" + inside + "</scenario>";
  }

  @ParameterizedTest
  @EnumSource(ScenarioKind.class)
  void ownScenariosPass(ScenarioKind kind) {
    String xml = ScenarioWriter.xml(ScenarioOrder.of(kind, "a", "b"));
    assertThat(check(xml)).isEqualTo(new ScenarioCheck.Verdict.Fit(xml, kind.waits()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<nop><action><exec command=\"touch /tmp/x\"/></action></nop>",
        "<nop><action><EXEC command=\"x\"/></action></nop>",
        "<nop><action><\n\texec\ncommand = 'x'/></action></nop>",
        "<nop><action><exec int_cmd=\"stop_now\"/></action></nop>",
        "<nop><action><exec play_pcap_audio=\"/etc/passwd\"/></action></nop>",
        "<nop><action><x rtp_stream=\"/etc/passwd\"/></action></nop>",
        "<nop><action><setdest host=\"203.0.113.1\" port=\"5060\" protocol=\"udp\"/></action></nop>",
        "<sendCmd dest=\"other\"><![CDATA[x]]></sendCmd>",
        "<recvCmd/>",
        "<send><![CDATA[\nMESSAGE sip:a SIP/2.0\n\n[file name=/etc/passwd]]]></send>",
        "<send><![CDATA[\nMESSAGE sip:a SIP/2.0\n\n[ FILE name=/etc/passwd]]]></send>",
        "<!-- <exec command=\"hidden from some readers\"/> -->",
        "<![CDATA[ <exec command=\"x\"/> ]]>",
        "<!ENTITY x SYSTEM \"file:///etc/passwd\">"
      })
  void whatCouldDoMoreThanTalkIsRefused(String inside) {
    assertThat(check(with(inside)))
        .isInstanceOfSatisfying(
            ScenarioCheck.Verdict.Unfit.class,
            unfit -> assertThat(unfit.reason()).startsWith("It has ").endsWith("."));
  }

  @Test
  void whatIsNoScenarioIsRefused() {
    assertThat(check("")).isInstanceOf(ScenarioCheck.Verdict.Unfit.class);
    assertThat(check("<scenario/>")).isInstanceOf(ScenarioCheck.Verdict.Unfit.class);
    assertThat(check(with("\0<exec/>"))).isInstanceOf(ScenarioCheck.Verdict.Unfit.class);
    assertThat(ScenarioCheck.check(with("").getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(ScenarioCheck.Verdict.Unfit.class);
    assertThat(ScenarioCheck.check(new byte[ScenarioCheck.MOST + 1]))
        .isEqualTo(new ScenarioCheck.Verdict.Unfit("It is larger than 1 MiB."));
  }

  @Test
  void whatStandsInACommentDoesNotSayThatItWaits() {
    assertThat(check("<scenario><!-- <recv request=\"INVITE\"/> --><send>x</send></scenario>"))
        .isInstanceOfSatisfying(
            ScenarioCheck.Verdict.Fit.class, fit -> assertThat(fit.waits()).isFalse());
  }

  @Property(tries = 300)
  void anyBytesAreJudged(@ForAll @Size(max = 2_000) byte[] bytes) {
    assertThat(ScenarioCheck.check(bytes)).isNotNull();
  }
}
