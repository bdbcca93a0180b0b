package dev.opensipsmcp.cfg.flow;

/** Something that holds, or has happened, on a way through the routes. */
public enum Mark {
  /** The message is a request from the network. */
  REQUEST,
  /** A failure route runs. */
  FAILURE,
  /** A reply is looked at. */
  REPLY,
  /** A branch route runs. */
  BRANCH,
  /** A route runs that no message from the network has started. */
  ELSEWHERE,
  /** The last call returned a positive number. */
  RC_POSITIVE,
  /** The last call returned a negative number. */
  RC_NEGATIVE,
  /** The request has no To tag. */
  INITIAL,
  /** The request has a To tag. */
  IN_DIALOG,
  /** The caller names one of our domains. */
  FROM_OURS,
  /** The caller names a domain of others. */
  FROM_OTHERS,
  /** The request URI is one of ours. */
  TO_US,
  /** The request URI is of others. */
  TO_OTHERS,
  /** The request came addressed to us, whatever the URI has become. */
  ADDRESSED_TO_US,
  /** Credentials were verified. */
  AUTHENTICATED,
  /** Credentials were verified that came in a Proxy-Authorization header. */
  PROXY_AUTHENTICATED,
  /** The sender's address or certificate is known. */
  TRUSTED,
  /** The user of the credentials was compared with the one of From or To. */
  IDENTIFIED,
  /** Credentials were taken out of the request. */
  CONSUMED,
  /** A Route header named us and was followed. */
  LOOSE_ROUTED,
  /** No Route header named us. */
  NOT_LOOSE_ROUTED,
  /** The request belongs to a transaction. */
  MATCHED,
  /** The request belongs to a dialog and fits it. */
  DIALOG_MATCHED,
  /** Max-Forwards was looked at. */
  MAX_FORWARDS,
  /** Size or form of the message was looked at. */
  VALIDATED,
  /** We stay in the way of later requests. */
  RECORD_ROUTED,
  /** A dialog was created. */
  DIALOG,
  /** Accounting was asked for. */
  ACCOUNTED,
  /** A failure route found that the call was not cancelled, or asked. */
  CANCEL_ASKED,
  /** A failure route is armed. */
  FAILURE_ARMED,
  /** A reply route is armed. */
  REPLY_ARMED,
  /** A final reply was sent. */
  REPLIED,
  /** A transaction was created or the request relayed with one. */
  TRANSACTION,
  /** The request URI is a registered contact. */
  LOOKED_UP,
  /** The destination is a gateway. */
  GATEWAY,
  /** The destination was set by the script. */
  DIRECTED,
  /** The destination was chosen from a set of several. */
  SELECTED,
  /** The sender's rate was looked at. */
  RATE_ASKED,
  /** Calls of the user were limited or watched. */
  LIMITED,
  /** Contact or SDP were rewritten because of NAT. */
  NAT_FIXED,
  /** Media was offered to a relay. */
  OFFERED;

  /** {@return this mark as one bit} Bits are for sets in memory, nothing keeps them. */
  @SuppressWarnings("EnumOrdinal")
  public long bit() {
    return 1L << ordinal();
  }

  /** {@return the bits of marks} */
  public static long bits(Mark... marks) {
    long bits = 0;
    for (Mark mark : marks) {
      bits |= mark.bit();
    }
    return bits;
  }
}
