package dev.opensipsmcp.cfg.check;

import dev.opensipsmcp.cfg.finding.Finding;
import java.util.List;

/**
 * What OpenSIPS would say to a configuration. A template, which OpenSIPS can't read before it is
 * rendered, is neither accepted nor started with, and an {@code UNKNOWN} finding says so.
 *
 * @param accepted whether {@code opensips -C} would say that the file is fine
 * @param starts whether OpenSIPS would start with it, as far as the file alone decides
 * @param findings what was found, in the order of the text, {@code FATAL} ones and others
 */
public record Verdict(boolean accepted, boolean starts, List<Finding> findings) {
  public Verdict {
    findings = List.copyOf(findings);
  }
}
