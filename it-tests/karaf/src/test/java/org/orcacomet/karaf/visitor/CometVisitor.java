package org.orcacomet.karaf.visitor;

import java.util.Hashtable;
import java.util.Map;
import java.util.function.Function;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A bundle of somebody else's: reads a scope, {@code CONTEXT FAMILY KEY READTOKEN}, through the Comet that is there. */
public final class CometVisitor implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Function<String, String> visitor = words -> read(context, words.split(" "));
        context.registerService(Function.class, visitor, new Hashtable<>(Map.of("visitor", "comet")));
    }

    private static String read(BundleContext context, String... words) {
        ServiceReference<Comet> comet = context.getServiceReference(Comet.class);
        ScopeKey key = ScopeKey.of(ContextId.parse(words[0]), Family.parse(words[1]), EntryKey.parse(words[2]));
        try {
            return context.getService(comet)
                    .read(key, TokenCodec.readToken(words[3]))
                    .text()
                    .orElse("nothing");
        } catch (CometException e) {
            return e.toString();
        } finally {
            context.ungetService(comet);
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
