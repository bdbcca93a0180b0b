package dev.opensipsmcp.mi.internal.http;

import java.io.IOException;

/** What answered does not speak HTTP/1.1. */
final class NotHttpException extends IOException {
  private static final long serialVersionUID = 1L;

  NotHttpException(String firstLine) {
    super(firstLine);
  }
}
