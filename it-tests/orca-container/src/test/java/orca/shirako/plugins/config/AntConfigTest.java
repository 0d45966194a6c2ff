package orca.shirako.plugins.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.tools.ant.AntClassLoader;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handlers' properties and failures, by real Ant. */
class AntConfigTest {
    private final AntConfig ant = new AntConfig(0);
    private final BlockingQueue<HandlerOutcome> outcomes = new LinkedBlockingQueue<>();
    private final Properties unit = new Properties();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        ant.start();
        unit.setProperty("shirako.save.unit.known", "before");
    }

    private void submit(String target) throws Exception {
        File handler = Files.createTempFile(folder, "handler", ".xml").toFile();
        String text = "<project><taskdef name='failing' classname='" + Failing.class.getName() + "'/>"
                + "<target name='t'>" + target + "</target></project>";
        Files.write(handler.toPath(), text.getBytes(UTF_8));
        ant.submit(new HandlerCall("unit", handler, "t", unit), () -> {}, outcomes::add);
    }

    private HandlerOutcome run(String target) throws Exception {
        submit(target);
        HandlerOutcome outcome = outcomes.poll(60, TimeUnit.SECONDS);
        assertThat(outcome).as("outcome").isNotNull();
        return outcome;
    }

    @Test
    void everyPropertyOfTheProject_comesBack() throws Exception {
        assertThat(run("<property name='shirako.save.unit.new' value='v'/>").properties())
                .containsEntry("shirako.save.unit.new", "v")
                .containsEntry("shirako.save.unit.known", "before")
                .containsKey("java.version");
    }

    @Test
    void aUserProperty_isNotSetAnew() throws Exception {
        assertThat(run("<property name='shirako.save.unit.known' value='after'/>")
                        .properties())
                .containsEntry("shirako.save.unit.known", "before");
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "<property name='shirako.target.code' value='0'/>, true",
        "<property name='shirako.target.code' value='7'/>, false",
        "<fail message='boom'/>, false",
        "<failing what='error'/>, false",
        "<failing what='silent exception'/>, false"
    })
    void target_endsWell(String target, boolean well) throws Exception {
        assertThat(run(target).isGood()).isEqualTo(well);
    }

    @Test
    void aBuildExceptionsText_isTheMessage() throws Exception {
        assertThat(run("<fail message='boom'/>").message()).isEqualTo("boom");
    }

    @Test
    void aSilentBuildException_killsItsThreadAndNobodyHears() throws Exception {
        for (int i = 0; i < 10; i++) {
            submit("<failing what='silent'/>");
        }
        submit("");
        assertThat(outcomes.poll(2, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void theContextClassLoader_isAUsedOneOfAnts() {
        // Not of a thread's first call, which may come late where a thread starts late.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            run("<failing what='look'/>");
            assertThat(Failing.seen).isInstanceOf(AntClassLoader.class);
        });
    }

    /** A task that fails as told. */
    public static final class Failing extends Task {
        static volatile ClassLoader seen;
        private String what;

        public void setWhat(String what) {
            this.what = what;
        }

        @Override
        public void execute() {
            seen = Thread.currentThread().getContextClassLoader();
            if (what.equals("silent")) {
                throw new BuildException();
            } else if (what.equals("silent exception")) {
                throw new IllegalStateException();
            } else if (what.equals("error")) {
                throw new NoClassDefFoundError("told");
            }
        }
    }
}
