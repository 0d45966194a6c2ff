package org.orcacomet.inside;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** The controller as an operator has it: ORCA's class path, then the package's, our main class, on this JVM's Java. */
final class Controller implements AutoCloseable {
    static final String OURS = "org.orcacomet.bridge.controller.CometXmlRpcController";
    static final String STOCK = "orca.controllers.xmlrpc.XmlRpcController";

    private final Path home;
    private final Properties properties = new Properties();
    private Process process;
    private BufferedReader answers;

    private Controller(Path home) {
        this.home = home;
    }

    /** Installed below this folder, configured for this COMET; not started. */
    static Controller install(Path folder, String address, Identity identity) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "xzf", Built.CONTROLLER.toString(), "-C", folder.toString())
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new AssertionError("the package cannot be unpacked");
        }
        Controller controller = new Controller(Files.createDirectories(folder.resolve("home")));
        controller.properties.putAll(identity.properties(address));
        controller.set("orca.comet.hosts.enabled", "true");
        controller.set("orca.comet.pubkeys.enabled", "true");
        return controller;
    }

    void set(String name, String value) {
        properties.setProperty(name, value);
    }

    /** Starts it with this main class; returns when it answers. */
    void start(String mainClass) throws IOException {
        Path configuration = Files.createDirectories(home.resolve("config"));
        try (OutputStream out = Files.newOutputStream(configuration.resolve("controller.properties"))) {
            properties.store(out, null);
        }
        Files.write(configuration.resolve("log4j.properties"), log4j().getBytes(StandardCharsets.ISO_8859_1));
        List<String> command = new ArrayList<>();
        command.add(Built.java().toString());
        command.addAll(Built.brief());
        Collections.addAll(command, "-cp", classPath(), mainClass);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ORCA_CONTROLLER_HOME", home.toString());
        process = builder.redirectError(Redirect.appendTo(home.resolve("stderr").toFile()))
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!"ready".equals(answers.readLine())) {
            throw new AssertionError("the controller ended before it was ready: " + log());
        }
    }

    private String classPath() {
        Path lib = home.resolveSibling("orca-comet-controller").resolve("lib");
        return home.resolve("config")
                + File.pathSeparator
                + Built.ORCA.resolve("*")
                + File.pathSeparator
                + lib.resolve("*");
    }

    private String log4j() {
        return "log4j.rootLogger=DEBUG,file\nlog4j.appender.file=org.apache.log4j.FileAppender\n"
                + "log4j.appender.file.File=" + home.resolve("controller.log")
                + "\nlog4j.appender.file.layout=org.apache.log4j.PatternLayout\n"
                + "log4j.appender.file.layout.ConversionPattern=%d %p [%t] %c - %m%n\n";
    }

    /** The answer to a call, one line. */
    String call(String line) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the controller is gone");
        }
        return answer;
    }

    /** SIGKILL. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the stand-in's service manager keeps what it knows. */
    Path serviceManager() {
        return home.resolve("sm");
    }

    Path home() {
        return home;
    }

    String log() throws IOException {
        Path log = home.resolve("controller.log");
        String text = Files.exists(log) ? text(log) : "";
        return text + text(home.resolve("stderr"));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
