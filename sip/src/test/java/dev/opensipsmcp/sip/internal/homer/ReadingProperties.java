package dev.opensipsmcp.sip.internal.homer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.sip.homer.ExportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes is read or told to be wrong, and whatever is sent is no operator. */
class ReadingProperties {

  @Property
  void noValueIsAnOperatorForTheServer(@ForAll String text) {
    String value = V3Value.of(text);

    assertThat(value).hasSameSizeAs(text);
    assertThat(value).doesNotContain(";", "'", "&", "\\", "\"", ",", "\n");
    assertThat(value.startsWith("!=") || value.startsWith("||")).isFalse();
    assertThat(value).isNotIn("isEmpty", "isNull");
    for (int i = 0; i < text.length(); i++) {
      assertThat(value.charAt(i)).isIn('%', text.charAt(i));
    }
  }

  @Property
  void momentsAreReadInEveryUnit(
      @ForAll @LongRange(min = 1_000_000_000_000_000L, max = 4_000_000_000_000_000L) long micros) {
    Instant exact = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);

    assertThat(moment(new JsonPrimitive(micros))).isEqualTo(exact);
    assertThat(moment(new JsonPrimitive(micros / 1_000)))
        .isEqualTo(Instant.ofEpochMilli(micros / 1_000));
    assertThat(moment(new JsonPrimitive(micros / 1_000_000)))
        .isEqualTo(Instant.ofEpochSecond(micros / 1_000_000));
    assertThat(moment(new JsonPrimitive(exact.toString()))).isEqualTo(exact);
    assertThat(moment(new JsonPrimitive(exact.toString().replace('T', ' ').replace("Z", ""))))
        .isEqualTo(exact);
  }

  private static Instant moment(JsonPrimitive value) {
    JsonObject json = new JsonObject();
    json.add("time", value);
    return Moments.of(json, "time");
  }

  @Property
  void anyRowIsRead(@ForAll @Size(max = 8) String text, @ForAll double number) {
    JsonObject json = new JsonObject();
    for (String name :
        new String[] {"sid", "srcIp", "srcPort", "timeSeconds", "cseq", "micro_ts"}) {
      json.addProperty(name, text);
      json.addProperty("protocol", number);
    }
    assertThat(V3Rows.row(json).callId()).isEqualTo(text);
    json.addProperty("timestamp", number);
    json.addProperty("data_extra", text);
    assertThat(V4Rows.row(json, 1).callId()).isEqualTo(text);
  }

  @Property
  void anyExportIsCountedOrToldToBeBroken(@ForAll @Size(max = 200) byte[] bytes)
      throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    Exported exported = new Exported(ExportFormat.PCAP, kept);
    exported.write(bytes, 0, bytes.length);

    assertThat(exported.result().bytes()).isEqualTo(kept.size()).isLessThanOrEqualTo(bytes.length);
    assertThat(bytes.length > 0 && bytes.length < 24 && exported.sound()).isFalse();
  }

  @Example
  void timesBeyondWhatANumberHoldsAreTheEpoch() {
    assertThat(moment(new JsonPrimitive("1e300"))).isAfterOrEqualTo(Instant.EPOCH);
    assertThat(moment(new JsonPrimitive("soon"))).isEqualTo(Instant.EPOCH);
  }
}
