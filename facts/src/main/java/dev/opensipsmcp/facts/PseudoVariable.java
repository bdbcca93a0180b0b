package dev.opensipsmcp.facts;

/**
 * A variable that a configuration script can read.
 *
 * @param name with its dollar sign: {@code $DLG_count}
 * @param writable whether a script may assign to it
 * @param takesName whether it is written with a name: {@code $avp(name)}
 * @param takesIndex whether it may have an index: {@code $avp(name)[0]}
 */
public record PseudoVariable(
    String name, boolean writable, boolean takesName, boolean takesIndex) {}
