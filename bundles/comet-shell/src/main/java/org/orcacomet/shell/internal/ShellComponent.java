package org.orcacomet.shell.internal;

import org.apache.felix.service.command.Descriptor;
import org.orcacomet.api.CometException;
import org.orcacomet.service.CometService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code comet:...}, as long as there is a service. What they return, the shell prints. */
@Component(
        service = ShellComponent.class,
        property = {
            "osgi.command.scope=comet",
            "osgi.command.function=scopes",
            "osgi.command.function=read",
            "osgi.command.function=peers",
            "osgi.command.function=explain"
        })
public final class ShellComponent {
    private final CometService service;

    /** The commands of this service. */
    @Activate
    public ShellComponent(@Reference CometService service) {
        this.service = service;
    }

    /** {@code comet:scopes [--after CONTEXT]} or {@code comet:scopes CONTEXT}. */
    @Descriptor("all contexts, a hundred at a time: [--after CONTEXT]; or the scopes of one: CONTEXT")
    public String scopes(@Descriptor("[--after] CONTEXT") String... words) throws CometException {
        return new ScopesCommand(service.console()).run(new Words("comet:scopes", words));
    }

    /** {@code comet:read CONTEXT FAMILY KEY}. */
    @Descriptor("the value of a scope: CONTEXT FAMILY KEY")
    public String read(@Descriptor("CONTEXT FAMILY KEY") String... words) throws CometException {
        return new ReadCommand(service.console()).run(new Words("comet:read", words));
    }

    /** {@code comet:peers CONTEXT}. */
    @Descriptor("the hosts of a slice, with the addresses and public keys that they have reported: CONTEXT")
    public String peers(@Descriptor("CONTEXT") String... words) throws CometException {
        return new PeersCommand(service.console()).run(new Words("comet:peers", words));
    }

    /** {@code comet:explain CALL CONTEXT FAMILY KEY --tokens FILE …}. */
    @Descriptor("why a call would be refused or not: read|write|delete CONTEXT FAMILY KEY --tokens FILE"
            + " [--trusted CERTIFICATE | --valid CERTIFICATE] [--revision N | --revision absent];"
            + " the file, of mode 600, has readToken= and writeToken=")
    public String explain(@Descriptor("CALL CONTEXT FAMILY KEY OPTIONS") String... words) throws CometException {
        return new ExplainCommand(service).run(new Words("comet:explain", words));
    }
}
