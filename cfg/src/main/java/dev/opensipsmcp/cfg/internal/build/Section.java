package dev.opensipsmcp.cfg.internal.build;

/**
 * A part of a block: a module with its parameters, global settings, or lines at a slot.
 *
 * @param kind {@code module}, {@code global} or {@code slot}
 * @param name the module's or slot's name; empty for globals
 * @param why the reason, written as a comment above it
 * @param body its lines
 */
record Section(String kind, String name, String why, Template body) {}
