package org.orcacomet.launcher.scope;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.launcher.LaunchException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the value to write comes from. */
final class ValueOptions {
    private static final String STREAM = "-";

    @Option(
            names = "--value",
            paramLabel = "TEXT",
            description = "The value, as it is. Others on this machine can see it: --value-file they cannot.")
    private Optional<String> text = Optional.empty();

    @Option(
            names = "--value-file",
            paramLabel = "FILE",
            description = "A file with the value, UTF-8, as it is; - is standard input.")
    private Optional<String> file = Optional.empty();

    @Option(names = "--null", description = "The null value.")
    private boolean nothing;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    ScopeValue value(InputFile input) throws LaunchException {
        long given = Stream.of(text.isPresent(), file.isPresent(), nothing)
                .filter(present -> present)
                .count();
        if (given > 1) {
            throw wrong("--value, --value-file and --null exclude each other");
        }
        if (nothing) {
            return ScopeValue.ofNull();
        }
        Optional<ScopeValue> found =
                given == 0 ? input.value() : Optional.of(parse(file.isPresent() ? read() : text.orElseThrow()));
        return found.orElseThrow(() -> wrong("name the value by --value or --value-file, or an input file by -i"));
    }

    private ScopeValue parse(String found) {
        try {
            return ScopeValue.of(found);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private String read() throws LaunchException {
        boolean isStream = file.orElseThrow().equals(STREAM);
        String name = isStream ? "standard input" : file.orElseThrow();
        try {
            byte[] bytes = isStream ? standardInput() : Files.readAllBytes(Path.of(name));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LaunchException(name + " is no UTF-8: a value is text", e);
        } catch (IOException e) {
            throw new LaunchException(
                    name + " cannot be read (" + e.getClass().getSimpleName() + "): name another by --value-file", e);
        }
    }

    /** Buffered, as a file's own readAllBytes asks for the length, which a pipe has none of. */
    private static byte[] standardInput() throws IOException {
        try (InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in))) {
            return in.readAllBytes();
        }
    }

    private ParameterException wrong(String violation) {
        return new ParameterException(command.commandLine(), violation);
    }
}
