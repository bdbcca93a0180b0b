package dev.opensipsmcp.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms, held where a module descriptor can't hold them. */
class ArchitectureTest {
  private static final String ROOT = "dev.opensipsmcp";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(place -> !place.contains("-tests.jar"))
          .importPackages(ROOT);

  @Test
  void the_protocol_knows_nothing_of_opensips() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".mcp..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".facts..", ROOT + ".mi..", ROOT + ".server..", ROOT + ".lab..")
        .check(PRODUCT);
  }

  @Test
  void the_node_client_knows_nothing_of_the_protocol() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".mi..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".mcp..", ROOT + ".server..", ROOT + ".lab..")
        .check(PRODUCT);
  }

  @Test
  void the_messages_know_nothing_of_a_node() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".sip..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".facts..",
            ROOT + ".mi..",
            ROOT + ".db..",
            ROOT + ".cfg..",
            ROOT + ".mcp..",
            ROOT + ".lab..",
            ROOT + ".server..")
        .check(PRODUCT);
  }

  @Test
  void the_configuration_language_knows_facts_only() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".cfg..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".mi..",
            ROOT + ".db..",
            ROOT + ".mcp..",
            ROOT + ".lab..",
            ROOT + ".server..",
            "java.net..")
        .check(PRODUCT);
  }

  @Test
  void the_database_knows_neither_nodes_nor_tools() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".db..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".mi..", ROOT + ".mcp..", ROOT + ".server..", ROOT + ".lab..")
        .check(PRODUCT);
  }

  @Test
  void statements_reach_a_driver_in_one_room_only() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".db.internal.sql..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.Connection")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.Statement")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.PreparedStatement")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.DriverManager")
        .because("there a statement is made of constants, known names and parameters only")
        .check(PRODUCT);
  }

  @Test
  void the_facts_reach_nothing_but_their_own_resources() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".facts..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".mi..", ROOT + ".mcp..", ROOT + ".server..", ROOT + ".lab..", "java.net..")
        .check(PRODUCT);
  }

  @Test
  void tools_reach_nodes_through_their_ports_only() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".server.toolset..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.opensipsmcp.mi.MiClient")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.opensipsmcp.db.Database")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.channels..", ROOT + ".server.gate..")
        .because("a tool that could open a socket would have a way round the gate")
        .check(PRODUCT);
  }

  @Test
  void what_only_reads_sends_nothing_to_hosts_of_a_callers_choice() {
    for (String sender :
        List.of(
            "probe.SipProber",
            "probe.RegisterProbe",
            "probe.TlsHandshake",
            "probe.TlsOffer",
            "probe.HttpLook",
            "load.SippRunner",
            "capture.Recorder")) {
      noClasses()
          .that()
          .implement("dev.opensipsmcp.server.tool.Work$Read")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(ROOT + ".sip." + sender)
          .because("whoever chooses where packets go decides: docs/adr/0018")
          .check(PRODUCT);
    }
  }

  @Test
  void only_the_query_tool_runs_queries_of_a_caller() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".server..")
        .and()
        .resideOutsideOfPackage(ROOT + ".server.toolset.query..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".db.query..")
        .because("its scope is more than that of tools which read the database")
        .check(PRODUCT);
  }

  @Test
  void the_gate_knows_no_single_tool() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".server.gate..", ROOT + ".server.tool..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".server.toolset..", ROOT + ".server.cli..")
        .check(PRODUCT);
  }

  @Test
  void the_stand_in_node_serves_the_demonstration_only() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".server..")
        .and()
        .resideOutsideOfPackages(ROOT + ".server.cli..", ROOT + ".server.demo..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".lab..")
        .check(PRODUCT);
  }

  @Test
  void the_old_era_can_be_deleted() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".mcp.internal.modern..", ROOT + ".mcp.internal.rpc..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".mcp.internal.legacy..")
        .check(PRODUCT);
  }

  @Test
  void the_heavy_libraries_stay_in_their_rooms() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".mcp.internal.http..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jetty..")
        .check(PRODUCT);
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".server.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(PRODUCT);
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".server.config..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml..")
        .check(PRODUCT);
  }

  @Test
  void nothing_reflects() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .check(PRODUCT);
  }

  @Test
  void no_rooms_stand_in_a_circle() {
    slices().matching(ROOT + ".server.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void every_class_lives_in_a_known_room() {
    classes()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .resideInAnyPackage(
            ROOT + ".facts..",
            ROOT + ".mi..",
            ROOT + ".cfg..",
            ROOT + ".sip..",
            ROOT + ".db..",
            ROOT + ".mcp..",
            ROOT + ".lab..",
            ROOT + ".server..")
        .check(PRODUCT);
  }
}
