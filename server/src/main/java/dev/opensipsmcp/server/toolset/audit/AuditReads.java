package dev.opensipsmcp.server.toolset.audit;

import dev.opensipsmcp.server.audit.AuditFilter;
import dev.opensipsmcp.server.audit.AuditPage;
import java.io.IOException;

/** The audit trail for one who may only read it. */
@FunctionalInterface
public interface AuditReads {

  /**
   * Reads one page.
   *
   * @param filter which events
   * @return the events, newest first
   * @throws IOException when the trail can't be read
   * @throws IllegalArgumentException when the filter's cursor is none of this trail's
   */
  AuditPage page(AuditFilter filter) throws IOException;
}
