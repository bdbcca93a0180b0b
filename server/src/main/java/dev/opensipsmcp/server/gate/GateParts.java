package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.journal.ChangeJournal;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.tool.MiClassification;
import java.time.Clock;

/**
 * What a gate is made of.
 *
 * @param catalogue every tool that can be called, listed or not
 * @param instances the nodes
 * @param policy what is allowed, needs a person, or is denied
 * @param classification what MI commands ask of their caller
 * @param approvals where a person's answers are kept
 * @param audit the trail
 * @param journal the changes that can be taken back
 * @param redactor takes secrets out of everything that leaves
 * @param incidents takes the server's own faults
 * @param settings the limits
 * @param clock gives the times in results
 */
public record GateParts(
    Catalogue catalogue,
    Instances instances,
    Policy policy,
    MiClassification classification,
    Approvals approvals,
    AuditLog audit,
    ChangeJournal journal,
    Redactor redactor,
    Incidents incidents,
    GateSettings settings,
    Clock clock) {}
