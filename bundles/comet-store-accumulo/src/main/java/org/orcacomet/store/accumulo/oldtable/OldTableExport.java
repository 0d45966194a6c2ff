package org.orcacomet.store.accumulo.oldtable;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/**
 * The export of an old table, for a program outside the container, which shares nothing with it but the JDK's types. Its
 * argument has a {@code table}; {@code client.} and the names of Accumulo's own client properties, texts; {@code
 * expire.ms}, a {@code Long}; {@code export}, an {@code OutputStream}; and {@code skipped}, which accepts a line for each
 * entry that is skipped. Its result is what {@link OldTable#export} returns; what that throws becomes an {@code
 * IllegalStateException} with the same sentence.
 */
@Component(service = Function.class, property = "comet.command=import-old-table")
public final class OldTableExport implements Function<Map<String, Object>, Map<String, Long>> {
    private static final String CLIENT = "client.";

    @Override
    public Map<String, Long> apply(Map<String, Object> arguments) {
        OldTableSettings settings = OldTableSettings.of(client(arguments), argument(arguments, "table", String.class));
        try (OldTable table = OldTable.open(settings)) {
            return table.export(
                    argument(arguments, "export", OutputStream.class),
                    Duration.ofMillis(argument(arguments, "expire.ms", Long.class)),
                    lines(argument(arguments, "skipped", Consumer.class)));
        } catch (OldTableException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Map<String, String> client(Map<String, Object> arguments) {
        return arguments.entrySet().stream()
                .filter(argument -> argument.getKey().startsWith(CLIENT))
                .collect(Collectors.toMap(argument -> argument.getKey().substring(CLIENT.length()), argument ->
                        (String) argument.getValue()));
    }

    @SuppressWarnings("unchecked")
    private static Consumer<String> lines(Consumer<?> consumer) {
        return (Consumer<String>) consumer;
    }

    private static <T> T argument(Map<String, Object> arguments, String name, Class<T> type) {
        Object argument = arguments.get(name);
        if (!type.isInstance(argument)) {
            throw new IllegalArgumentException(name + " must be a " + type.getSimpleName());
        }
        return type.cast(argument);
    }
}
