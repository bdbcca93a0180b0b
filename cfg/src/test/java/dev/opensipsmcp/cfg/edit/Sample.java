package dev.opensipsmcp.cfg.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;

/** A small registrar, in a hand that nobody would call tidy. */
final class Sample {
  static final String TEXT =
      """
      # edge node  --  keep in sync with edge2!
      log_level = 3
      socket=udp:127.0.0.1:5060	# customers

      mpath="/usr/lib/opensips/modules/"
      loadmodule "signaling.so"
      loadmodule "sl.so"   # replies
      loadmodule "tm.so"
      modparam("tm", "fr_timeout", 5)
      loadmodule "rr.so"
      loadmodule "proto_udp.so"
      loadmodule "usrloc.so"
      modparam("usrloc","working_mode_preset",  "single-instance-no-db")
      loadmodule "registrar.so"

      route{
          if (is_myself("$rd")) {
              route( TO_REGISTRAR );
              exit;
          }
          t_on_failure("missed");   # see below
          route(relay);
      }

      route[relay] {
          t_relay();   exit;
      }

      route[TO_REGISTRAR] {
          if (!save("location")) sl_reply_error();
      }

      failure_route[missed] { route(relay); }
      """;

  private Sample() {}

  static SyntaxTree tree() {
    return Parser.parse(TEXT);
  }

  static Edits edits(Version version) {
    return new Edits(Facts.of(version));
  }

  /** {@return the text after an edit that is expected to be done} */
  static String text(Edited edited) {
    return done(edited).text();
  }

  static Edited.Done done(Edited edited) {
    assertThat(edited).isInstanceOf(Edited.Done.class);
    return (Edited.Done) edited;
  }

  static String reason(Edited edited) {
    assertThat(edited).isInstanceOf(Edited.Refused.class);
    return ((Edited.Refused) edited).reason();
  }
}
