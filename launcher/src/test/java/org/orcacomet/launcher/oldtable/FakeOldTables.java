package org.orcacomet.launcher.oldtable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that reads no table: what it was asked is its export. */
public final class FakeOldTables implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("comet.command", "import-old-table");
        Function<Map<String, Object>, Map<String, Long>> function = FakeOldTables::read;
        context.registerService(Function.class, function, properties);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> read(Map<String, Object> arguments) {
        if (arguments.get("table").equals("refused")) {
            throw new IllegalStateException("there is no table refused");
        }
        ((Consumer<String>) arguments.get("skipped")).accept("broken\tslice-1\tusers\tunit-1");
        String asked = arguments.get("client.instance.zookeepers") + " " + arguments.get("client.instance.name") + " "
                + arguments.get("client.auth.principal") + " " + arguments.get("client.auth.token") + " "
                + arguments.get("client.sasl.enabled") + " " + arguments.get("expire.ms");
        try {
            ((OutputStream) arguments.get("export")).write(asked.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("read", 9L, "exported", 5L, "deleted", 1L, "doubled", 1L, "aged", 2L, "broken", 1L);
    }

    @Override
    public void stop(BundleContext context) {}
}
