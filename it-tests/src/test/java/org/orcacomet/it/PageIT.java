package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.launcher.certificates.DevCertificates;

/** The pages of a service, in a real Chromium with a real certificate. Screenshots go where {@code screenshots} says. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(300)
class PageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADMIN = "org.orcacomet.service/admin.subjects=CN=COMET throw-away client";
    private static final String SLICE = "5f1c0a52-7a1e-4b0c-9d53-1f2a6f0c7e11";
    private static final String EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    private static final List<String> VMS = List.of(
            "0b7e61d2-40aa-4f0a-8d1c-5a8a6e1b3c01",
            "3c9f2a10-93be-4c61-b9d7-92f1de6a7702",
            "8e44d7b9-1c52-49f3-a8e0-6b1d0c9f5503");
    private static final List<String> FAMILIES =
            List.of("users", "interfaces", "storage", "routes", "scripts", "hostsall", "pubkeysall");

    @TempDir
    static Path folder;

    private static Server server;
    private static URI at;
    private static Caller caller;
    private static Chromium administrator;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                System.getProperty("chromium") != null,
                "not run: -Dchromium=PATH names no Chromium (see .ci/chromium)");
        Path tls = folder.resolve("tls");
        DevCertificates.create(tls);
        server = Server.start(folder.resolve("data"), "--tls", tls.toString(), "--set", ADMIN);
        at = server.address();
        caller = new Caller(at, tls);
        administrator = Chromium.withCertificate(folder.resolve("administrator"), tls);
        administrator.size(1120, 760);
    }

    @AfterAll
    static void stop() throws Exception {
        if (administrator != null) {
            administrator.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static void write(String context, String family, String key) throws Exception {
        assertThat(caller.write(scope(context, family, key), "MarkedValue1").statusCode())
                .isEqualTo(200);
    }

    private static Map<String, String> scope(String context, String family, String key) {
        return Map.of(
                "contextID", context,
                "family", family,
                "Key", key,
                "readToken", "ReadToken1",
                "writeToken", "WriteToken1");
    }

    private static void screenshot(Chromium of, String name) throws IOException {
        byte[] picture = of.screenshot();
        assertThat(picture).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(5000);
        Path where = Files.createDirectories(Path.of(System.getProperty("screenshots", "target/screenshots")));
        Files.write(where.resolve(name + ".png"), picture);
    }

    @Test
    @Order(1)
    void page_saysThatThereIsNothingYet() {
        administrator.open(at + "/");
        administrator.awaitText("There is no context yet.");
        assertThat(administrator.text()).contains("Latest changes");
    }

    @Test
    @Order(2)
    void page_showsContextsPageByPageAndFindsThemByTheirBeginning() throws Exception {
        for (String vm : VMS) {
            for (String family : FAMILIES) {
                write(SLICE, family, vm);
            }
        }
        caller.write(scope(SLICE, "routes", VMS.get(1)), "");
        caller.send("DELETE", "/deleteScope", scope(SLICE, "storage", VMS.get(2)), "");
        for (int i = 10; i < 40; i++) {
            write("new-slice-" + i, "hostsall", "vm-1");
        }
        write(EVIL, EVIL, EVIL);
        click("button");
        administrator.awaitText("new-slice-32");
        assertThat(contexts()).contains(SLICE, "19 present, 1 null, 1 deleted").doesNotContain("new-slice-39");
        screenshot(administrator, "contexts");
        click("a[rel=next]");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(contexts())
                .contains("new-slice-39")
                .doesNotContain(SLICE));
        find("new-slice-1");
        assertThat(contexts().lines().filter(line -> line.startsWith("new-slice-1")))
                .hasSize(10);
        assertThat(contexts()).doesNotContain("new-slice-2");
        find("New-");
        administrator.awaitText("No context begins with that.");
        find(SLICE);
        assertThat(contexts()).contains(SLICE);
    }

    private static String contexts() {
        return administrator
                .evaluate("document.querySelector('main table')?.innerText ?? ''")
                .asText();
    }

    private static void click(String selector) {
        administrator.evaluate("document.querySelector('main " + selector + "').click()");
    }

    private static void find(String prefix) {
        administrator.evaluate("document.querySelector('#prefix').value = '" + prefix + "'");
        click("form button");
        Awaitility.await().atMost(PATIENCE).until(() -> administrator
                .evaluate("document.querySelector('#prefix')?.defaultValue")
                .asText()
                .equals(prefix));
    }

    @Test
    @Order(3)
    void context_showsWhichFamiliesEachSliverHasAndWhoChangedThem() throws IOException {
        administrator.open(at + "/#context=" + SLICE);
        administrator.awaitText("Who changed what");
        String text = administrator.text();
        assertThat(text).contains(VMS).contains(FAMILIES).contains("CN=COMET throw-away client", "delete");
        JsonNode rows = administrator.evaluate(
                "[...document.querySelectorAll('.slivers tbody tr')].map(row => [...row.cells].map(cell => cell.innerText))");
        assertThat(rows).hasSize(VMS.size()).allSatisfy(row -> assertThat(row).hasSize(FAMILIES.size() + 1));
        screenshot(administrator, "context");
        String all =
                administrator.evaluate("document.documentElement.outerHTML").asText();
        assertThat(all).doesNotContain("MarkedValue1", "ReadToken1", "WriteToken1");
    }

    @Test
    @Order(4)
    void name_ofAStrangerIsTextAndNothingElse() {
        administrator.open(at + "/");
        administrator.awaitText(EVIL);
        administrator.evaluate(
                "[...document.querySelectorAll('main th a')].find(a => a.innerText.includes('<img')).click()");
        administrator.awaitText("Who changed what");
        assertThat(administrator
                        .evaluate("document.querySelector('h1').innerText")
                        .asText())
                .isEqualTo(EVIL);
        assertThat(administrator
                        .evaluate("document.querySelectorAll('main img, main script').length")
                        .asInt())
                .isZero();
        assertThat(administrator.events("Page.javascriptDialogOpening")).isEmpty();
    }

    @Test
    @Order(5)
    void api_isShownFromTheDescription() throws IOException {
        administrator.open(at + "/api#readScope");
        administrator.awaitText("COMET API, version 1.0");
        assertThat(administrator.text())
                .contains("/readScope", "/admin/contexts", "Schemas", "Creates or modifies a scope");
        assertThat(administrator
                        .evaluate("document.querySelector('#readScope').open")
                        .asBoolean())
                .isTrue();
        administrator.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })");
        assertThat(administrator.text()).doesNotContain("undefined", "[object");
        assertAccessible();
        administrator.open(at + "/api");
        administrator.awaitText("COMET API, version 1.0");
        screenshot(administrator, "api");
    }

    @Test
    @Order(6)
    void pages_areForEveryEyeAndEveryWindow() throws Exception {
        for (String scheme : List.of("light", "dark")) {
            administrator.scheme(scheme);
            for (int width : List.of(1120, 400)) {
                administrator.size(width, 760);
                for (String page : List.of("/", "/#context=" + SLICE)) {
                    administrator.open(at + page);
                    administrator.awaitText("(UTC)");
                    assertAccessible();
                    assertThat(administrator
                                    .evaluate("document.documentElement.scrollWidth")
                                    .asInt())
                            .isLessThanOrEqualTo(width);
                }
            }
            screenshot(administrator, "narrow-" + scheme);
        }
        administrator.size(1120, 760);
        administrator.open(at + "/#context=" + SLICE);
        administrator.awaitText("(UTC)");
        screenshot(administrator, "context-dark");
        administrator.scheme("light");
    }

    private static void assertAccessible() throws IOException {
        String axe = "/META-INF/resources/webjars/axe-core/" + System.getProperty("axe.version") + "/axe.min.js";
        try (InputStream in = PageIT.class.getResourceAsStream(axe)) {
            administrator.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";0");
        }
        JsonNode violations = administrator.evaluate("axe.run().then(found => found.violations.map("
                + "one => one.id + ': ' + one.nodes.map(node => node.html).slice(0, 3).join(' | ')))");
        assertThat(violations).isEmpty();
    }

    @Test
    @Order(7)
    void page_canBeUsedByKeyboard() {
        administrator.open(at + "/");
        administrator.awaitText(SLICE);
        administrator.evaluate("document.activeElement.blur()");
        String seen = "";
        for (int i = 0; i < 12 && !seen.equals(SLICE); i++) {
            administrator.press("Tab");
            seen = administrator.evaluate("document.activeElement.innerText").asText();
        }
        assertThat(seen).isEqualTo(SLICE);
        administrator.press("Enter");
        administrator.awaitText("Who changed what");
        assertThat(administrator.evaluate("document.title").asText()).isEqualTo("COMET: " + SLICE);
    }

    @Test
    @Order(8)
    void page_saysWhoMaySeeIt() throws Exception {
        try (Chromium stranger = Chromium.withoutCertificate(folder.resolve("stranger"), folder.resolve("tls"))) {
            stranger.size(1120, 360);
            stranger.open(at + "/");
            stranger.awaitText("This browser shows no certificate of an administrator.");
            assertThat(stranger.text()).contains("admin.subjects").doesNotContain(SLICE);
            screenshot(stranger, "stranger");
            stranger.open(at + "/api");
            stranger.awaitText("COMET API, version 1.0");
        }
    }

    @Test
    @Order(9)
    void page_saysThatThereIsNoSuchContext() {
        administrator.open(at + "/#context=none");
        administrator.awaitText("There is no such context.");
    }

    @Test
    @Order(10)
    void page_brokeNoRuleOfItsOwn() {
        assertThat(administrator.events("Runtime.exceptionThrown")).isEmpty();
        assertThat(administrator.events("Log.entryAdded"))
                .filteredOn(event -> List.of("security", "javascript")
                        .contains(event.at("/params/entry/source").asText()))
                .isEmpty();
    }

    @Test
    @Order(11)
    void page_saysThatTheServiceDoesNotAnswer() throws Exception {
        administrator.open(at + "/");
        administrator.awaitText(SLICE);
        server.kill();
        click("button");
        administrator.awaitText("The service does not answer.");
        assertThat(administrator.text()).doesNotContain(SLICE);
    }
}
