/** Where files may be read and written. */
@NullMarked
package dev.opensipsmcp.sip.file;

import org.jspecify.annotations.NullMarked;
