package dev.opensipsmcp.cfg.internal.flow;

import static dev.opensipsmcp.facts.Version.V3_2;
import static dev.opensipsmcp.facts.Version.V3_3;
import static dev.opensipsmcp.facts.Version.V3_4;
import static dev.opensipsmcp.facts.Version.V3_5;
import static dev.opensipsmcp.facts.Version.V3_6;
import static dev.opensipsmcp.facts.Version.V4_0;

import dev.opensipsmcp.facts.Version;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions whose meaning the rules know. A test holds each against the facts. */
public enum KnownFunction {
  WWW_AUTHORIZE("auth_db", Role.AUTHENTICATION),
  PROXY_AUTHORIZE("auth_db", Role.PROXY_AUTHENTICATION),
  PV_WWW_AUTHORIZE("auth", Role.AUTHENTICATION),
  PV_PROXY_AUTHORIZE("auth", Role.PROXY_AUTHENTICATION),
  AAA_WWW_AUTHORIZE("auth_aaa", Role.AUTHENTICATION),
  AAA_PROXY_AUTHORIZE("auth_aaa", Role.PROXY_AUTHENTICATION),
  AKA_WWW_AUTHORIZE("auth_aka", Role.AUTHENTICATION, V3_5, V4_0),
  AKA_PROXY_AUTHORIZE("auth_aka", Role.PROXY_AUTHENTICATION, V3_5, V4_0),
  WEB3_WWW_AUTHENTICATE("auth_web3", Role.AUTHENTICATION, V4_0, V4_0),
  WEB3_PROXY_AUTHENTICATE("auth_web3", Role.PROXY_AUTHENTICATION, V4_0, V4_0),
  JWT_AUTHORIZE("auth_jwt", Role.AUTHENTICATION, V3_2, V3_2),
  JWT_DB_AUTHORIZE("auth_jwt", Role.AUTHENTICATION, V3_3, V4_0),
  JWT_SCRIPT_AUTHORIZE("auth_jwt", Role.AUTHENTICATION, V3_3, V4_0),
  WWW_CHALLENGE("auth", Role.CHALLENGE),
  PROXY_CHALLENGE("auth", Role.CHALLENGE),
  AKA_WWW_CHALLENGE("auth_aka", Role.CHALLENGE, V3_5, V4_0),
  AKA_PROXY_CHALLENGE("auth_aka", Role.CHALLENGE, V3_5, V4_0),
  CONSUME_CREDENTIALS("auth", Role.CONSUMING),
  DB_IS_FROM_AUTHORIZED("auth_db", Role.IDENTITY),
  DB_IS_TO_AUTHORIZED("auth_db", Role.IDENTITY),
  CHECK_SOURCE_ADDRESS("permissions", Role.TRUST),
  CHECK_ADDRESS("permissions", Role.TRUST),
  GET_SOURCE_GROUP("permissions", Role.TRUST),
  IS_FROM_GW("drouting", Role.TRUST),
  DR_IS_GW("drouting", Role.TRUST),
  DS_IS_IN_LIST("dispatcher", Role.TRUST),
  LB_IS_DESTINATION("load_balancer", Role.TRUST),
  IS_PEER_VERIFIED("tls_mgm", Role.TRUST),
  IS_FROM_LOCAL("domain", Role.FROM_TEST),
  IS_URI_HOST_LOCAL("domain", Role.TO_TEST),
  IS_DOMAIN_LOCAL("domain", Role.PLAIN),
  IS_MYSELF("", Role.PLAIN),
  IS_METHOD("sipmsgops", Role.METHOD_TEST),
  HAS_TOTAG("sipmsgops", Role.TAG_TEST),
  LOOSE_ROUTE("rr", Role.LOOSE_ROUTE),
  RECORD_ROUTE("rr", Role.RECORD_ROUTE),
  RECORD_ROUTE_PRESET("rr", Role.RECORD_ROUTE),
  TOPOLOGY_HIDING("topology_hiding", Role.HIDING),
  TOPOLOGY_HIDING_MATCH("topology_hiding", Role.DIALOG_MATCHING),
  VALIDATE_DIALOG("dialog", Role.DIALOG_MATCHING),
  MATCH_DIALOG("dialog", Role.DIALOG_MATCHING),
  FIX_ROUTE_DIALOG("dialog", Role.DIALOG_MATCHING),
  CREATE_DIALOG("dialog", Role.DIALOG),
  SET_DLG_PROFILE("dialog", Role.CALL_LIMIT),
  GET_PROFILE_SIZE("dialog", Role.CALL_LIMIT),
  CHECK_FRAUD("fraud_detection", Role.CALL_LIMIT),
  T_CHECK_TRANS("tm", Role.MATCHING),
  T_RELAY("tm", Role.RELAY),
  FORWARD("", Role.RELAY),
  T_NEWTRAN("tm", Role.TRANSACTION),
  T_ON_FAILURE("tm", Role.ARM_FAILURE),
  T_ON_REPLY("tm", Role.ARM_REPLY),
  T_ON_BRANCH("tm", Role.ARM_BRANCH),
  T_WAS_CANCELLED("tm", Role.CANCEL_TEST),
  T_REPLY("tm", Role.REPLY),
  SEND_REPLY("signaling", Role.REPLY),
  SL_SEND_REPLY("sl", Role.STATELESS_REPLY),
  SAVE("registrar", Role.SAVING),
  MID_REGISTRAR_SAVE("mid_registrar", Role.PLAIN),
  LOOKUP("registrar", Role.LOOKUP),
  MID_REGISTRAR_LOOKUP("mid_registrar", Role.LOOKUP),
  MF_PROCESS_MAXFWD_HEADER("maxfwd", Role.MAX_FORWARDS),
  SIPMSG_VALIDATE("sipmsgops", Role.VALIDATION),
  PIKE_CHECK_REQ("pike", Role.RATE_LIMIT),
  STORE_DLG_VALUE("dialog", Role.PLAIN),
  RL_CHECK("ratelimit", Role.RATE_LIMIT),
  DO_ROUTING("drouting", Role.GATEWAY),
  ROUTE_TO_CARRIER("drouting", Role.GATEWAY),
  ROUTE_TO_GW("drouting", Role.GATEWAY),
  USE_NEXT_GW("drouting", Role.FAILOVER),
  CR_ROUTE("carrierroute", Role.GATEWAY),
  CR_NEXT_DOMAIN("carrierroute", Role.FAILOVER),
  DS_SELECT_DST("dispatcher", Role.DIRECTING),
  DS_SELECT_DOMAIN("dispatcher", Role.DIRECTING),
  DS_NEXT_DST("dispatcher", Role.FAILOVER),
  DS_NEXT_DOMAIN("dispatcher", Role.FAILOVER),
  DS_MARK_DST("dispatcher", Role.PLAIN),
  LB_START("load_balancer", Role.BALANCING),
  LB_START_OR_NEXT("load_balancer", Role.BALANCING),
  LOAD_BALANCE("load_balancer", Role.BALANCING),
  LB_NEXT("load_balancer", Role.FAILOVER),
  NEXT_BRANCHES("", Role.FAILOVER),
  SERIALIZE_BRANCHES("", Role.PLAIN),
  DO_ACCOUNTING("acc", Role.ACCOUNTING),
  FIX_NATED_CONTACT("nathelper", Role.NAT_FIX),
  FIX_NATED_SDP("nathelper", Role.PLAIN),
  FIX_NATED_REGISTER("nathelper", Role.PLAIN),
  NAT_UAC_TEST("nathelper", Role.PLAIN),
  FIX_CONTACT("nat_traversal", Role.NAT_FIX),
  RTPENGINE_OFFER("rtpengine", Role.OFFER),
  RTPENGINE_ANSWER("rtpengine", Role.ANSWER),
  RTPENGINE_MANAGE("rtpengine", Role.PLAIN),
  RTPENGINE_DELETE("rtpengine", Role.MEDIA_END),
  RTPPROXY_OFFER("rtpproxy", Role.OFFER),
  RTPPROXY_ANSWER("rtpproxy", Role.ANSWER),
  RTPPROXY_UNFORCE("rtpproxy", Role.MEDIA_END),
  RTPPROXY_ENGAGE("rtpproxy", Role.MEDIA_WHOLE),
  RTP_RELAY_ENGAGE("rtp_relay", Role.MEDIA_WHOLE),
  SQL_QUERY("sqlops", Role.SQL, V3_5, V4_0),
  SQL_QUERY_ONE("sqlops", Role.SQL, V3_5, V4_0),
  AVP_DB_QUERY("avpops", Role.SQL, V3_2, V3_4),
  CACHE_RAW_QUERY("", Role.SQL),
  EXEC("exec", Role.SHELL),
  PERL_EXEC("perl", Role.PLAIN),
  LUA_EXEC("lua", Role.PLAIN),
  PYTHON_EXEC("python", Role.PLAIN),
  REST_GET("rest_client", Role.HTTP),
  REST_POST("rest_client", Role.HTTP),
  REST_PUT("rest_client", Role.HTTP),
  REST_APPEND_HF("rest_client", Role.PLAIN),
  STIR_SHAKEN_VERIFY("stir_shaken", Role.PLAIN),
  STIR_SHAKEN_AUTH("stir_shaken", Role.PLAIN),
  SLEEP("cfgutils", Role.BLOCKING),
  USLEEP("cfgutils", Role.BLOCKING),
  APPEND_HF("sipmsgops", Role.PLAIN),
  INSERT_HF("sipmsgops", Role.PLAIN),
  UAC_REPLACE_FROM("uac", Role.PLAIN),
  REMOVE_HF("sipmsgops", Role.PLAIN),
  REMOVE_HF_RE("sipmsgops", Role.PLAIN),
  REMOVE_HF_GLOB("sipmsgops", Role.PLAIN),
  OPTIONS_REPLY("options", Role.PLAIN),
  SETFLAG("", Role.PLAIN),
  RESETFLAG("", Role.PLAIN),
  ISFLAGSET("", Role.PLAIN),
  SETBFLAG("", Role.PLAIN),
  APPEND_BRANCH("", Role.PLAIN, V3_2, V3_5),
  REMOVE_BRANCH("", Role.PLAIN, V3_2, V3_5),
  MOVE_BRANCH("", Role.PLAIN, V3_5, V3_5),
  SWAP_BRANCHES("", Role.PLAIN, V3_5, V3_5),
  APPEND_MSG_BRANCH("", Role.PLAIN, V3_6, V4_0),
  B2B_INIT_REQUEST("b2b_logic", Role.PLAIN);

