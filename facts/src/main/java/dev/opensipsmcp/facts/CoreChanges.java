package dev.opensipsmcp.facts;

/**
 * What changed in the core between two versions.
 *
 * @param globalParameters the global parameters
 * @param functions the functions
 * @param keywords the reserved words
 * @param pseudoVariables the variables
 * @param events the events
 */
public record CoreChanges(
    Difference globalParameters,
    Difference functions,
    Difference keywords,
    Difference pseudoVariables,
    Difference events) {}
