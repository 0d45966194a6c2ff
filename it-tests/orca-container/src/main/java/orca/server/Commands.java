package orca.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import orca.shirako.container.Globals;
import orca.shirako.core.Actor;
import orca.shirako.core.Testbed;

/** What a user, an operator or a test can ask of the process; every answer begins with {@code ok} or {@code error}. */
final class Commands implements UnaryOperator<String> {
    private static final String OK = "ok";
    private static final String ANSWER_SECONDS = "20";
    private static final int MEBIBYTE = 1 << 20;

    private final Map<String, Function<String[], String>> commands = new HashMap<>();
    private final CrashPoints crashes;

    Commands(CrashPoints crashes) {
        this.crashes = crashes;
        ofReservations();
        ofProcess();
    }

    private void ofReservations() {
        add("redeem", words -> testbed().redeem(words[1], read(words[2])));
        add("modify", words -> testbed().modify(words[1], read(words[2])));
        add("close", words -> testbed().close(words[1]));
        add("repeat", words -> testbed().repeat(words[1]));
        commands.put("state", words -> OK + " " + testbed().state(words[1]).orElse("unknown"));
    }

    private void ofProcess() {
        add("halt", words -> crashes.halt(words[1]));
        add("freeze", words -> crashes.freeze(words[1]));
        add("stop", words -> new Thread(() -> System.exit(0), "stop").start());
        commands.put("threads", words -> OK + " " + Thread.getAllStackTraces().size());
        commands.put("heap", words -> OK + " " + usedHeap());
        commands.put("actors", words -> actors(Integer.parseInt(words.length > 1 ? words[1] : ANSWER_SECONDS)));
    }

    private void add(String name, Order order) {
        commands.put(name, words -> {
            order.carryOut(words);
            return OK;
        });
    }

    @Override
    public String apply(String line) {
        String[] words = line.trim().split(" ", 3);
        return commands.getOrDefault(words[0], unknown -> "error no such command")
                .apply(words);
    }

    private static Testbed testbed() {
        if (Globals.container() == null) {
            throw new IllegalStateException("no actor");
        }
        return Globals.container().testbed();
    }

    /** Whether each actor's thread answers; what asks a dead one waits for ever, so this does not. */
    private static String actors(int seconds) {
        for (Actor actor : testbed().actors()) {
            if (!answers(actor, seconds)) {
                return "error " + actor.getName() + " does not answer";
            }
        }
        return OK;
    }

    private static boolean answers(Actor actor, int seconds) {
        try {
            return actor.ask(() -> true).get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }

    private static Properties read(String file) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Paths.get(file))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** A command that has no answer but that it was taken. */
    private interface Order {
        void carryOut(String... words);
    }
}
