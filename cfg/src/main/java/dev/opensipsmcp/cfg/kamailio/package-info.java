/** From a configuration of Kamailio to one of OpenSIPS, as far as one maps to the other. */
@NullMarked
package dev.opensipsmcp.cfg.kamailio;

import org.jspecify.annotations.NullMarked;
