package org.orcacomet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchmarkTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of("--server", "none", "--work", folder.toString(), "--fetch-etcd", "none", "--cluster", "none"));
        CommandLine command = Benchmark.command();
        command.setErr(new PrintWriter(said)).setOut(new PrintWriter(said));
        return command.execute(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only=reads         | --only takes words of write, read",
                "--beside=consul      | --beside takes words of jetty, etcd, or nothing",
                "--connections=0      | --connections takes numbers from 1 to 1000",
                "--connections=1,1001 | --connections takes numbers from 1 to 1000",
                "--seconds=0          | --seconds takes a number from 1",
                "--seconds=soon       | Invalid value for option '--seconds'",
                "--rounds=0           | --rounds takes a number from 1",
                "--warm-up=0          | --warm-up takes a number from 1",
                "--grow=9             | --grow takes numbers from 10, each larger than the one before",
                "--grow=1000,100      | --grow takes numbers from 10, each larger than the one before",
                "--etcd=none          | --etcd takes a program",
                "--bogus              | Unknown option: '--bogus'",
            })
    void run_refusesWhatCannotBeDone(String argument, String sentence) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(said.toString()).startsWith(sentence);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void help_namesTheOptions() {
        assertThat(run("--help")).isZero();
        assertThat(said.toString()).contains("--only", "--beside", "--grow", "10000,1000000,10000000");
    }
}
