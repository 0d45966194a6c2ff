package org.orcacomet.launcher.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Output;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that asks a service something, and prints what it answers. */
public abstract class ServiceQuery implements Callable<Integer> {
    @Mixin
    private ServiceOptions service;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() throws LaunchException, InterruptedException {
        check();
        JsonNode found = ask(service.client());
        output.print(found, out -> print(found, out));
        judge(found);
        return ExitStatus.DONE.code();
    }

    /** Refuses arguments that make no sense. */
    protected void check() {}

    /** What the service answers. */
    protected abstract JsonNode ask(ServiceClient client) throws LaunchException, InterruptedException;

    /** Prints it for people. */
    protected abstract void print(JsonNode found, PrintWriter out);

    /** Fails where what was found is bad. */
    protected void judge(JsonNode found) throws LaunchException {}

    private ParameterException wrong(String violation) {
        return new ParameterException(spec.commandLine(), violation);
    }

    /** Refuses arguments of which this does not hold. */
    protected final void require(boolean holds, String violation) {
        if (!holds) {
            throw wrong(violation);
        }
    }
}
