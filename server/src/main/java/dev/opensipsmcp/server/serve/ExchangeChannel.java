package dev.opensipsmcp.server.serve;

import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.server.gate.Channel;

/** The way back to an MCP client and the person in front of it. */
final class ExchangeChannel implements Channel {
  private final Exchange exchange;

  ExchangeChannel(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public boolean canAsk() {
    return exchange.client().canElicit();
  }

  @Override
  public Answer answerTo(String approvalId) {
    return ApprovalForm.answer(exchange, approvalId);
  }

  @Override
  public void progress(double done, double total, String message) {
    exchange.progress(done, total, message);
  }

  @Override
  public boolean cancelled() {
    return exchange.cancelled();
  }
}
