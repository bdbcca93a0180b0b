package dev.opensipsmcp.sip.sdp;

import dev.opensipsmcp.sip.lint.Finding;
import java.util.List;

/**
 * What an offer and its answer come to.
 *
 * @param medias line by line
 * @param findings what is wrong or doubtful
 */
public record Agreement(List<AgreedMedia> medias, List<Finding> findings) {
  public Agreement {
    medias = List.copyOf(medias);
    findings = List.copyOf(findings);
  }
}
