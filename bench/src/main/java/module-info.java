/** Benchmarks; not part of the product. */
module dev.opensipsmcp.bench {
  requires dev.opensipsmcp.server;
}
