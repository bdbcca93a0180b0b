package dev.opensipsmcp.sip.explain;

/**
 * A response code that is registered.
 *
 * @param code 100 to 699
 * @param phrase its reason phrase
 * @param reference the RFC that registers it
 * @param meaning what it says, one sentence
 */
public record ResponseCode(int code, String phrase, String reference, String meaning) {}
