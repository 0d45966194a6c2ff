package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.orcacomet.audit.AuditVerdict;
import org.orcacomet.audit.AuditVerify;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks whether an audit's files are as they were written. */
@Command(
        name = "verify",
        description = {
            "Reads an audit's files, in the order in which they are named, and says the first line that was changed,"
                    + " removed, put in or moved. It talks to no service, which may go on writing.",
            "Note the hash that it prints, elsewhere: who can write the files can write all of them anew. A line that"
                    + " does not fit is exit status 1."
        })
final class AuditVerifyCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "The files, the oldest first: audit/audit-*.log audit/audit.log in the data folder.")
    private List<Path> files;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException {
        AuditVerdict verdict = verdict();
        output.print(
                json(verdict),
                out -> out.println(verdict.lines() + " lines fit"
                        + (verdict.isFromTheBeginning()
                                ? ", from the first of all"
                                : ", but the first is not the first of all")
                        + "; the last has the hash " + verdict.last() + "."));
        if (verdict.fault().isPresent()) {
            throw new LaunchException(verdict.fault().get());
        }
        return ExitStatus.DONE.code();
    }

    private AuditVerdict verdict() throws LaunchException {
        try {
            return AuditVerify.files(files);
        } catch (NoSuchFileException e) {
            throw new LaunchException(ExitStatus.NOT_THERE, e.getFile() + " is not there: name the audit's files", e);
        } catch (IOException e) {
            throw new LaunchException("a file cannot be read: " + e.getMessage() + ": name the audit's files", e);
        }
    }

    private static ObjectNode json(AuditVerdict verdict) {
        ObjectNode node = Json.object()
                .put("lines", verdict.lines())
                .put("fromTheBeginning", verdict.isFromTheBeginning())
                .put("last", verdict.last());
        verdict.fault().ifPresent(fault -> node.put("fault", fault));
        return node;
    }
}
