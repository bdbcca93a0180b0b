package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Mark;

/** What a function does, as far as the ways through the routes depend on it. */
public enum Role {
  AUTHENTICATION(Mark.bits(Mark.AUTHENTICATED), 0, 0),
  PROXY_AUTHENTICATION(Mark.bits(Mark.AUTHENTICATED, Mark.PROXY_AUTHENTICATED), 0, 0),
  CHALLENGE(0, 0, Mark.bits(Mark.REPLIED)),
  TRUST(Mark.bits(Mark.TRUSTED), 0, 0),
  IDENTITY(Mark.bits(Mark.IDENTIFIED), 0, 0),
  CONSUMING(0, 0, Mark.bits(Mark.CONSUMED)),
  SAVING(Mark.bits(Mark.REPLIED), 0, 0),
  LOOKUP(Mark.bits(Mark.LOOKED_UP), 0, 0),
  RELAY(0, 0, Mark.bits(Mark.TRANSACTION)),
  FROM_TEST(Mark.bits(Mark.FROM_OURS), Mark.bits(Mark.FROM_OTHERS), 0),
  TO_TEST(Mark.bits(Mark.TO_US, Mark.ADDRESSED_TO_US), Mark.bits(Mark.TO_OTHERS), 0),
  TAG_TEST(Mark.bits(Mark.IN_DIALOG), Mark.bits(Mark.INITIAL), 0),
  LOOSE_ROUTE(Mark.bits(Mark.LOOSE_ROUTED), Mark.bits(Mark.NOT_LOOSE_ROUTED), 0),
  MATCHING(Mark.bits(Mark.MATCHED, Mark.TRANSACTION), 0, 0),
  DIALOG_MATCHING(Mark.bits(Mark.DIALOG_MATCHED), 0, 0),
  MAX_FORWARDS(0, 0, Mark.bits(Mark.MAX_FORWARDS)),
  VALIDATION(0, 0, Mark.bits(Mark.VALIDATED)),
  RECORD_ROUTE(0, 0, Mark.bits(Mark.RECORD_ROUTED)),
  HIDING(0, 0, Mark.bits(Mark.RECORD_ROUTED, Mark.DIALOG)),
  DIALOG(0, 0, Mark.bits(Mark.DIALOG)),
  ACCOUNTING(0, 0, Mark.bits(Mark.ACCOUNTED)),
  CANCEL_TEST(0, 0, Mark.bits(Mark.CANCEL_ASKED)),
  ARM_FAILURE(0, 0, Mark.bits(Mark.FAILURE_ARMED)),
  ARM_REPLY(0, 0, Mark.bits(Mark.REPLY_ARMED)),
  ARM_BRANCH(0, 0, 0),
  TRANSACTION(0, 0, Mark.bits(Mark.TRANSACTION)),
  REPLY(0, 0, 0),
  STATELESS_REPLY(0, 0, 0),
  GATEWAY(Mark.bits(Mark.GATEWAY, Mark.SELECTED), 0, 0),
  /** Also starts a dialog, to count calls. */
  BALANCING(Mark.bits(Mark.DIRECTED, Mark.SELECTED, Mark.DIALOG), 0, 0),
  DIRECTING(Mark.bits(Mark.DIRECTED, Mark.SELECTED), 0, 0),
  FAILOVER(0, 0, 0),
  RATE_LIMIT(0, 0, Mark.bits(Mark.RATE_ASKED)),
  CALL_LIMIT(0, 0, Mark.bits(Mark.LIMITED)),
  NAT_FIX(0, 0, Mark.bits(Mark.NAT_FIXED)),
  OFFER(0, 0, Mark.bits(Mark.OFFERED)),
  ANSWER(0, 0, 0),
  MEDIA_END(0, 0, 0),
  MEDIA_WHOLE(0, 0, 0),
  SQL(0, 0, 0),
  SHELL(0, 0, 0),
  HTTP(0, 0, 0),
  BLOCKING(0, 0, 0),
  METHOD_TEST(0, 0, 0),
  PLAIN(0, 0, 0);

  private final long yes;
  private final long no;
  private final long always;

  Role(long yes, long no, long always) {
    this.yes = yes;
    this.no = no;
    this.always = always;
  }

  /** {@return bits of the marks that a positive answer sets} */
  public long yes() {
    return yes;
  }

  /** {@return bits of the marks that a negative answer sets} */
  public long no() {
    return no;
  }

  /** {@return bits of the marks that a call sets, whatever it answers} */
  public long always() {
    return always;
  }

  /** {@return whether the ways part by its answer} */
  public boolean asks() {
    return (yes | no) != 0;
  }
}
