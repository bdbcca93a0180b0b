@NullMarked
package dev.opensipsmcp.sip.hep;

import org.jspecify.annotations.NullMarked;
