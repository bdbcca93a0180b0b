package dev.opensipsmcp.server.toolset.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.sip.net.IpAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom a node names where no database is configured; the answers are those of OpenSIPS 3.6.8. */
class ToldPartnersTest {
  private static final Map<String, String> ANSWERS =
      Map.of(
          "ds_list",
          "{'PARTITIONS':[{'name':'default','SETS':[{'id':1,'Destinations':["
              + "{'URI':'sip:198.51.100.1:5080','state':'Active',"
              + "'resolved_addresses':['198.51.100.1:5080']}]}]}]}",
          "dr_gw_status",
          "{'Gateways':[{'ID':'g1','IP':'198.51.100.4:5060','State':'Active'}]}",
          "address_dump",
          "{'Partitions':[{'name':'default','Destinations':["
              + "{'grp':1,'ip':'192.0.2.5','mask':'32','port':0,'proto':'any'}]}]}",
          "subnet_dump",
          "{'Partitions':[{'name':'default','Destinations':["
              + "{'grp':1,'ip':'203.0.113.64','mask':'255.255.255.192','port':0}]}]}");

  @Test
  void whomTheNodeListsIsNotBanned() {
    assertThat(judge("198.51.100.1"))
        .isEqualTo(new Guarded.Verdict.Taken("a dispatcher destination"));
    assertThat(judge("198.51.100.4")).isEqualTo(new Guarded.Verdict.Taken("a gateway"));
    assertThat(judge("192.0.2.5")).isEqualTo(new Guarded.Verdict.Taken("a trusted address"));
    assertThat(judge("203.0.113.99")).isEqualTo(new Guarded.Verdict.Taken("in a trusted network"));
  }

  @Test
  void listsThatTheNodeDoesNotHaveAreNotChecked() {
    assertThat(judge("198.51.100.2"))
        .isInstanceOfSatisfying(
            Guarded.Verdict.Free.class,
            free ->
                assertThat(free.unchecked())
                    .containsExactly(
                        "the database: No database is configured for this node.",
                        "the node's lb_list"));
  }

  private static Guarded.Verdict judge(String address) {
    return new Guarded(EvidenceDesk.none()).judge(IpAddress.of(address).orElseThrow(), new Ports());
  }

  /** A node that has some of the modules. */
  private record Ports() implements ReadPorts, MiReads {
    @Override
    public MiReads mi() {
      return this;
    }

    @Override
    public String instance() {
      return "lab";
    }

    @Override
    public MiResult<MiNode> node() {
      throw new AssertionError("not asked");
    }

    @Override
    public MiResult<JsonElement> read(String command, JsonObject params) {
      return ANSWERS.containsKey(command)
          ? new MiResult.Success<>(
              JsonParser.parseString(ANSWERS.getOrDefault(command, "").replace('\'', '"')))
          : new MiResult.Failure<>(new MiError.Unreachable("no such command", "load the module"));
    }

    @Override
    public <T> MiResult<T> read(String command, JsonObject params, MiReader<T> reader) {
      throw new AssertionError("not asked");
    }

    @Override
    public Rights rights() {
      return Role.OPERATOR.rights("tester", false);
    }

    @Override
    public void progress(double done, double total, String message) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
