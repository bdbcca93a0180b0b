package dev.opensipsmcp.lab.internal.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * The node's counters and gauges, under the names that 3.6 and 4.0 print for the modules that this
 * node has. A name with a plus counts up and can be reset.
 */
public final class Statistics {
  private static final String NAMES =
      """
      shmem: total_size max_used_size free_size used_size real_used_size fragments
      rpmem: rpm_total_size rpm_used_size rpm_real_used_size rpm_fragments rpm_max_used_size \
      rpm_free_size
      core: rcv_requests+ rcv_replies+ fwd_requests+ fwd_replies+ drop_requests+ drop_replies+ \
      err_requests+ err_replies+ bad_URIs_rcvd+ bad_msg_hdr+ slow_messages+ timestamp
      net: waiting_udp waiting_tcp waiting_tls
      dns: dns_total_queries+ dns_slow_queries+
      sql: sql_total_queries+ sql_slow_queries+
      cdb: cdb_total_queries+ cdb_slow_queries+
      tm: received_replies+ relayed_replies+ local_replies+ UAS_transactions+ UAC_transactions+ \
      2xx_transactions+ 3xx_transactions+ 4xx_transactions+ 5xx_transactions+ 6xx_transactions+ \
      inuse_transactions cluster_reply_sent+ cluster_request_sent+ cluster_cancel_sent+ \
      cluster_reply_recv+ cluster_request_recv+ cluster_cancel_recv+ retransmission_req_T1_1+ \
      retransmission_req_T1_2+ retransmission_req_T1_3+ retransmission_req_T2+ \
      retransmission_rpl_T2+ timeout_finalresponse+ timeout_finalresponse_inv+
      sl: 1xx_replies+ 2xx_replies+ 3xx_replies+ 4xx_replies+ 5xx_replies+ 6xx_replies+ \
      sent_replies+ sent_err_replies+ received_ACKs+
      usrloc: registered_users location-users location-contacts location-expires+
      registrar: max_expires max_contacts default_expire accepted_regs+ rejected_regs+
      dialog: active_dialogs early_dialogs processed_dialogs+ expired_dialogs+ failed_dialogs+ \
      create_sent+ update_sent+ delete_sent+ create_recv+ update_recv+ delete_recv+
      """;

  /**
   * One statistic.
   *
   * @param group its group
   * @param name its name within the node
   * @param incremental whether it only counts up
   */
  public record Statistic(String group, String name, boolean incremental) {

    /** {@return the name under which answers print it} */
    public String key() {
      return group + ':' + name;
    }
  }

  private final List<Statistic> all = new ArrayList<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final Map<String, IntSupplier> gauges = new HashMap<>();

  /**
   * The statistics at the start.
   *
   * @param processes have a load each
   */
  public Statistics(Processes processes) {
    for (String line : NAMES.lines().toList()) {
      String[] words = line.split(" ", -1);
      String group = words[0].substring(0, words[0].length() - 1);
      for (int i = 1; i < words.length; i++) {
        boolean incremental = words[i].endsWith("+");
        String name = incremental ? words[i].substring(0, words[i].length() - 1) : words[i];
        all.add(new Statistic(group, name, incremental));
      }
    }
    for (Processes.Worker process : processes.all().subList(1, processes.all().size())) {
      all.add(new Statistic("load", "load-proc-" + process.id(), false));
      all.add(new Statistic("load", "load1m-proc-" + process.id(), false));
      all.add(new Statistic("load", "load10m-proc-" + process.id(), false));
    }
    for (String name : List.of("load", "load1m", "load10m", "load-all", "load1m-all")) {
      all.add(new Statistic("load", name, false));
    }
    all.add(new Statistic("load", "load10m-all", false));
    all.add(new Statistic("load", "processes_number", false));
    follow("processes_number", processes.all()::size);
    for (Processes.Worker process : processes.all().subList(1, processes.all().size())) {
      for (String name : List.of("total", "used", "real_used", "max_used", "free")) {
        all.add(new Statistic("pkmem", process.id() + "-" + name + "_size", false));
      }
      all.add(new Statistic("pkmem", process.id() + "-fragments", false));
      privateMemory(process.id());
    }
    counters.putAll(SeedCounters.values());
  }

  /** A worker of 16 megabytes, of which it needs a little more than its elder neighbour. */
  private void privateMemory(int process) {
    int total = 16 << 20;
    int used = 1_512_000 + 4_096 * process;
    counters.put("pkmem:" + process + "-total_size", total);
    counters.put("pkmem:" + process + "-used_size", used);
    counters.put("pkmem:" + process + "-real_used_size", used + 131_072);
    counters.put("pkmem:" + process + "-max_used_size", used + 262_144);
    counters.put("pkmem:" + process + "-free_size", total - used - 131_072);
    counters.put("pkmem:" + process + "-fragments", 48 + process);
  }

  /** {@return every statistic, in the order in which they are printed} */
  public List<Statistic> all() {
    return all;
  }

  /**
   * Has a statistic follow something.
   *
   * @param name the statistic
   * @param value what it follows
   */
  public void follow(String name, IntSupplier value) {
    gauges.put(name, value);
  }

  /**
   * Counts up.
   *
   * @param name the statistic
   * @param by how much
   */
  public void count(String name, int by) {
    counters.merge(name, by, Integer::sum);
  }

  /**
   * Brings a statistic to a value; one that followed something follows the value.
   *
   * @param key the statistic with its group
   * @param value what it is from now on
   * @throws IllegalArgumentException when there is no such statistic
   */
  public void set(String key, int value) {
    Statistic statistic =
        all.stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no statistic " + key));
    counters.put(key, value);
    gauges.computeIfPresent(statistic.name(), (_, _) -> () -> value);
  }

  /**
   * {@return a statistic's value}
   *
   * @param statistic one of these
   */
  public int value(Statistic statistic) {
    IntSupplier gauge = gauges.get(statistic.name());
    return gauge == null ? counters.getOrDefault(statistic.key(), 0) : gauge.getAsInt();
  }

  /**
   * Sets a counter to zero; a gauge stays as it is.
   *
   * @param statistic one of these
   */
  public void reset(Statistic statistic) {
    if (statistic.incremental()) {
      counters.put(statistic.key(), 0);
    }
  }

  /**
   * {@return what a request names}
   *
   * @param wanted {@code all}, a group with a colon, or a statistic's bare name
   */
  public List<Statistic> find(String wanted) {
    if (wanted.equals("all")) {
      return all;
    }
    List<Statistic> found = new ArrayList<>();
    for (Statistic statistic : all) {
      boolean group = wanted.endsWith(":") && wanted.equals(statistic.group() + ':');
      if (group || statistic.name().equals(wanted)) {
        found.add(statistic);
        if (!group) {
          return found;
        }
      }
    }
    return found;
  }
}
