package org.orcacomet.launcher.context;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.client.CometClient;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.Output;
import org.orcacomet.launcher.service.CometOptions;
import org.orcacomet.launcher.service.TlsFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a slice. */
@Command(
        name = "create",
        description = {
            "Makes what the VMs of a slice need to know each other: for each a host name and a public key that it fills"
                    + " in itself, all at once, and its user data with the tokens. It takes a certificate that the"
                    + " service trusts.",
            "With --out each VM has three files of mode 600: NAME.user-data for the VM, and NAME.slice.json and"
                    + " NAME.unit.json, which comet scope takes by -i, for you. Without, the user data is printed.",
            "If it fails nothing is left, or it says what is."
        })
final class CreateCommand implements Callable<Integer> {
    @Option(
            names = "--vm",
            paramLabel = "NAME",
            arity = "1..*",
            split = ",",
            required = true,
            description = "The VMs' host names. A name is the VM's key in COMET, too.")
    private List<String> names;

    @Option(names = "--context", paramLabel = "ID", description = "The slice's id (default: a new one).")
    private Optional<String> context = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "A folder for the files; it is made if it is not there.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--comethost",
            paramLabel = "URL[,URL...]",
            description = "The services, as the VMs see them (default: as in --at).")
    private Optional<String> services = Optional.empty();

    @Mixin
    private CometOptions comet;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws LaunchException, CometException {
        NewSlice slice = slice();
        try (CometClient client = comet.open(TlsFiles.none())) {
            if (folder.isPresent()) {
                make(slice, client.comet(), new SliceFolder(folder.get()));
            } else {
                make(slice, client.comet());
            }
        }
        return ExitStatus.DONE.code();
    }

    private NewSlice slice() {
        try {
            NewSlice slice = NewSlice.of(
                    ContextId.parse(context.orElseGet(() -> UUID.randomUUID().toString())), names);
            slice.vms().get(0).userData(seen());
            return slice;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private String seen() {
        return services.orElseGet(comet::services);
    }

    /** Tokens that could not be printed are nobody's: nothing may be left that nobody can delete. */
    private void make(NewSlice slice, Comet comet) throws LaunchException, CometException {
        try {
            Optional<Revision> revision = slice.create(comet);
            output.print(json(slice, revision), out -> say(slice, out));
        } catch (CometException | LaunchException e) {
            undo(slice, comet, e);
            requireNewNames(slice, e);
            throw e;
        }
    }

    /** The tokens are on disk before they are in COMET: nothing can be there that its owner cannot delete. */
    private void make(NewSlice slice, Comet comet, SliceFolder files) throws LaunchException, CometException {
        slice.probe(comet);
        files.write(slice.vms(), seen());
        try {
            Optional<Revision> revision = slice.create(comet);
            output.print(json(slice, revision, files), out -> say(slice, files, out));
        } catch (CometException | LaunchException e) {
            undo(slice, comet, e);
            files.remove();
            requireNewNames(slice, e);
            throw e;
        }
    }

    private static void requireNewNames(NewSlice slice, Exception cause) throws CometConflict {
        if (cause instanceof CometConflict) {
            throw new CometConflict(
                    "the slice " + slice.context()
                            + " has a VM of one of these names already: choose other names by"
                            + " --vm, or another slice by --context",
                    Optional.empty());
        }
    }

    private void undo(NewSlice slice, Comet comet, Exception cause) throws LaunchException {
        try {
            slice.undo(comet);
        } catch (CometException e) {
            String tokens = folder.map(
                            path -> "its tokens are in " + path + ": comet context delete " + path + " takes it back")
                    .orElse("nobody knows its tokens: make another one");
            throw new LaunchException(
                    ExitStatus.UNAVAILABLE,
                    cause.getMessage() + "; some of the slice " + slice.context() + " may be there, and " + tokens,
                    cause);
        }
    }

    private static void say(NewSlice slice, SliceFolder files, PrintWriter out) {
        out.println("The slice " + slice.context() + " is made.");
        slice.vms().forEach(vm -> out.println(files.userData(vm)));
    }

    private void say(NewSlice slice, PrintWriter out) {
        for (SliceVm vm : slice.vms()) {
            out.println("; user data of " + vm.name());
            out.println(vm.userData(seen()).render());
        }
    }

    private static ObjectNode json(NewSlice slice, Optional<Revision> revision, SliceFolder files) {
        ObjectNode node =
                Json.with(Json.object().put("contextId", slice.context().toString()), revision);
        ArrayNode vms = node.putArray("vms");
        slice.vms().forEach(vm -> vms.addObject()
                .put("name", vm.name())
                .put("userDataFile", files.userData(vm).toString()));
        return node;
    }

    private ObjectNode json(NewSlice slice, Optional<Revision> revision) {
        ObjectNode node =
                Json.with(Json.object().put("contextId", slice.context().toString()), revision);
        ArrayNode vms = node.putArray("vms");
        slice.vms().forEach(vm -> vms.addObject()
                .put("name", vm.name())
                .put("userData", vm.userData(seen()).render()));
        return node;
    }
}
