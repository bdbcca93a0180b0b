package dev.opensipsmcp.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Scope;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NarrowingTest {
  private final Principals principals = new Principals(Role.OPERATOR, false);

  @Test
  void the_path_chooses_toolsets_and_reading() {
    Rights rights = rights(Map.of("path", "/x/dialog,core/readonly"));

    assertThat(rights.reaches("dialog")).isTrue();
    assertThat(rights.reaches("b2b")).isFalse();
    assertThat(rights.grants(Scope.MI_WRITE)).isFalse();
  }

  @Test
  void headers_do_the_same() {
    Rights rights = rights(Map.of("x-mcp-toolsets", "core", "x-mcp-readonly", "true"));

    assertThat(rights.reaches("core")).isTrue();
    assertThat(rights.reaches("dialog")).isFalse();
    assertThat(rights.grants(Scope.MI_WRITE)).isFalse();
  }

  @Test
  void a_request_without_wishes_keeps_the_role() {
    assertThat(rights(Map.of()).grants(Scope.MI_WRITE)).isTrue();
    assertThat(rights(Map.of()).reaches("b2b")).isTrue();
  }

  @Property
  void nothing_that_a_request_says_gives_a_viewer_more(@ForAll String path, @ForAll String header) {
    Principals viewers = new Principals(Role.VIEWER, false);
    Caller caller =
        new Caller(
            "x", "http", Map.of("path", path, "x-mcp-toolsets", header, "x-mcp-readonly", header));

    assertThat(Role.VIEWER.scopes()).containsAll(viewers.of(caller).scopes());
  }

  private Rights rights(Map<String, String> attributes) {
    return principals.of(new Caller("ann", "http", attributes));
  }
}
