import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Prints the sizes of the main code: code lines per file, lines and parameters per method, as percentiles.
 *
 * <p>Run it in the project's folder: {@code java config/Measure.java}. The hard limits are Checkstyle's; these are the
 * aims: files p90 180, methods p50 6 and p90 18, parameters 4.
 */
final class Measure {
    private final List<Integer> files = new ArrayList<>();
    private final List<Integer> methods = new ArrayList<>();
    private final List<Integer> parameters = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        Measure measure = new Measure();
        measure.readAll(Path.of(args.length == 0 ? "." : args[0]));
        measure.print();
    }

    private void readAll(Path root) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = mainSources(root);
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, diagnostic -> {}, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                files.add(codeLines(unit.getSourceFile().getCharContent(true)));
                scan(unit, positions);
            }
        }
    }

    private static List<Path> mainSources(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().contains("src/main/java"))
                    .filter(path -> !path.endsWith("package-info.java"))
                    .toList();
        }
    }

    private void scan(CompilationUnitTree unit, SourcePositions positions) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void nothing) {
                return Set.of("INTERFACE", "ANNOTATION_TYPE").contains(tree.getKind().name())
                        ? null
                        : super.visitClass(tree, nothing);
            }

            @Override
            public Void visitMethod(MethodTree tree, Void nothing) {
                if (tree.getBody() != null && positions.getStartPosition(unit, tree.getBody()) >= 0) {
                    long start = positions.getStartPosition(unit, tree.getBody());
                    long end = positions.getEndPosition(unit, tree.getBody());
                    methods.add((int) (line(unit, end) - line(unit, start)) + 1);
                    parameters.add(tree.getParameters().size());
                }
                return super.visitMethod(tree, nothing);
            }
        }.scan(unit, null);
    }

    private static long line(CompilationUnitTree unit, long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    private static int codeLines(CharSequence text) {
        return (int) text.toString().lines().map(String::strip).filter(Measure::isCode).count();
    }

    private static boolean isCode(String line) {
        return !line.isEmpty() && !line.startsWith("*") && !line.startsWith("/*") && !line.startsWith("//");
    }

    private void print() {
        System.out.printf("%-22s %6s %5s %5s %5s%n", "", "count", "p50", "p90", "max");
        row("files, code lines", files);
        row("methods, body lines", methods);
        row("methods, parameters", parameters);
    }

    private static void row(String name, List<Integer> values) {
        Collections.sort(values);
        System.out.printf(
                "%-22s %6d %5d %5d %5d%n", name, values.size(), at(values, 50), at(values, 90), at(values, 100));
    }

    private static int at(List<Integer> sorted, int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }
}
