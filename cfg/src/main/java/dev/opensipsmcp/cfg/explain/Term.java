package dev.opensipsmcp.cfg.explain;

/**
 * A name of a version, and what is to be known about it there; {@link Explain#of(String)} also
 * tells how it changed.
 *
 * @param topic what it is
 * @param name its name
 * @param owner the module that has it, the function of a flag, or {@code core}
 * @param text what is to be known about it, a few sentences
 */
public record Term(Topic topic, String name, String owner, String text) {}
