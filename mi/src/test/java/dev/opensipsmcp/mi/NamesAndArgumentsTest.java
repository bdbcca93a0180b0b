package dev.opensipsmcp.mi;

import static dev.opensipsmcp.mi.replay.Nodes.error;
import static dev.opensipsmcp.mi.replay.Nodes.json;
import static dev.opensipsmcp.mi.replay.Nodes.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.replay.HttpNode;
import dev.opensipsmcp.mi.replay.Nodes;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and arguments are held against the node before anything is sent. */
@Timeout(60)
class NamesAndArgumentsTest {
  private static final JsonObject NONE = new JsonObject();

  @ParameterizedTest
  @CsvSource({
    "3.6,dialog:list,dlg_list",
    "3.6,dlg_list,dlg_list",
    "4.0,dlg_list,dialog:list",
    "4.0,domain_dump,domain:dump",
    "4.0,rtpengine_show,rtpengine:show",
    "4.0,pike_list,pike:list",
    "3.4,core:uptime,uptime",
  })
  void namesAreTranslatedToTheNodesVersion(String version, String asked, String sent)
      throws IOException {
    try (HttpNode node = Nodes.of(version, call -> call.result("{}"));
        MiClient client = Nodes.client(node)) {
      value(client.call(MiRequest.read(asked, NONE)));
      assertThat(node.calls().getLast().method()).isEqualTo(sent);
    }
  }

  @Test
  void aBareNameOfSeveralCommandsIsRefusedWithTheCandidates() throws IOException {
    try (HttpNode node = Nodes.of("4.0", call -> call.result("{}"));
        MiClient client = Nodes.client(node)) {
      MiError.NoSuchCommand error =
          error(client.call(MiRequest.read("list", NONE)), MiError.NoSuchCommand.class);
      assertThat(error.nearest()).contains("dialog:list", "dispatcher:list");
      assertThat(node.calls()).hasSize(2);
    }
  }

  @Test
  void anAmbiguousNameThatTheNodeComplainsAboutGivesItsCandidates() throws IOException {
    try (HttpNode node =
            Nodes.of(
                "4.0",
                call ->
                    HttpNode.Played.json(
                        "{\"error\":{\"code\":-32001,\"message\":\"Method ambiguous\",\"data\":"
                            + "\"supported names: tls:trace, bins:trace\"},\"id\":"
                            + call.id()
                            + '}'));
        MiClient client = Nodes.client(node)) {
      MiError.NoSuchCommand error =
          error(client.call(MiRequest.read("core:uptime", NONE)), MiError.NoSuchCommand.class);
      assertThat(error.nearest()).containsExactly("tls:trace", "bins:trace");
    }
  }

  @Test
  void aCommandOfAModuleThatIsNotLoadedNamesTheModule() throws IOException {
    try (HttpNode node = bare("3.6", "[\"uptime\",\"version\",\"which\"]");
        MiClient client = Nodes.client(node)) {
      MiError.NoSuchCommand error =
          error(client.call(MiRequest.read("lb_list", NONE)), MiError.NoSuchCommand.class);
      assertThat(error.module()).contains("load_balancer");
      assertThat(error.nextStep()).contains("Load load_balancer");
      assertThat(node.calls()).hasSize(2);
    }
  }

