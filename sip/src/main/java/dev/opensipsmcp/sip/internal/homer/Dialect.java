package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;

/** Where the two generations of Homer differ in how they are entered and how they refuse. */
enum Dialect {
  /** Homer 7. */
  V3("/api/v3", "/auth") {
    @Override
    String token(JsonObject answer) {
      return Json.text(answer, "token");
    }

    @Override
    String reason(JsonObject answer) {
      return Json.text(answer, "message");
    }
  },
  /** Homer 11. */
  V4("/api/v4", "/auth/sessions") {
    @Override
    String token(JsonObject answer) {
      return Json.text(Json.object(answer, "data"), "token");
    }

    @Override
    String reason(JsonObject answer) {
      JsonObject error = Json.object(answer, "error");
      String detail = Json.text(error, "detail");
      return detail.isEmpty() ? Json.text(error, "title") : detail;
    }
  };

  private final String root;
  private final String login;

  Dialect(String root, String login) {
    this.root = root;
    this.login = login;
  }

  /** {@return what all paths begin with} */
  String root() {
    return root;
  }

  /** {@return the path of a login} */
  String login() {
    return login;
  }

  /** {@return the token that a login brought; empty when it brought none} */
  abstract String token(JsonObject answer);

  /** {@return why the server refuses; empty when it does not say} */
  abstract String reason(JsonObject answer);
}
