package org.orcacomet.karaf.driver;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.security.Principal;
import java.security.PrivilegedExceptionAction;
import java.util.Set;
import java.util.function.Function;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** What the driver can be asked. */
final class Requests {
    private static final Set<Principal> OPERATOR = Set.of(
            new RolePrincipal("admin"),
            new RolePrincipal("manager"),
            new RolePrincipal("viewer"),
            new RolePrincipal("systembundles"));

    private final BundleContext context;
    private final Tracks tracks;
    private final Redeploying redeploying;

    Requests(BundleContext context, Tracks tracks) {
        this.context = context;
        this.tracks = tracks;
        this.redeploying = new Redeploying(context);
    }

    void answer(String line, PrintStream out) throws Exception {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case "run" -> run(words[1], out);
            case "bundles" -> tracks.print(out);
            case "services" -> services(words[1], out);
            case "visit" -> visit(words[1].split(" ", 2), out);
            case "redeploy" -> redeploying.redeploy(words[1]);
            case "threads" -> redeploying.threads(out);
            case "figures" -> redeploying.figures(out);
            default -> throw new IllegalArgumentException(line);
        }
    }

    /** A command line, as an operator's console would run it. */
    private void run(String command, PrintStream out) throws Exception {
        ServiceReference<SessionFactory> factory = context.getServiceReference(SessionFactory.class);
        InputStream none = new ByteArrayInputStream(new byte[0]);
        try (Session session = context.getService(factory).create(none, out, out)) {
            Subject operator = new Subject(true, OPERATOR, Set.of(), Set.of());
            Object result = Subject.doAs(operator, (PrivilegedExceptionAction<Object>) () -> session.execute(command));
            if (result != null) {
                out.println(result);
            }
        } finally {
            context.ungetService(factory);
        }
    }

    /** The properties of the services of an interface, a line for each. */
    private void services(String name, PrintStream out) throws Exception {
        ServiceReference<?>[] found = context.getAllServiceReferences(name, null);
        for (ServiceReference<?> service : found == null ? new ServiceReference<?>[0] : found) {
            out.println(service.getProperties());
        }
    }

    /** What a visitor says, a bundle that uses what was installed. */
    @SuppressWarnings("unchecked")
    private void visit(String[] words, PrintStream out) throws Exception {
        ServiceReference<?>[] found =
                context.getAllServiceReferences(Function.class.getName(), "(visitor=" + words[0] + ")");
        Function<String, String> visitor = (Function<String, String>) context.getService(found[0]);
        out.println(visitor.apply(words[1]));
        context.ungetService(found[0]);
    }
}
