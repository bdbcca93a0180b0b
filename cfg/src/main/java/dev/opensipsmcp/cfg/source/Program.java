package dev.opensipsmcp.cfg.source;

import dev.opensipsmcp.cfg.syntax.SyntaxTree;

/**
 * A configuration as OpenSIPS reads it: a file with what it includes put in place.
 *
 * @param tree what it says
 * @param origins where each part comes from
 */
public record Program(SyntaxTree tree, Origins origins) {}
