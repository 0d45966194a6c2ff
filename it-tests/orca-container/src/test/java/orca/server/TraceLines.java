package orca.server;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lines of a trace, recorded or ours, brought to what is compared: who, what, state, kind of thread. No times. */
final class TraceLines {
    private static final int SOURCE = 0;
    private static final int WHAT = 1;
    private static final int ACTOR = 2;
    private static final int TYPE = 3;
    private static final int STATE = 5;
    private static final int THREAD = 6;
    private static final int REMARK = 7;
    private static final List<String> CALLS = Arrays.asList("rpc=Redeem", "rpc=ModifyLease", "rpc=Close");

    private final List<String[]> lines;

    private TraceLines(List<String[]> lines) {
        this.lines = lines;
    }

    static TraceLines ours(List<String> lines) {
        return new TraceLines(lines.stream().map(TraceLines::columns).collect(Collectors.toList()));
    }

    /** A recorded one; its first column is the time. */
    static TraceLines recorded(String name) throws IOException, URISyntaxException {
        List<String> all = Files.readAllLines(
                Paths.get(Objects.requireNonNull(TraceLines.class.getResource("/recorded/trace-" + name + ".txt"))
                        .toURI()),
                StandardCharsets.UTF_8);
        return ours(all.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.indexOf('|') + 1))
                .collect(Collectors.toList()));
    }

    private static String[] columns(String line) {
        return Arrays.copyOf(Arrays.stream(line.split("\\|")).map(String::trim).toArray(String[]::new), REMARK + 1);
    }

    /** What the authority's thread and the handlers did, in their order. */
    List<String> authority() {
        return select(line -> isHandler(line) || (isState(line) && line[TYPE].startsWith("3")));
    }

    List<String> broker() {
        return select(line -> isState(line) && line[TYPE].startsWith("2"));
    }

    /** What the service manager's half announces on the booting thread. */
    List<String> main() {
        return select(line -> isState(line) && "main".equals(line[THREAD]));
    }

    List<String> calls() {
        return select(line ->
                "InboundRPCEvent".equals(line[WHAT]) && line[TYPE].startsWith("3") && CALLS.contains(line[REMARK]));
    }

    private List<String> select(Predicate<String[]> wanted) {
        return lines.stream().filter(wanted).map(TraceLines::compared).collect(Collectors.toList());
    }

    private static boolean isHandler(String[] line) {
        return "handler".equals(line[SOURCE]) && !line[WHAT].endsWith("sleeping");
    }

    private static boolean isState(String[] line) {
        return "ReservationStateTransitionEvent".equals(line[WHAT]) || "ReservationPurgedEvent".equals(line[WHAT]);
    }

    private static String compared(String[] line) {
        String handler = isHandler(line) && line[REMARK] != null ? line[REMARK].replace("type=ben.vlan ", "") : "";
        String kind = "eventManager".equals(line[SOURCE]) ? Objects.toString(line[REMARK], "-") : handler;
        return line[WHAT] + " " + line[STATE] + " " + thread(line) + " " + kind.replaceAll("^$", "-");
    }

    private static String thread(String[] line) {
        if (line[THREAD].equals(line[ACTOR])) {
            return "actor";
        }
        return line[THREAD].replaceAll("Thread-\\d+", "Thread-N");
    }
}
