package orca.server;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands on standard input, a line each; answers on standard output, a line each. */
final class Console {
    private static final Logger LOG = LoggerFactory.getLogger("orca");

    private final PrintWriter out = new PrintWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), true);
    private final UnaryOperator<String> commands;
    private final Object answering;

    /** Holds this monitor from a command to its answer. */
    Console(UnaryOperator<String> commands, Object answering) {
        this.commands = commands;
        this.answering = answering;
    }

    /** Listens on a thread that keeps the process alive, as ORCA's ports do. */
    void start() {
        new Thread(this::listen, "console").start();
    }

    private void listen() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (answering) {
                    say(answer(line));
                }
            }
        } catch (IOException e) {
            LOG.warn("Standard input broke: {}", e.toString());
        }
        // Whoever commanded this process is gone; if it is being stopped already, this waits for that.
        System.exit(0);
    }

    private String answer(String line) {
        try {
            return commands.apply(line);
        } catch (RuntimeException e) {
            LOG.warn("Command failed", e);
            return "error " + e;
        }
    }

    synchronized void say(String line) {
        out.println(line.replace('\n', ' '));
    }
}