  @Test
  void aMisspeltCommandGetsTheNearestNamesOfThisNode() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.result("{}"));
        MiClient client = Nodes.client(node)) {
      MiError.NoSuchCommand error =
          error(client.call(MiRequest.read("dlg_lst", NONE)), MiError.NoSuchCommand.class);
      assertThat(error.nearest()).contains("dlg_list");
      assertThat(error.cause()).contains("3.6", "dlg_lst");
    }
  }

  @Test
  void aCommandOfAnotherVersionSaysWhichHasIt() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.result("{}"));
        MiClient client = Nodes.client(node)) {
      MiError.NoSuchCommand error =
          error(client.call(MiRequest.read("tcp:close", NONE)), MiError.NoSuchCommand.class);
      assertThat(error.cause()).contains("4.0");
      assertThat(error.module()).isPresent();
    }
  }

  @Test
  void aCommandThatOnlyTheNodeKnowsIsCheckedAgainstTheNodesOwnRecipes() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (HttpNode node =
            HttpNode.start(call ->
                switch (call.method()) {
                  case "version" -> call.result("{\"Server\":\"OpenSIPS (3.6.9 (x))\"}");
                  case "which" ->
                      call.params().isEmpty()
                          ? call.result("[\"which\",\"version\",\"own_command\"]")
                          : call.result(asked.incrementAndGet() > 0 ? "[[],[\"a\"]]" : "");
                  default -> call.result("{}");
                });
        MiClient client = Nodes.client(node)) {
      value(client.call(MiRequest.read("own_command", NONE)));
      value(client.call(MiRequest.read("own_command", json("{'a':1}"))));
      assertThat(asked).hasValue(1);
      MiError.WrongArguments error =
          error(
              client.call(MiRequest.read("own_command", json("{'b':1}"))),
              MiError.WrongArguments.class);
      assertThat(error.accepted()).containsExactly("no parameters", "a");
    }
  }

  private static HttpNode bare(String version, String which) {
    return HttpNode.start(call ->
        call.method().equals("version")
            ? call.result("{\"Server\":\"OpenSIPS (" + version + ".8 (x86_64/linux))\"}")
            : call.result(which));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "get_statistics | {'statistics':'all'} | statistics of get_statistics must be an array",
        "get_statistics | {'statistics':[]} | statistics of get_statistics must be an array of at",
        "get_statistics | {} | missing: statistics",
        "get_statistics | {'statistic':['all']} | statistic is unknown, did you mean statistics",
        "dlg_end_dlg | {'callid':'x'} | missing: dialog_id",
        "dlg_end_dlg | {'dialog_id':{}} | dialog_id of dlg_end_dlg must be a string",
        "dlg_end_dlg | {'dialog_id':null} | dialog_id of dlg_end_dlg must be a string",
        "dlg_end_dlg | {'dialog_id':true} | dialog_id of dlg_end_dlg must be a string",
        "dlg_end_dlg | {'dialog_id':'a\\u0000b'} | NUL",
        "dlg_list | {'index':0} | missing: counter",
        "dlg_list | {'index':'first','counter':1} | index of dlg_list must be a whole number",
        "dlg_list | {'index':1.5,'counter':1} | index of dlg_list must be a whole number",
        "dlg_list | {'index':1e99999999,'counter':1} | index of dlg_list must be a whole number",
        "dlg_list | {'index':4294967296,'counter':1} | index of dlg_list must be a whole number",
        "nh_enable_ping | {'status':true} | status of nh_enable_ping must be a whole number",
        "uptime | {'a':1} | a is unknown",
      })
  void wrongArgumentsAreRefusedBeforeAnythingIsSent(String command, String params, String cause)
      throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.result("{}"));
        MiClient client = Nodes.client(node)) {
      MiError.WrongArguments error =
          error(client.call(MiRequest.write(command, json(params))), MiError.WrongArguments.class);
      assertThat(error.cause()).contains(cause);
      assertThat(error.accepted()).isNotEmpty();
      assertThat(error.nextStep()).contains(error.accepted().getFirst());
      assertThat(node.calls()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'index':'0','counter':2}",
        "{'callid':5}",
        "{'index':-1,'counter':'2147483647'}",
        "{}"
      })
  void numbersAndStringsOfDigitsStandForEachOther(String params) throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.result("{}"));
        MiClient client = Nodes.client(node)) {
      value(client.call(MiRequest.read("dlg_list", json(params))));
      assertThat(node.calls().getLast().params()).isEqualTo(json(params));
    }
  }

  @Test
  void aFlagGoesAsANumberBecauseOpenSipsIgnoresJsonBooleans() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.result("\"OK\""));
        MiClient client = Nodes.client(node)) {
      value(client.call(MiRequest.write("ds_reload", json("{'inherit_state':false}"))));
      assertThat(node.calls().getLast().params()).isEqualTo(json("{'inherit_state':0}"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404,Requested Dialog not found,nothing has this name",
    "403,Forbidden,forbids",
    "500,Internal error,failed in the node",
    "481,No such transaction,no such call",
    "-32000,Server error,handler failed",
    "777,Odd,the module's own code",
  })
  void anErrorOfTheNodeIsGivenWithItsMeaning(int code, String message, String meaning)
      throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.error(code, message));
        MiClient client = Nodes.client(node)) {
      MiError.Refused error =
          error(
              client.call(MiRequest.write("dlg_end_dlg", json("{'dialog_id':'x'}"))),
              MiError.Refused.class);
      assertThat(error.status()).isEqualTo(code);
      assertThat(error.message()).isEqualTo(message);
      assertThat(error.cause()).contains("dlg_end_dlg", message, meaning);
    }
  }

  @Test
  void aNodeThatForgotACommandIsAskedAnewWhatItIs() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.error(-32601, "Method not found"));
        MiClient client = Nodes.client(node)) {
      error(client.call(MiRequest.read("uptime", NONE)), MiError.NoSuchCommand.class);
      error(client.call(MiRequest.read("uptime", NONE)), MiError.NoSuchCommand.class);
      assertThat(node.calls().stream().filter(call -> call.method().equals("version"))).hasSize(2);
    }
  }

  @Test
  void theNodeIsAskedOnceUntilItIsForgotten() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.result("{}"));
        MiClient client = Nodes.client(node)) {
      assertThat(value(client.node())).isSameAs(value(client.node()));
      assertThat(node.calls()).hasSize(2);
      client.forget();
      value(client.node());
      assertThat(node.calls()).hasSize(4);
    }
  }

  @Test
  void aReleaseLineWithoutFactsIsRefusedUnlessItIsPinned() throws IOException {
    MiSettings pinned =
        new MiSettings(
            Nodes.SETTINGS.connectTimeout(),
            Nodes.SETTINGS.readTimeout(),
            4,
            Optional.of(Version.V4_0));
    try (HttpNode node = bare("9.7", "[\"core:uptime\"]");
        MiClient client = Nodes.client(node);
        MiClient pinnedClient = Nodes.client(node, pinned)) {
      assertThat(error(client.node(), MiError.NotMi.class).cause()).contains("9.7");
      assertThat(value(pinnedClient.node()).version()).isEqualTo(Version.V4_0);
    }
  }
}
