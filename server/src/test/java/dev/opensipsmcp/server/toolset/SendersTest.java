package dev.opensipsmcp.server.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sends packets to a host that the caller names is a change; what only asks is a read. */
class SendersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sip_options_ping",
        "sip_register_probe",
        "security_probe_node",
        "tls_check_handshake"
      })
  void noViewerMakesThisServerConnectSomewhere(String name) {
    Tool tool = AllTools.named(name);

    assertThat(tool.work()).isNotInstanceOf(Work.Read.class);
    assertThat(tool.demand().risk()).isNotEqualTo(Risk.READ);
    assertThat(tool.demand().scope()).isEqualTo(Scope.MI_WRITE);
    assertThat(Role.VIEWER.rights("eve", false).mayCall(tool)).isFalse();
    assertThat(Role.ADMIN.rights("eve", true).mayCall(tool)).isFalse();
    assertThat(Role.OPERATOR.rights("ann", false).mayCall(tool)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sip_get_dns_path",
        "fail2ban_get_status",
        "fail2ban_get_jail",
        "fail2ban_list_banned"
      })
  void whatAsksPlacesOfTheConfigurationAViewerMayCall(String name) {
    Tool tool = AllTools.named(name);

    assertThat(tool.work()).isInstanceOf(Work.Read.class);
    assertThat(tool.demand().risk()).isEqualTo(Risk.READ);
    assertThat(Role.VIEWER.rights("eve", true).mayCall(tool)).isTrue();
  }
}
