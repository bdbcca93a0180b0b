package dev.opensipsmcp.cfg.internal.text;

/**
 * A part in which two sequences differ: what stands in the first is replaced by what stands in the
 * second. Either may be empty.
 *
 * @param oldFrom the first index in the first sequence, from 0
 * @param oldTo the index behind its last
 * @param newFrom the first index in the second sequence
 * @param newTo the index behind its last
 */
public record Gap(int oldFrom, int oldTo, int newFrom, int newTo) {}
