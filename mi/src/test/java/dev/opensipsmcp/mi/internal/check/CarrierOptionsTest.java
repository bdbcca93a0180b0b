package dev.opensipsmcp.mi.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that ended a real OpenSIPS are not sent, or sent in a form that does not. */
class CarrierOptionsTest {

  private static Target target(Version version, String name) {
    MiCommand command = Facts.of(version).mi().command(name).orElseThrow();
    return new Target(command.name(), command.module(), command.recipes(), command.async());
  }

  private static JsonObject options(String text) {
    JsonObject params = new JsonObject();
    params.addProperty("options", text);
    return params;
  }

  @ParameterizedTest
  @CsvSource({
    "V3_6, cr_replace_host, -h a.example.net -t b.example.net",
    "V3_6, cr_replace_host, -h a.example.net -t b.example.net -p",
    "V3_6, cr_deactivate_host, -d proxy -p NULL -h a.example.net",
    "V3_6, cr_delete_host, -d proxy -p null -h a.example.net",
    "V4_0, carrierroute:activate_host, -d proxy -p -h a.example.net",
    "V3_6, cr_add_host, -d proxy -p 49 -h a.example.net -w 1 -S 77",
  })
  void areNotSent(Version version, String command, String text) {
    assertThat(Arguments.fault(target(version, command), options(text)))
        .hasValueSatisfying(error -> assertThat(error.cause()).contains("not sent"));
  }

  @ParameterizedTest
  @CsvSource({
    "V3_6, cr_replace_host, -p 49 -h a.example.net -t b.example.net",
    "V3_6, cr_add_host, -d proxy -p NULL -h a.example.net -w 1",
    "V4_0, carrierroute:deactivate_host, -d proxy -p 49 -h a.example.net",
    "V3_6, cr_deactivate_host, garbage",
  })
  void areSentWithBlanksForOpenSipsToSplit(Version version, String command, String text) {
    Target target = target(version, command);

    assertThat(Arguments.fault(target, options(text))).isEmpty();
    assertThat(Arguments.onWire(target, options(text)).get("options").getAsString())
        .isEqualTo(text + " ".repeat(20));
  }

  /** Other nodes of a cluster would get them without the blanks. */
  @Test
  void areNotSentThroughTheCluster() {
    JsonObject params = new JsonObject();
    params.addProperty("cluster_id", 1);
    params.addProperty("cmd_name", "cr_add_host");

    assertThat(Arguments.fault(target(Version.V3_6, "cluster_broadcast_mi"), params))
        .hasValueSatisfying(error -> assertThat(error.cause()).contains("through the cluster"));
    params.addProperty("cmd_name", "cr_dump_routes");
    assertThat(Arguments.fault(target(Version.V3_6, "cluster_broadcast_mi"), params)).isEmpty();
  }
}
