/** What the operator set: environment variables and one YAML file, checked all at once. */
@NullMarked
package dev.opensipsmcp.server.config;

import org.jspecify.annotations.NullMarked;
