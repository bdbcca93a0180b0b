/** What is wrong or doubtful in messages, rule by rule, with a fix. */
@NullMarked
package dev.opensipsmcp.sip.lint;

import org.jspecify.annotations.NullMarked;
