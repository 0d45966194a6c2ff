package org.orcacomet.launcher;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.api.CometUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the user is told when a command fails, and its exit status. An argument that nobody knows may be a token. */
final class Failures {
    private Failures() {}

    /** A command that has failed: one sentence. */
    static int report(Exception failure, PrintWriter err) throws Exception {
        ExitStatus status = status(failure);
        err.println("comet: " + failure.getMessage());
        return status.code();
    }

    private static ExitStatus status(Exception failure) throws Exception {
        if (failure instanceof LaunchException launch) {
            return launch.status();
        }
        if (failure instanceof CometException refusal) {
            return status(refusal);
        }
        if (failure instanceof CometProtocolException) {
            return ExitStatus.FAILED;
        }
        throw failure;
    }

    private static ExitStatus status(CometException refusal) {
        if (refusal instanceof CometDenied || refusal instanceof CometConflict) {
            return ExitStatus.REFUSED;
        }
        return refusal instanceof CometUnavailable ? ExitStatus.UNAVAILABLE : ExitStatus.FAILED;
    }

    /** Arguments that make no sense: a sentence, and how to find help. */
    static int wrongArguments(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(fault instanceof UnmatchedArgumentException unmatched ? sentence(unmatched) : fault.getMessage());
        UnmatchedArgumentException.printSuggestions(fault, err);
        err.print(command.getHelp().fullSynopsis());
        err.println(command.getCommandSpec().qualifiedName() + " --help describes it.");
        return ExitStatus.WRONG_ARGUMENTS.code();
    }

    private static String sentence(UnmatchedArgumentException fault) {
        return fault.getUnmatched().stream().map(Failures::sentence).distinct().collect(Collectors.joining("; "));
    }

    private static String sentence(String argument) {
        return argument.startsWith("--")
                ? "Unknown option: '" + argument.split("=", 2)[0] + "'"
                : "Unmatched argument: it is not shown, as it may be a token";
    }
}
