/**
 * What is known about OpenSIPS and SIP, to be found and read: cards made of facts, guides for
 * operators, and the operator's own documents.
 */
@NullMarked
package dev.opensipsmcp.server.knowledge;

import org.jspecify.annotations.NullMarked;