  private static final Map<Version, Map<String, KnownFunction>> BY_NAME = byName();

  private final String module;
  private final Role role;
  private final Version first;
  private final Version last;

  KnownFunction(String module, Role role) {
    this(module, role, V3_2, V4_0);
  }

  KnownFunction(String module, Role role, Version first, Version last) {
    this.module = module;
    this.role = role;
    this.first = first;
    this.last = last;
  }

  /** {@return its name, as scripts spell it} */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the module that it is of; empty for the core} */
  public String module() {
    return module;
  }

  /** {@return what it does} */
  public Role role() {
    return role;
  }

  /** {@return whether a version has it} */
  public boolean in(Version version) {
    return version.compareTo(first) >= 0 && version.compareTo(last) <= 0;
  }

  /** {@return the function that a version knows by this name, or nothing} */
  public static Optional<KnownFunction> find(Version version, String name) {
    return Optional.ofNullable(BY_NAME.getOrDefault(version, Map.of()).get(name));
  }

  /** {@return the functions that do this} */
  public static List<KnownFunction> doing(Role role) {
    return Stream.of(values()).filter(function -> function.role == role).toList();
  }

  private static Map<Version, Map<String, KnownFunction>> byName() {
    Map<Version, Map<String, KnownFunction>> all = new EnumMap<>(Version.class);
    for (Version version : Version.values()) {
      Map<String, KnownFunction> names = new HashMap<>();
      for (KnownFunction function : values()) {
        if (function.in(version)) {
          names.put(function.spelling(), function);
        }
      }
      all.put(version, names);
    }
    return all;
  }
}
